package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.ProtocolException;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** Lists are read to their end and no further, whatever eSign says of their length; the caller never counts pages. */
class SessionListsTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final String ARCHIVED = "GET /rest/v1/sessions/archived/50/";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com");

    @Inject
    SigningSessions sessions;

    @Inject
    ReactiveSigningSessions reactive;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void allPagesAreReadUpToTheTotalCount() {
        archive(120, 120);

        assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(120));
        assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 2);
        assertThat(SERVER.requests("gettoken")).hasSize(3);

        SERVER.reset();
        archive(120, 120);
        assertThat(ids(reactive.archived())).containsExactlyElementsOf(expected(120));
        assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 2);
    }

    @Test
    void noPageIsFetchedBeforeItIsNeeded() {
        archive(120, 120);
        try (Stream<SessionSummary> unread = sessions.archived()) {
            assertThat(calls()).isEmpty();
        }
        assertThat(ids(sessions.archived().limit(50))).hasSize(50);
        assertThat(calls()).containsExactly(ARCHIVED + 0);

        SERVER.reset();
        archive(120, 120);
        Multi<SessionSummary> rows = reactive.archived();
        assertThat(calls()).isEmpty();
        AssertSubscriber<SessionSummary> reader = rows.subscribe().withSubscriber(AssertSubscriber.create(49));
        reader.awaitItems(49);
        assertThat(calls()).containsExactly(ARCHIVED + 0);
        reader.awaitNextItems(2);
        assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1);
        reader.cancel();
    }

    @Test
    void eachReadingStartsAnew() {
        archive(60, 60);
        archive(60, 60);
        Multi<SessionSummary> rows = reactive.archived();

        assertThat(ids(rows)).hasSize(60).isEqualTo(ids(rows));
        assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 0, ARCHIVED + 1);
    }

    @Test
    void anEmptyListIsOneCall() {
        SERVER.answer(ARCHIVED + 0, page(0, 0, 0));
        assertThat(ids(sessions.archived())).isEmpty();
        assertThat(calls()).containsExactly(ARCHIVED + 0);
    }

    @Test
    void aWrongOrMissingCountNeitherLoopsNorHides() {
        archive(60, 1000);
        SERVER.answer(ARCHIVED + 2, page(0, 0, 1000));
        assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(60));

        SERVER.reset();
        archive(60, null);
        SERVER.answer(ARCHIVED + 2, page(0, 0, null));
        assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(60));

        SERVER.reset();
        archive(60, 7);
        SERVER.answer(ARCHIVED + 2, page(0, 0, 7));
        assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(60));
    }

    @Test
    void aPageThatWasThereBeforeEndsTheList() {
        for (int number = 0; number < 4; number++) {
            SERVER.answer(ARCHIVED + number, number % 2 == 0 ? page(0, 50, 1000) : page(50, 100, 1000));
        }
        assertThat(ids(reactive.archived())).containsExactlyElementsOf(expected(100));
        assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 2);
    }

    @Test
    void aFailureReachesTheReaderAfterTheRowsBeforeIt() {
        SERVER.answer(ARCHIVED + 0, page(0, 50, 120)).answer(ARCHIVED + 1, 503, "text/html", "<html>");
        assertThatThrownBy(() -> ids(sessions.archived())).isInstanceOf(UnavailableException.class);

        SERVER.reset();
        SERVER.answer(ARCHIVED + 0, "{\"Message\":\"Success\",\"Sessions\":[{\"Title\":\"SECRET\"}]}");
        assertThatThrownBy(() -> ids(sessions.archived())).isInstanceOf(ProtocolException.class)
                .hasMessageContaining("without an id").message().doesNotContain("SECRET");
    }

    @Test
    void theOtherListsHaveTheirOwnAddresses() {
        SERVER.answer("GET /rest/v1/sessions/deleted/50/0", "{\"totalCount\":2,\"SessionIds\":[\"a\",\"b\"]}");
        assertThat(ids(sessions.deleted())).containsExactly("a", "b");

        SERVER.answer("GET /rest/v1/sessions/expired/50/0", "{\"TotalCount\":1,\"AnyName\":[{\"SessionId\":\"c\"}]}");
        assertThat(ids(sessions.expired())).containsExactly("c");

        assertThat(calls()).containsExactly("GET /rest/v1/sessions/deleted/50/0", "GET /rest/v1/sessions/expired/50/0");
    }

    @Test
    void sessionsAreFoundByTheirTransactionId() {
        String path = "/rest/v1/sessions/lite/owner%40example.com/deal%2F1/50/0/sortBy";
        SERVER.answer("GET " + path, "{\"TotalCount\":1,\"SessionInfoLiteViews\":[{\"SigningSessionId\":\"x\",\"Title\":\"T\","
                + "\"TransactionId\":\"deal/1\",\"StatusCode\":2,\"CreatedOn\":\"\\/Date(1796947200000)\\/\"}]}");

        assertThat(sessions.findByTransactionId("deal/1")).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(SessionId.of("x"));
            assertThat(row.title()).contains("T");
            assertThat(row.transactionId()).contains("deal/1");
            assertThat(row.status()).contains(SessionStatus.IN_SENT);
            assertThat(row.createdOn()).contains(Instant.ofEpochMilli(1796947200000L));
            assertThat(row).hasToString("SessionSummary[id=x, status=InSent]");
        });
        assertThat(SERVER.requests("GET " + path)).singleElement().satisfies(request -> {
            assertThat(request.target()).isEqualTo(path + "?colName=CreatedOn&sortOrder=asc");
            assertThat(request.headers()).containsEntry("content-type", "application/json");
        });
        assertThatThrownBy(() -> ids(sessions.findByTransactionId(""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sessionsAreReadWholeByTheirTransactionId() {
        String path = "/rest/v1/users/owner%40example.com/transactions/deal%2F1";
        SERVER.answer("GET " + path, "{\"Message\":\"Success\",\"Sessions\":[{\"Id\":\"x\",\"SessionInfo\":{\"Title\":\"T\"}},"
                + "{\"SessionInfo\":{\"Id\":\"y\",\"Title\":\"U\",\"StatusCode\":3}}]}");

        assertThat(sessions.findByTransactionIdInFull("deal/1")).extracting(Session::id)
                .containsExactly(SessionId.of("x"), SessionId.of("y"));
        assertThat(SERVER.requests("GET " + path)).singleElement().extracting(Request::target).isEqualTo(path);

        SERVER.answer("GET " + path, "{\"Message\":\"Success\",\"Sessions\":[]}");
        assertThat(reactive.findByTransactionIdInFull("deal/1").await().indefinitely()).isEmpty();
    }

    @Test
    void theActionLogIsReadAsFarAsItIsUnderstood() {
        String path = "/rest/v1/sessions/x/actionlogs";
        SERVER.answer("GET " + path, "{\"Message\":\"Success\",\"Actionlog\":[{\"ActionDate\":\"2026-01-02T03:04:05Z\","
                + "\"IPAddress\":\"192.0.2.1\",\"Description\":\"Sent\",\"Other\":{\"a\":[1]}},{\"When\":\"yesterday\"}]}");

        assertThat(sessions.actionLog(SessionId.of("x"))).satisfiesExactly(entry -> {
            assertThat(entry.date()).contains(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(entry.ipAddress()).contains("192.0.2.1");
            assertThat(entry.description()).contains("Sent");
            assertThat(entry.members()).containsEntry("Other", "{\"a\":[1]}").containsEntry("Description", "\"Sent\"");
            assertThat(entry.toString()).doesNotContain("192.0.2.1", "Sent");
        }, entry -> {
            assertThat(entry.date()).isEmpty();
            assertThat(entry.members()).containsEntry("When", "\"yesterday\"");
        });
        assertThat(SERVER.requests("GET " + path)).singleElement().extracting(Request::target).isEqualTo(path);
    }

    /** Answers the pages of an archive of so many sessions. */
    private static void archive(int sessions, Integer total) {
        for (int from = 0; from < sessions; from += 50) {
            SERVER.answer(ARCHIVED + from / 50, page(from, Math.min(from + 50, sessions), total));
        }
    }

    private static String page(int from, int to, Integer total) {
        String rows = IntStream.range(from, to).mapToObj(i -> "{\"SigningSessionId\":\"id-" + i + "\"}")
                .collect(Collectors.joining(","));
        return "{\"Message\":\"Success\",\"TotalCount\":" + total + ",\"Sessions\":[" + rows + "]}";
    }

    private static List<String> expected(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id-" + i).toList();
    }

    private static List<String> ids(Stream<SessionSummary> rows) {
        return rows.map(row -> row.id().value()).toList();
    }

    private static List<String> ids(Multi<SessionSummary> rows) {
        return rows.map(row -> row.id().value()).collect().asList().await().indefinitely();
    }

    private static List<String> calls() {
        return SERVER.requests().stream().map(Request::operation).filter(operation -> operation.startsWith("GET ")).toList();
    }
}
