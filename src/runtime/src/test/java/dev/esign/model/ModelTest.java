package dev.esign.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.InviteToken;
import dev.esign.SignInPage;
import dev.esign.SignInPage.LandingPage;
import dev.esign.SignInUrl;

/** Values are what they say, and nothing shows what is personal or secret. */
class ModelTest {

    @Test
    void rolesAreNumberedFromOne() {
        assertThat(SignerRole.seller(1)).isEqualTo(SignerRole.of("Seller 1")).hasToString("Seller 1");
        assertThat(SignerRole.buyer(2)).isEqualTo(SignerRole.of(" Buyer 2 "));
        assertRefused(() -> SignerRole.buyer(0), "counted from 1");
        assertRefused(() -> SignerRole.of(" "), "signer role: is blank");
    }

    @Test
    void aSessionIdIsRequired() {
        assertRefused(() -> SessionId.of(""), "session id: is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "a@b", "a b@c.de", "a@b@c.de", "<a@b.de>", "a@b.", "@b.de", "a@b.de,c@d.ef" })
    void addressesAreToldFromSlips(String slip) {
        assertThat(EmailAddress.isWellFormed(slip)).isFalse();
        assertThat(EmailAddress.isWellFormed("first.last+tag@mail.example.com")).isTrue();
    }

    @Test
    void whatIsRequiredIsNamed() {
        assertRefused(() -> SessionId.of(""), "session id: is blank");
        assertRefused(() -> signer().id(""), "signer 'Seller 1': the id is blank");
        assertRefused(() -> copy().keepSigner(""), "copied signer: the id is blank");
        assertRefused(() -> copy().addSigner("ann"), "copied signer: the e-mail address");
        assertRefused(() -> copy().transactionId(" "), "transaction id: is blank");
        assertRefused(() -> User.named(""), "user: the name is blank");
        assertRefused(() -> User.withId(null), "user: the id is blank");
        assertRefused(() -> User.withId("u").password(" "), "user password: is blank");
        assertRefused(() -> page().landingPage(LandingPage.PREVIEW).build(), "landing page PREVIEW: needs a session");
    }

    @Test
    void aTransactionIdIsGeneratedOnceAndKept() {
        NewSession session = NewSession.titled("T").build();
        assertThat(session.transactionId()).isNotBlank().isEqualTo(session.transactionId())
                .isNotEqualTo(NewSession.titled("T").build().transactionId());
        assertThat(NewSession.titled("T").transactionId("deal").build().transactionId()).isEqualTo("deal");
    }

    @Test
    void aCopyHasATransactionIdOfItsOwn() {
        SessionCopy copy = copy().build();
        assertThat(copy.transactionId()).isNotBlank().isEqualTo(copy.transactionId())
                .isNotEqualTo(copy().build().transactionId());
    }

    @Test
    void aDayOfExpiryIsMidnightUtc() {
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
        assertThat(NewSession.titled("T").expiresOn(LocalDate.of(2026, 12, 11)).build(clock).settings().expiresOn())
                .isEqualTo(Instant.parse("2026-12-11T00:00:00Z"));
    }

    @Test
    void statusesKnowWhatTheyAllow() {
        assertThat(SessionStatus.named("inpaused")).contains(SessionStatus.IN_PAUSED);
        assertThat(SessionStatus.named("Napping")).isEmpty();
        assertThat(SessionStatus.IN_PAUSED.canStart()).isTrue();
        assertThat(SessionStatus.IN_SENT.canStart()).isFalse();
        assertThat(SessionStatus.IN_SENT.refusesUpdate()).isFalse();
        assertThat(SessionStatus.ARCHIVED.refusesUpdate()).isTrue();
        assertThat(new SessionStatus(10).refusesUpdate()).isFalse();
    }

    @Test
    void nothingPersonalOrSecretIsShown() {
        Signer signer = signer().email("SECRET@example.com").authentication(SignerAuthentication.password("SECRET"))
                .mergeField("k", "SECRET").invitation("SECRET", "SECRET").build();
        Document document = Document.file(Path.of("SECRET.docx")).formId("SECRET").build();
        NewSession session = NewSession.titled("SECRET").password("SECRET").signers(signer).documents(document).build();

        assertThat(String.join(" ", signer.toString(), document.toString(), session.toString(), session.settings().toString(),
                signer.authentication().toString(), SignerAuthentication.kbaPlusPassword("SECRET").toString(),
                SignerAuthentication.sms("SECRET").toString(),
                SessionUpdate.of(SessionId.of("s")).title("SECRET").build().toString(),
                copy().title("SECRET").addSigner("SECRET@example.com").build().signers().toString(),
                copy().title("SECRET").build().toString(), new InviteToken("SECRET").toString(),
                new SignInUrl("https://example.com/?token=", "SECRET", "&ssid=s&user=SECRET").toString(),
                page().filteredBy("SECRET").build().toString(),
                User.named("SECRET").firstName("SECRET").password("SECRET").phoneNumber("SECRET").build().toString()))
                .contains("Seller 1").doesNotContain("SECRET");
    }

    private static Signer.Builder signer() {
        return Signer.as(SignerRole.seller(1)).name("First", "SECRET");
    }

    private static SessionCopy.Builder copy() {
        return SessionCopy.of(SessionId.of("s"));
    }

    private static SignInPage.Builder page() {
        return SignInPage.at(URI.create("https://example.com"));
    }

    private static void assertRefused(ThrowingCallable building, String message) {
        assertThatThrownBy(building).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
