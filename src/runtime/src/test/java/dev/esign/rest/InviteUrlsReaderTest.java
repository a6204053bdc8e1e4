package dev.esign.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.InviteUrl;
import dev.esign.model.SignerRole;

/** Invite URLs are found wherever an answer may have them, with what it tells of their signers. */
class InviteUrlsReaderTest {

    private static final URI URL = URI.create("https://sign.example.com/s?token=SECRET");

    @ParameterizedTest
    @ValueSource(strings = {
            "{'Message':'Success','InviteUrls':["
                    + "{'SignerID':'7','SignerRole':'Seller 1','EmailAddress':'a@example.com','Url':'U'}]}",
            "[{'signerId':7,'role':'Seller 1','email':'a@example.com','inviteUrl':'U'}]",
            "{'Signers':[{'Invite':{'Link':' U '},'SignerId':'7','SignerRole':'Seller 1','EmailAddress':'a@example.com',"
                    + "'ReturnURL':'https://elsewhere.example.com/'}]}",
            "{'XResult':{'Urls':["
                    + "{'Signer':{'SignerId':'7','SignerRole':'Seller 1','EmailAddress':'a@example.com'},'Url':'U'}]}}"
    })
    void withTheirSigners(String answer) throws IOException {
        assertThat(read(answer).urls()).singleElement().satisfies(invite -> {
            assertThat(invite.reveal()).isEqualTo(URL);
            assertThat(invite.signerId()).contains("7");
            assertThat(invite.role()).contains(SignerRole.seller(1));
            assertThat(invite.email()).contains("a@example.com");
            assertThat(invite).hasToString("InviteUrl[***]");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'ReturnValue':'U'}", "['U']", "{'InviteUrls':['U'],'Details':['see https://x.example.com/']}",
            "{'Message':'Success','ReturnValue':{'Url':'U','LogoUrl':'https://x.example.com/'}}" })
    void withoutTheirSigners(String answer) throws IOException {
        assertThat(read(answer).urls()).singleElement().satisfies(invite -> {
            assertThat(invite.reveal()).isEqualTo(URL);
            assertThat(invite.signerId()).isEmpty();
            assertThat(invite.role()).isEmpty();
            assertThat(invite.email()).isEmpty();
        });
    }

    @Test
    void ofADictionary() throws IOException {
        assertThat(read("{'ReturnValue':[{'Key':'7','Value':'U'},{'Key':'a@example.com','Value':'U'}]}").urls())
                .satisfiesExactly(invite -> assertThat(invite.signerId()).contains("7"),
                        invite -> assertThat(invite.email()).contains("a@example.com"));
    }

    @Test
    void withCharactersThatAUriDoesntAllow() throws IOException {
        assertThat(read("['https://sign.example.com/s?name=J. Döe|{1}&t=%41+b']").urls()).extracting(InviteUrl::reveal)
                .containsExactly(URI.create("https://sign.example.com/s?name=J.%20D%C3%B6e%7C%7B1%7D&t=%41+b"));
    }

    @Test
    void noneErrorsAndRefusedTokens() throws IOException {
        assertThat(read("{'Message':'Success','Urls':[]}").urls()).isEmpty();
        assertThat(read("{'Message':'Error','Details':['no']}").isError()).isTrue();
        assertThat(read("null")).isNull();
        assertThat(read("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>SECRET</html>", "{'Urls':['SECRET']}", "{'Urls':[{'Token':'SECRET'}]}", "'SECRET'",
            "['https://sign.example.com/%SECRET']", "{'Urls':['U']",
            "{'ReturnValue':'SECRET'}" })
    void anythingElseIsUnreadable(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(UnreadableAnswerException.class).hasNoCause()
                .message().doesNotContain("SECRET");
    }

    private static InviteUrlsResponse read(String answer) throws IOException {
        return InviteUrlsReader.read(new ByteArrayInputStream(
                answer.replace('\'', '"').replace("U\"", URL + "\"").replace("U \"", URL + " \"")
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
