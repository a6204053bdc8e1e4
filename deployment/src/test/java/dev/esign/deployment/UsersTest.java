package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.requestResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.EsignUsers;
import dev.esign.NotFoundException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ReactiveEsignUsers;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.GroupRole;
import dev.esign.model.User;
import dev.esign.model.UserStatus;
import dev.esign.rest.SessionsApi;
import dev.esign.rest.TokensApi;
import io.quarkus.test.QuarkusUnitTest;

/** Users are sent as documented, with their passwords encrypted, and nothing that is told of a failure has a password. */
class UsersTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "SECRET-pass/word";
    private static final String CIPHER_TEXT = "SECRET-cipher";
    private static final String USERS = "/rest/v1/users";
    private static final String ANSWER = "{\"Message\":\"Success\",\"Users\":[{\"SystemUserID\":\"u-1\",\"Username\":"
            + "\"ann@example.com\",\"FirstName\":\"Ann\",\"Password\":\"SECRET\",\"SubscriptionType\":\"Annual\","
            + "\"StatusCode\":\"1\"}]}";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "encrypted key")
            .overrideConfigKey("quarkus.esign.salt", "s/alt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false");

    @Inject
    EsignUsers users;

    @Inject
    ReactiveEsignUsers reactive;

    @Inject
    @RestClient
    TokensApi tokens;

    @Inject
    @RestClient
    SessionsApi sessionsApi;

    @BeforeEach
    void reset() {
        SERVER.reset();
        SERVER.answer("encrypt", requestResponse(CIPHER_TEXT));
    }

    @Test
    void aNewUserIsSentWithItsPasswordEncrypted() throws IOException {
        SERVER.answer("POST " + USERS, ANSWER);
        User created = users.create(newUser().company("Acme").region("").subscriptionType("Annual")
                .timeZoneId("Pacific Standard Time").emailSignature("A.").cellNumber("1").phoneNumber("2")
                .dateFormat("MM/DD/YYYY").jobTitle("Agent").status(UserStatus.ACTIVE).build());

        assertThat(SERVER.requests("encrypt")).singleElement().extracting(Request::target)
                .isEqualTo("/rest/v1/encrypt/SECRET-pass%2Fword/s%2Falt");
        assertSent("POST " + USERS, USERS, "{\"salt\":\"s/alt\",\"user\":{\"Username\":\"ann@example.com\",\"FirstName\":"
                + "\"Ann\",\"LastName\":\"Lee\",\"Password\":\"SECRET-cipher\",\"Company\":\"Acme\",\"EmailSignature\":\"A.\","
                + "\"StatusCode\":1,\"Region\":\"\",\"SubscriptionTypes\":\"Annual\",\"TimeZoneId\":\"Pacific Standard Time\","
                + "\"CellNumber\":\"1\",\"PhoneNumber\":\"2\",\"DateFormat\":\"MM/DD/YYYY\",\"JobTitle\":\"Agent\"}}");
        assertThat(created.systemUserId()).contains("u-1");
        assertThat(created.subscriptionType()).contains("Annual");
        assertThat(created.status()).contains(UserStatus.ACTIVE);
        assertThat(created.password()).isEmpty();
        assertThat(newUser().build().toString()).doesNotContain("SECRET", "ann", "Ann");
    }

    @Test
    void usersAreFoundOrNot() {
        SERVER.answer("GET " + USERS + "/u%2F1", ANSWER);
        assertThat(users.findById("u/1")).get().extracting(User::username).asString().contains("ann@example.com");

        SERVER.answer("GET " + USERS, ANSWER);
        assertThat(users.findByUsername("ann+1@example.com")).isPresent();
        assertThat(SERVER.requests("GET " + USERS)).singleElement().satisfies(request -> {
            assertThat(request.target()).isEqualTo(USERS + "?username=ann%2B1%40example.com");
            assertThat(request.headers()).containsEntry("content-type", "application/json");
        });

        SERVER.answer("GET " + USERS, refused("Error: Username not found."))
                .answer("GET " + USERS, "{\"Message\":\"Success\",\"Users\":[]}");
        assertThat(users.findByUsername("ann@example.com")).isEmpty();
        assertThat(reactive.findByUsername("ann@example.com").await().indefinitely()).isEmpty();
    }

    @Test
    void anUpdateSendsOnlyWhatIsSet() throws IOException {
        SERVER.answer("PUT " + USERS, ANSWER);
        users.update(User.withId("u-1").company("New").status(UserStatus.INACTIVE).build());

        assertSent("PUT " + USERS, USERS,
                "{\"salt\":\"s/alt\",\"user\":{\"SystemUserId\":\"u-1\",\"Company\":\"New\",\"StatusCode\":0}}");
        assertThat(SERVER.requests("encrypt")).isEmpty();
    }

    @Test
    void aUserIsRenamedByItsOldName() throws IOException {
        SERVER.answer("PUT " + USERS + "/updateByUsername", ANSWER);
        users.updateByUsername("old@example.com", User.named("ann@example.com").password(PASSWORD).build());

        assertSent("PUT " + USERS + "/updateByUsername", USERS + "/updateByUsername", "{\"salt\":\"s/alt\",\"oldUsername\":"
                + "\"old@example.com\",\"user\":{\"Username\":\"ann@example.com\",\"Password\":\"SECRET-cipher\"}}");
    }

    @Test
    void aUserIsActivatedByANumber() throws IOException {
        SERVER.answer("PUT " + USERS + "/provisionUser", ANSWER);
        users.provision("u-1", UserStatus.INACTIVE);

        assertSent("PUT " + USERS + "/provisionUser", USERS + "/provisionUser",
                "{\"salt\":\"s/alt\",\"systemUserId\":\"u-1\",\"userStatus\":0}");
    }

    @Test
    void groupUsersHaveTheirGroupAndTheirRole() throws IOException {
        SERVER.answer("POST /rest/v1/groupusers", ANSWER).answer("PUT /rest/v1/groupuser", requestResponse("True"));
        users.createGroupUser("g-1", newUser().build());
        users.changeGroupUserRole("ann@example.com", GroupRole.MANAGER);

        assertSent("POST /rest/v1/groupusers", "/rest/v1/groupusers", "{\"salt\":\"s/alt\",\"groupUser\":{\"Username\":"
                + "\"ann@example.com\",\"FirstName\":\"Ann\",\"LastName\":\"Lee\",\"Password\":\"SECRET-cipher\","
                + "\"UserGroupId\":\"g-1\"}}");
        assertSent("PUT /rest/v1/groupuser", "/rest/v1/groupuser", "{\"username\":\"owner@example.com\",\"groupUser\":"
                + "\"ann@example.com\",\"userRole\":\"manager\"}");
    }

    @Test
    void whatIsMissingIsNamedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> users.create(User.named("ann@example.com").firstName("Ann").lastName("Lee").build()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("password");
        assertThatThrownBy(() -> users.createGroupUser(" ", newUser().build())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> users.findById("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void noFailureTellsAPassword() {
        SERVER.reset();
        SERVER.answer("encrypt", refused("can't encrypt " + PASSWORD));
        assertFails(ValidationException.class, () -> users.create(newUser().build()));
        assertThat(SERVER.requests("POST " + USERS)).isEmpty();

        reset();
        SERVER.answer("POST " + USERS, refused("too short: " + PASSWORD + ", " + CIPHER_TEXT));
        assertFails(ValidationException.class, () -> users.create(newUser().build()));

        reset();
        SERVER.answer("POST " + USERS, 400, "application/json", refused("too short: " + PASSWORD + ", " + CIPHER_TEXT));
        assertFails(ValidationException.class, () -> users.create(newUser().build()));

        SERVER.reset();
        SERVER.answer("encrypt", DROP);
        assertFails(UnavailableException.class, () -> users.create(newUser().build()));
        assertThat(SERVER.requests("POST " + USERS)).isEmpty();
    }

    @Test
    void aLostAnswerIsNotRepeated() {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("POST " + USERS, () -> users.create(newUser().build()));
        calls.put("PUT " + USERS, () -> users.update(User.withId("u-1").build()));
        calls.put("PUT " + USERS + "/updateByUsername", () -> users.updateByUsername("o", User.withId("u-1").build()));
        calls.put("PUT " + USERS + "/provisionUser", () -> users.provision("u-1", UserStatus.ACTIVE));
        calls.put("POST /rest/v1/groupusers", () -> users.createGroupUser("g-1", newUser().build()));
        calls.put("PUT /rest/v1/groupuser", () -> users.changeGroupUserRole("ann@example.com", GroupRole.ADMIN));
        calls.forEach((operation, call) -> {
            reset();
            SERVER.answer(operation, DROP);
            assertFails(OutcomeUnknownException.class, call);
            assertThat(SERVER.requests(operation)).hasSize(1);
        });

        reset();
        SERVER.answer("POST " + USERS, "{\"Message\":\"Success\"}");
        assertFails(OutcomeUnknownException.class, () -> users.create(newUser().build()));
    }

    @Test
    void anUnknownUserIsNotTheConfiguredOne() {
        SERVER.answer("PUT " + USERS, refused("Error: Username not found."));
        assertThatThrownBy(() -> users.update(User.named("nobody@example.com").build())).isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Username not found").message().doesNotContain("quarkus.esign.username");
    }

    @Test
    void whatOnlyTheRestInterfacesHave() {
        SERVER.answer("tokenusernamepassword", requestResponse("T"))
                .answer("GET /rest/v1/authenticateuser/a%40b.c/s%2F1", ANSWER)
                .answer("GET /rest/v2/users/a%40b.c/transactions/d%2F1", RecordingServer.session(2));

        assertThat(tokens.getTokenUserNamePassword("cipher", "a@b.c", "s/1").await().indefinitely().returnValue())
                .isEqualTo("T");
        assertThat(tokens.authenticateUser("token:cipher", "a@b.c", "s/1").await().indefinitely().users()).hasSize(1);
        assertThat(sessionsApi.byTransactionIdMetadata("a@b.c", "d/1").await().indefinitely().sessions()).hasSize(1);
        assertThat(SERVER.requests()).filteredOn(request -> request.target().contains("a%40b.c"))
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("content-type", "application/json"))
                .extracting(request -> request.headers().get("authorization").replaceFirst("-\\d+", ""))
                .containsExactly("cipher", "token:cipher", "token");
    }

    private static User.Builder newUser() {
        return User.named("ann@example.com").firstName("Ann").lastName("Lee").password(PASSWORD);
    }

    private static void assertSent(String operation, String target, String json) throws IOException {
        assertThat(SERVER.requests(operation)).hasSize(1);
        Request request = SERVER.requests(operation).get(0);
        JsonNode body = JSON.readTree(request.body());
        assertThat(request.target()).isEqualTo(target);
        assertThat(request.headers()).containsEntry("content-type", "application/json");
        assertThat(request.headers().get("authorization")).matches("token-\\d+");
        assertThat(body).isEqualTo(JSON.readTree(json));
    }

    private static void assertFails(Class<? extends Throwable> kind, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(kind).satisfies(failure -> {
            StringWriter everything = new StringWriter();
            failure.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString()).doesNotContain("SECRET");
        });
    }
}
