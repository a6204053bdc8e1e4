package dev.esign.runtime.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.event.SessionStatusChanged;
import dev.esign.event.SignerStatusChanged;
import dev.esign.event.UnknownNotification;
import dev.esign.event.WebhookEvent;
import dev.esign.event.WebhookEvent.Check;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;

class WebhookReaderTest {

    private static final String ACCOUNT = "north";
    private static final String SESSION = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private static final String SIGNER = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String ZEROS = "00000000-0000-0000-0000-000000000000";

    private final WebhookReader reader = new WebhookReader(16);

    @ParameterizedTest
    @ValueSource(strings = {
            "{'Data':{'SigningSessionId':'" + SESSION + "','NewSigningSessionId':'" + ZEROS + "','SignerId':'" + ZEROS
                    + "','Type':'SessionStatus','Status':3,'Title':'Lease','DeclinedReason':null}}",
            "{'SigningSessionId':'" + SESSION + "','Type':'SessionStatus','Status':3,'Title':'Lease'}",
            "{'data':{'signingsessionid':'" + SESSION + "','TYPE':'sessionstatus','status':'3','title':'Lease'}}",
            "{'EsignView':{'Data':{'SigningSessionId':'" + SESSION
                    + "','Type':'SessionStatus','Status':'Completed','Title':'Lease','Unheard':[1]}}}" })
    void readsEveryFormOfAMessage(String json) {
        assertThat(event(json)).contains(new SessionStatusChanged(ACCOUNT, SessionId.of(SESSION), SessionStatus.COMPLETED,
                Optional.empty(), Optional.of("Lease"), Check.CONFIRMED));
    }

    @Test
    void readsWhoDeclinedAndWhy() {
        assertThat(event("{'Data':{'SigningSessionId':'" + SESSION + "','NewSigningSessionId':'" + SIGNER + "','SignerId':'"
                + SIGNER + "','Type':'SignerStatus','Status':6,'Title':'Lease','DeclinedReason':'Wrong price'}}"))
                .contains(new SignerStatusChanged(ACCOUNT, SessionId.of(SESSION), Optional.of(SIGNER), SignerStatus.DECLINED,
                        Optional.of("Wrong price"), Optional.of(SessionId.of(SIGNER)), Optional.of("Lease"), Check.CONFIRMED));
    }

    @Test
    void keepsCodesAndTypesThatArentDocumented() {
        assertThat(event("{'SigningSessionId':'" + SESSION + "','Type':'SessionStatus','Status':17}"))
                .contains(new SessionStatusChanged(ACCOUNT, SessionId.of(SESSION), new SessionStatus(17), Optional.empty(),
                        Optional.empty(), Check.CONFIRMED));
        assertThat(event("{'SigningSessionId':'" + SESSION + "','Type':'DocumentStatus','Status':2}"))
                .contains(new UnknownNotification(ACCOUNT, SessionId.of(SESSION), Optional.of("DocumentStatus"), Optional.of(2),
                        Optional.empty(), Optional.empty(), Optional.empty(), Check.CONFIRMED));
        assertThat(event("{'SigningSessionId':'" + SESSION + "'}")).get().isInstanceOf(UnknownNotification.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "3", "<html>", "{", "{'Data':null}", "{'Data':{'Data':{'Data':{}}}}",
            "{'SigningSessionId':'" + ZEROS + "','Type':'SessionStatus','Status':3}",
            "{'SigningSessionId':'" + SESSION + "','Type':'SessionStatus'}",
            "{'SigningSessionId':'a\\nb','Type':'SessionStatus','Status':3}",
            "{'SigningSessionId':'../users','Type':'SessionStatus','Status':3}",
            "{'SigningSessionId':'" + SESSION + "','Type':'SessionStatus','Status':'Fine'}",
            "{'SigningSessionId':{},'Type':'SessionStatus','Status':3}" })
    void findsNoMessageInAnythingElse(String json) {
        assertThat(event(json)).isEmpty();
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(17) + "]".repeat(17);
        assertThat(event("{'SigningSessionId':'" + SESSION + "','Type':'X','More':" + deep + "}")).isEmpty();
        assertThat(event("{'SigningSessionId':'" + SESSION + "','Type':'X','More':" + deep.substring(2, 32) + "}")).isPresent();
    }

    @Test
    void showsNoTitleAndNoReason() {
        WebhookMessage message = reader.read(ACCOUNT, ("{\"SigningSessionId\":\"" + SESSION + "\",\"SignerId\":\"" + SIGNER
                + "\",\"Type\":\"SignerStatus\",\"Status\":6,\"Title\":\"private\",\"DeclinedReason\":\"private\"}")
                .getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(message).hasToString("SignerStatus Declined of session " + SESSION + " (account north)");
        assertThat(message.event(Check.NOT_CHECKED))
                .hasToString("SignerStatusChanged[account=north, sessionId=" + SESSION + ", signerId="
                        + SIGNER + ", status=Declined, check=NOT_CHECKED]");
    }

    private Optional<WebhookEvent> event(String json) {
        return reader.read(ACCOUNT, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .map(message -> message.event(Check.CONFIRMED));
    }
}
