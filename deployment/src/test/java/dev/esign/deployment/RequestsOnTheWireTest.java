package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.CopyDelivery;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import dev.esign.model.SigningOrder;
import io.quarkus.test.QuarkusUnitTest;

/** What leaves the application, byte by byte. */
class RequestsOnTheWireTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant EXPIRY = Instant.ofEpochMilli(1796947200000L);
    private static final Clock BEFORE_EXPIRY = Clock.fixed(EXPIRY.minus(Duration.ofDays(30)), ZoneOffset.UTC);
    private static final byte[] CONTENT = { 80, 75, 3, 4, 0, 127, -128, -1 };

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class).addAsResource("wire"))
            .overrideConfigKey("quarkus.esign.url", SERVER.url() + "/rest/")
            .overrideConfigKey("quarkus.esign.api-key", "a/b+c=d e%f;g?h#i{j}k&l'mö")
            .overrideConfigKey("quarkus.esign.salt", "s/a+l t")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.wire.sms-phone-member", "PhoneNumber");

    @Inject
    SigningSessions sessions;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void pathSegmentsArePercentEncoded() {
        sessions.start(SessionId.of("a/b+c d"), URI.create("https://example.com/back?x=1&y=ö"));

        SERVER.requests("encrypt").forEach(request -> assertThat(request.target()).isEqualTo(
                "/rest/v1/encrypt/a%2Fb%2Bc%3Dd%20e%25f%3Bg%3Fh%23i%7Bj%7Dk%26l%27m%C3%B6/s%2Fa%2Bl%20t"));
        assertThat(SERVER.requests("gettoken")).extracting(Request::target)
                .containsExactly("/rest/v1/gettoken/s%2Fa%2Bl%20t");
        assertThat(SERVER.requests("start")).extracting(Request::target).containsExactly("/rest/v1/sessions/a%2Fb%2Bc%20d/start"
                + "?returnUrl=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1%26y%3D%C3%B6");
    }

    @Test
    void everyRequestNamesItsContentTypeAndEveryCallHasAFreshBareToken() {
        SessionId id = sessions.create(NewSession.titled("T").build());
        sessions.update(SessionUpdate.of(id).title("U").build());
        sessions.start(id, URI.create("https://example.com/"));
        sessions.get(id);

        assertThat(SERVER.requests()).allSatisfy(
                request -> assertThat(request.headers()).containsEntry("content-type", "application/json"));
        List<Request> calls = SERVER.requests().stream().filter(request -> !request.target().contains("/encrypt/")
                && !request.target().contains("/gettoken/")).toList();
        assertThat(calls).extracting(Request::operation).containsExactly("create", "update", "start", "get");
        assertThat(calls).extracting(request -> request.headers().get("authorization")).doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).matches("token-\\d+"));
        assertThat(SERVER.requests("gettoken")).hasSize(4).allSatisfy(
                request -> assertThat(request.headers()).containsEntry("authorization", "cipher/text+="));
        assertThat(SERVER.requests("encrypt")).allSatisfy(
                request -> assertThat(request.headers()).doesNotContainKey("authorization"));
    }

    @Test
    void aPutWithoutBodySaysThatItsLengthIsZero() {
        sessions.start(SessionId.of("s"), URI.create("https://example.com/"));

        assertThat(SERVER.requests("start")).singleElement().satisfies(request -> assertThat(request.headers())
                .containsEntry("content-length", "0").doesNotContainKey("transfer-encoding"));
    }

    @Test
    void createIsWrittenAsTheDocumentedClientWritesIt() throws IOException {
        sessions.create(NewSession.titled("New Session").transactionId("deal-4711").signingOrder(SigningOrder.ANY)
                .delegationAllowed(true).copyTo(CopyDelivery.ATTACHMENTS, "user1@example.com", "user2@example.com")
                .password("password").ownerSignsFirst(true).invitationsSent(false).redirectAfterSend("www.mysite.com")
                .expiresOn(EXPIRY).remindEveryDays(2)
                .documents(Document.of("Test.docx", CONTENT).anchorTags().anchorTagsAdjustmentCategory("category").formId("")
                        .build())
                .signers(Signer.as(SignerRole.seller(1)).name("Zoë", "O'Neil <x>").email("email1@example.com")
                        .authentication(SignerAuthentication.kbaPlusPassword("password")).mandatoryUpload()
                        .mergeField("CompanyName", "RED").mergeField("Job Title", "Manager")
                        .invitation("subject line", "email message").build())
                .build(BEFORE_EXPIRY));

        assertSameAsSample("create", SERVER.requests("create").get(0));
    }

    @Test
    void updateIsWrittenAsTheDocumentedClientWritesIt() throws IOException {
        sessions.update(SessionUpdate.of(SessionId.of(RecordingServer.SESSION_ID)).unassignedRolesRemoved(true)
                .redirectAfterSend("www.mysite.com")
                .documents(Document.of("Test.docx", CONTENT).anchorTags().anchorTagsAdjustmentCategory("category").formId("")
                        .formTag("Tag2").build())
                .signers(Signer.as(SignerRole.buyer(1)).name("FirstName", "LastName").email("email2@example.com")
                        .authentication(SignerAuthentication.kba()).nameLocked().build())
                .build());

        assertSameAsSample("update", SERVER.requests("update").get(0));
    }

    @Test
    void aDateHasTheEscapedSlashesByWhichDotNetKnowsIt() {
        sessions.create(NewSession.titled("T").expiresOn(EXPIRY).build(BEFORE_EXPIRY));

        assertThat(SERVER.requests("create").get(0).body()).contains("\"ExpiresOn\":\"\\/Date(1796947200000)\\/\"");
    }

    @Test
    void theLengthIsAnnouncedExactly() {
        byte[] document = new byte[200_000];
        for (int i = 0; i < document.length; i++) {
            document[i] = (byte) (i * 31);
        }
        sessions.create(NewSession.titled("T")
                .documents(Document.of("a.pdf", document).build(), Document.of("empty.pdf", new byte[0]).build()).build());

        Request request = SERVER.requests("create").get(0);
        assertThat(request.headers()).containsEntry("content-length", String.valueOf(request.body().length()))
                .doesNotContainKey("transfer-encoding");
        assertThat(request.body()).contains("\"FileBytes\":[0,31,62,").contains("\"FileBytes\":[],").endsWith("}]}}");
    }

    @Test
    void allFiveAuthenticationMethodsAreNamedAsDocumented() throws IOException {
        sessions.create(NewSession.titled("T").signers(
                signer(1, SignerAuthentication.none()), signer(2, SignerAuthentication.password("p-2")),
                signer(3, SignerAuthentication.sms("+1 555 0100")), signer(4, SignerAuthentication.kba()),
                signer(5, SignerAuthentication.kbaPlusPassword("p-5")), signer(6, SignerAuthentication.sms())).build());

        JsonNode signers = JSON.readTree(SERVER.requests("create").get(0).body()).at("/session/Signers");
        assertThat(signers.findValuesAsText("AuthMethod")).containsExactly("None", "Password", "SMS", "KBA", "KBAPlusPassword",
                "SMS");
        assertThat(signers.at("/1/AuthenticationSettings/Password").asText()).isEqualTo("p-2");
        assertThat(signers.at("/2/AuthenticationSettings/PhoneNumber").asText()).isEqualTo("+1 555 0100");
        assertThat(signers.at("/4/AuthenticationSettings/Password").asText()).isEqualTo("p-5");
        assertThat(signers).allSatisfy(signer -> {
            assertThat(signer.get("AuthMethods")).isEmpty();
            assertThat(signer.get("Properties")).isEmpty();
        });
    }

    @Test
    void theSignInUrlIsTheDocumentedOne() {
        String url = sessions.signInUrl(SessionId.of("id-1")).reveal().toString();

        String token = url.replaceAll(".*token=([^&]*)&.*", "$1");
        assertThat(token).matches("token-\\d+")
                .isNotEqualTo(SERVER.requests("landingurl").get(0).headers().get("authorization"));
        assertThat(url).isEqualTo("https://client.example.com/auth/AutoLogMeIn.aspx?token=" + token
                + "&user=owner%40example.com&ssid=id-1&page=continue");
    }

    private static Signer signer(int number, SignerAuthentication authentication) {
        return Signer.as(SignerRole.seller(number)).name("First", "Last").email("s" + number + "@example.com")
                .authentication(authentication).build();
    }

    /** Same JSON, except that a member which the caller didn't set is null, 0 or false there and absent here. */
    private static void assertSameAsSample(String name, Request request) throws IOException {
        try (InputStream sample = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("wire/" + name + ".javascriptserializer.json")) {
            assertSame("", JSON.readTree(sample), JSON.readTree(request.body()));
        }
    }

    private static void assertSame(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            assertThat(actual.isObject()).as(path).isTrue();
            actual.fieldNames().forEachRemaining(member -> assertThat(expected.has(member)).as(path + "/" + member).isTrue());
            for (Iterator<Map.Entry<String, JsonNode>> members = expected.fields(); members.hasNext();) {
                Map.Entry<String, JsonNode> member = members.next();
                JsonNode value = actual.get(member.getKey());
                if (value == null) {
                    assertThat(isUnset(member.getValue())).as(path + "/" + member.getKey() + " is missing").isTrue();
                } else {
                    assertSame(path + "/" + member.getKey(), member.getValue(), value);
                }
            }
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertSame(path + "/" + i, expected.get(i), actual.get(i));
            }
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    private static boolean isUnset(JsonNode value) {
        return value.isNull() || value.isBoolean() && !value.booleanValue() || value.isInt() && value.intValue() == 0;
    }
}
