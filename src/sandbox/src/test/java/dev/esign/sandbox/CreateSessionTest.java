package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class CreateSessionTest extends SandboxTest {

    private static final String SIGNER_TEXT = "Error: All signers must have a last name and valid email address.";

    @Override
    EsignSandbox.Builder configure(EsignSandbox.Builder builder) {
        return builder.users("Owner@Example.com");
    }

    @Test
    void aTitleAndAUserSuffice() {
        JsonNode created = client.create(json("{'userName':'OWNER@example.COM','session':{'SessionInfo':{'Title':'Offer'}}}"));

        assertThat(created.path("Message").asText()).isEqualTo("Success");
        assertThat(created.path("Details").isArray()).isTrue();
        assertThat(created.path("Details")).isEmpty();
        assertThat(Client.id(created)).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").isNotEqualTo(NO_GUID);
        assertThat(created.path("Sessions").path(0).path("Id").asText()).isEqualTo(Client.id(created));
        assertThat(statusOf(created)).isEqualTo(1);
        assertThat(sessionCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "'userName':'other@example.com',", "'userName':'',", "'userName':null,", "" })
    void refusesAnUnknownUser(String member) {
        assertRefused(json("{" + member + "'session':{'SessionInfo':{'Title':'Offer'}}}"), "Error: Username not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "'Title':''", "'Title':'  '", "'Title':null" })
    void refusesASessionWithoutTitle(String info) {
        assertRefused(body(info, DOCUMENT, SIGNER), "Error: Title is required.");
    }

    @Test
    void refusesABodyWithoutSession() {
        assertRefused(json("{'userName':'owner@example.com'}"), "Error: Title is required.");
        assertRefused(json("{'userName':'owner@example.com','session':null}"), "Error: Title is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'EmailAddress':'ann@example.com','SignerRole':'r'}",
            "{'EmailAddress':'ann@example.com','LastName':' ','SignerRole':'r'}",
            "{'LastName':'Lee','SignerRole':'r'}",
            "{'LastName':'Lee','EmailAddress':'','SignerRole':'r'}",
            "{'LastName':'Lee','EmailAddress':'ann','SignerRole':'r'}",
            "{'LastName':'Lee','EmailAddress':'ann@','SignerRole':'r'}",
            "{'LastName':'Lee','EmailAddress':'ann@example','SignerRole':'r'}",
            "{'LastName':'Lee','EmailAddress':'ann lee@example.com','SignerRole':'r'}",
            "{'LastName':'Lee','EmailAddress':'a@b.com,c@d.com','SignerRole':'r'}" })
    void refusesASignerWithoutLastNameOrEmail(String signer) {
        assertRefused(body("'Title':'Offer'", DOCUMENT, SIGNER + "," + signer), SIGNER_TEXT);
    }

    @Test
    void aSignerNeedsNoFirstName() {
        JsonNode created = client.create(body("'Title':'x'", "", "{'LastName':'Lee','EmailAddress':'ann@example.com'}"));

        assertThat(created.path("Message").asText()).isEqualTo("Success");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'FileName':'plan ü.pdf'}", "{'FileName':'plan ü.pdf','FileBytes':[]}",
            "{'FileName':'plan ü.pdf','FileBytes':null,'FormId':''}", "{'FileName':'plan ü.pdf','FileBytes':''}" })
    void refusesADocumentWithoutBytesByItsName(String document) {
        assertRefused(body("'Title':'Offer'", DOCUMENT + "," + document, SIGNER), "Error: plan ü.pdf did not upload.");
    }

    @Test
    void refusesADocumentWithoutNameByItsPlace() {
        assertRefused(body("'Title':'Offer'", DOCUMENT + ",{'FileBytes':[1]}", SIGNER), "Error: Document 2 did not upload.");
    }

    @Test
    void aTemplateBringsItsOwnDocument() {
        JsonNode created = client.create(body("'Title':'Offer'", "{'FormId':'template-1'}", ""));

        assertThat(client.session(created).path("Documents").path(0).path("FormId").asText()).isEqualTo("template-1");
    }

    @Test
    void refusesTwoSignersInOneRole() {
        String bob = "{'LastName':'Ray','EmailAddress':'bob@example.com','SignerRole':'buyer 1'}";

        assertRefused(body("'Title':'Offer'", DOCUMENT, SIGNER + "," + bob),
                "Error: Signer bob@example.com was not added: the role \"buyer 1\" is held by another signer.");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertRefused(body("", "{'FileName':'a'}", "{}"), "Error: Title is required.", "Error: a did not upload.", SIGNER_TEXT);
    }

    @Test
    void expiryLiesInTheNext90Days() {
        String past = "Error: ExpiresOn must not lie in the past.";
        String late = "Error: ExpiresOn must be at most 90 days ahead.";

        assertRefused(withExpiry(MutableClock.NOW), past);
        assertRefused(withExpiry(MutableClock.NOW.minusSeconds(1)), past);
        assertRefused(withExpiry(MutableClock.NOW.plus(Duration.ofDays(90)).plusMillis(1)), late);
        assertThat(client.create(withExpiry(MutableClock.NOW.plus(Duration.ofDays(90)))).path("Message").asText())
                .isEqualTo("Success");
        assertThat(client.create(withExpiry(MutableClock.NOW.plusSeconds(1))).path("Message").asText()).isEqualTo("Success");
    }

    @Test
    void remindersComeEvery30DaysAtTheLatest() {
        assertThat(reminder(31)).isEqualTo(30);
        assertThat(reminder(30)).isEqualTo(30);
        assertThat(reminder(2)).isEqualTo(2);
    }

    @Test
    void concurrentCreatesAllCount() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Set<String> ids = ConcurrentHashMap.newKeySet();
            Callable<Boolean> create = () -> ids.add(Client.id(createReady()));
            List<Callable<Boolean>> creates = IntStream.range(0, 80).mapToObj(i -> create).toList();
            for (Future<Boolean> future : threads.invokeAll(creates)) {
                assertThat(future.get()).isTrue();
            }
            assertThat(sessionCount()).isEqualTo(80);
        } finally {
            threads.shutdownNow();
        }
    }

    private int reminder(int days) {
        JsonNode created = client.create(body("'Title':'x','ReminderFrequencyDays':" + days, "", ""));
        return client.session(created).path("SessionInfo").path("ReminderFrequencyDays").asInt();
    }

    private static String withExpiry(Instant instant) {
        return body("'Title':'x','ExpiresOn':'" + instant + "'", "", "");
    }

    private void assertRefused(String body, String... details) {
        JsonNode answer = client.create(body);

        assertThat(answer.path("Message").asText()).isEqualTo("Error");
        assertThat(Client.details(answer)).containsExactly(details);
        assertThat(Client.id(answer)).isEqualTo(NO_GUID);
        assertThat(answer.path("Sessions").isNull()).isTrue();
        assertThat(sessionCount()).isZero();
    }
}
