package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Users are made, found, changed, switched off and signed in. */
class UserTest extends SandboxTest {

    @Test
    void aUserIsMadeAndFound() {
        JsonNode created = create("ann@example.com", "pa ss/+");

        assertThat(created.path("Message").asText()).as(created.toString()).isEqualTo("Success");
        JsonNode user = created.path("Users").path(0);
        assertThat(user.path("SystemUserId").asText()).hasSize(36);
        assertThat(user.path("SubscriptionType").asText()).isEqualTo("Annual");
        assertThat(user.path("StatusCode").intValue()).isEqualTo(1);
        assertThat(user.path("Region").isNull()).isFalse();
        assertThat(user.path("JobTitle").isNull()).isTrue();
        assertThat(created.toString()).doesNotContain("Password");
        assertThat(byId(created)).isEqualTo(user);
        assertThat(byName("ANN@example.com")).isEqualTo(user);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertRefused(get("/rest/v1/users?username=nobody@example.com"), "Error: Username not found.");
        assertRefused(get("/rest/v1/users/" + NO_GUID), "Error: User not found.");
    }

    @Test
    void aUserNeedsNamesAnAddressAndAPassword() {
        assertRefused(client.call("POST", "/rest/v1/users", json("{'salt':'s','user':{}}")), "Error: FirstName is required.",
                "Error: LastName is required.", "Error: Username is required.", "Error: Password is required.");
        assertRefused(create("ann", "p"), "Error: Username must be a valid email address.");
        assertRefused(
                client.call("POST", "/rest/v1/users", json("{'salt':'s','user':{'Username':'a@b.com','Password':'plain'}}")),
                "Error: Invalid user account information");
        create("ann@example.com", "p");
        assertRefused(create("Ann@Example.com", "p"), "Error: Username already exists.");
    }

    @Test
    void anUpdateByIdOrByNameKeepsWhatItDoesNotName() {
        JsonNode created = create("ann@example.com", "p");
        String id = created.path("Users").path(0).path("SystemUserId").asText();

        client.call("PUT", "/rest/v1/users", json("{'salt':'s','user':{'SystemUserID':'" + id + "','LastName':'Poe'}}"));
        client.call("PUT", "/rest/v1/users", json("{'salt':'s','user':{'Username':'ann@example.com','Company':'ACME'}}"));
        JsonNode renamed = client.call("PUT", "/rest/v1/users/updateByUsername",
                json("{'salt':'s','oldUsername':'ann@example.com','user':{'Username':'zoe@example.com'}}"));

        JsonNode user = renamed.path("Users").path(0);
        assertThat(user.path("SystemUserId").asText()).isEqualTo(id);
        assertThat(user.path("LastName").asText()).isEqualTo("Poe");
        assertThat(user.path("Company").asText()).isEqualTo("ACME");
        assertThat(user.path("FirstName").asText()).isEqualTo("Ann");
        assertThat(byName("zoe@example.com")).isEqualTo(user);
        assertRefused(get("/rest/v1/users?username=ann@example.com"), "Error: Username not found.");
    }

    @Test
    void nobodyTakesAnotherOnesName() {
        create("ann@example.com", "p");
        create("bob@example.com", "p");

        assertRefused(client.call("PUT", "/rest/v1/users/updateByUsername",
                json("{'salt':'s','oldUsername':'bob@example.com','user':{'Username':'ann@example.com'}}")),
                "Error: Username already exists.");
    }

    @ParameterizedTest
    @CsvSource({ "'0'", "0", "'Inactive'" })
    void whoIsSwitchedOffOwnsNothingAndSignsInNowhere(String status) {
        String id = create("ann@example.com", "p").path("Users").path(0).path("SystemUserId").asText();

        JsonNode off = client.call("PUT", "/rest/v1/users/provisionUser",
                json("{'salt':'s','systemUserId':'" + id + "','userStatus':" + quoted(status) + "}"));

        assertThat(off.path("Users").path(0).path("StatusCode").intValue()).isZero();
        assertThat(Client.details(client.create(body("'Title':'x'", "", "").replace("owner@", "ann@"))))
                .containsExactly("Error: The user is inactive.");
        assertRefused(token("ann@example.com", "p"), "Error: Invalid user account information");
        assertThat(client.get("/signin?token=" + client.token() + "&user=ann@example.com").statusCode()).isEqualTo(403);
        client.call("PUT", "/rest/v1/users/provisionUser",
                json("{'salt':'s','systemUserId':'" + id + "','userStatus':1}"));
        assertThat(token("ann@example.com", "p").path("Message").asText()).isEqualTo("Success");
    }

    @Test
    void aPasswordGivesATokenThatWorks() {
        create("ann@example.com", "pa ss/+");

        String token = token("ann@example.com", "pa ss/+").path("ReturnValue").asText();

        assertThat(client.send(client.request("/rest/v1/landingurl").header("Authorization", token)).body())
                .contains("Success");
        assertRefused(token("ann@example.com", "other"), "Error: Invalid user account information");
        assertRefused(Client.json(client.send(client.request("/rest/v1/tokenusernamepassword/ann@example.com/s")
                .header("Authorization", "plain")).body()), "Error: Invalid user account information");
    }

    @Test
    void aChangedPasswordIsTheOneThatCounts() {
        create("ann@example.com", "old");
        client.call("PUT", "/rest/v1/users", json("{'salt':'s','user':{'Username':'ann@example.com','EncryptedPassword':'"
                + client.encrypt("new", "s") + "'}}"));

        assertThat(token("ann@example.com", "new").path("Message").asText()).isEqualTo("Success");
        assertThat(token("ann@example.com", "old").path("Message").asText()).isEqualTo("Error");
    }

    @Test
    void credentialsAreCheckedWithATokenInFrontOfThem() {
        create("ann@example.com", "p");
        String password = client.encrypt("p", "s");

        assertThat(authenticate(client.token() + ":" + password).path("Users").path(0).path("FirstName").asText())
                .isEqualTo("Ann");
        assertRefused(authenticate(client.token() + ":" + client.encrypt("x", "s")), "Error: Invalid user account information");
        String token = client.token();
        authenticate(token + ":" + password);
        for (String header : new String[] { token + ":" + password, "x:" + password, password, client.token() }) {
            assertThat(authenticate(header).isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "named@example.com", "NAMED@example.com" })
    void ifUsersAreNamedOnlyTheyAndCreatedOnesExist(String name) {
        try (EsignSandbox closed = EsignSandbox.builder().users("named@example.com").start()) {
            Client other = new Client(closed.url());
            String body = body("'Title':'x'", "", "");

            assertThat(other.create(body.replace("owner@example.com", name)).path("Message").asText()).isEqualTo("Success");
            assertThat(Client.details(other.create(body))).containsExactly("Error: Username not found.");
            other.call("POST", "/rest/v1/users", json("{'salt':'s','user':{'Username':'owner@example.com','FirstName':'O',"
                    + "'LastName':'O','Password':'" + other.encrypt("p", "s") + "'}}"));
            assertThat(other.create(body).path("Message").asText()).isEqualTo("Success");
            assertThat(other.list("/rest/v1/users?username=" + name).path("Users")).hasSize(1);
        }
    }

    @Test
    void knownUsersCanBeLookedUpAndKeepNobodyOut() {
        try (EsignSandbox open = EsignSandbox.builder().knownUsers("known@example.com").start()) {
            Client other = new Client(open.url());
            for (int life = 0; life < 2; life++) {
                assertThat(other.list("/rest/v1/users?username=known@example.com").path("Users")).hasSize(1);
                assertThat(other.create(body("'Title':'x'", "", "")).path("Message").asText()).isEqualTo("Success");
                open.reset();
            }
        }
    }

    @Test
    void aGroupUserIsMadeAndGetsARole() {
        JsonNode made = client.call("POST", "/rest/v1/groupusers",
                json("{'salt':'s','groupUser':" + user("gus@example.com", "p")
                        .replace("}", ",'UserGroupId':'g-1'}") + "}"));
        String id = made.path("Users").path(0).path("SystemUserId").asText();

        for (String who : new String[] { "'gus@example.com'", "{'Username':'gus@example.com'}",
                "{'SystemUserId':'" + id + "'}" }) {
            JsonNode changed = client.call("PUT", "/rest/v1/groupuser",
                    json("{'username':'owner@example.com','groupUser':" + who + ",'userRole':'admin'}"));
            assertThat(changed.path("ReturnValue").asText()).as(changed.toString()).isEqualTo("True");
        }
        assertThat(byId(made).path("UserRole").asText()).isEqualTo("Admin");
        assertThat(byId(made).path("UserGroupId").asText()).isEqualTo("g-1");
        assertThat(Client.details(client.call("PUT", "/rest/v1/groupuser",
                json("{'username':'owner@example.com','groupUser':'gus@example.com','userRole':'king'}"))))
                .containsExactly("Error: userRole must be Admin, Manager or User.");
        assertThat(client.list("/_sandbox/operations/group-users/G-1").path("GroupUsers")).hasSize(1);
        assertThat(client.call("DELETE", "/_sandbox/operations/remove-group-user/gus@example.com", "").path("ReturnValue")
                .asText()).isEqualTo("True");
        assertThat(client.list("/_sandbox/operations/group-users/g-1").path("GroupUsers")).isEmpty();
    }

    @Test
    void groupsAreMadeChangedAndListed() {
        JsonNode made = client.call("POST", "/_sandbox/operations/create-group",
                json("{'username':'owner@example.com','group':{'Name':'Sales','IsActive':'1'}}"));
        String id = made.path("Group").path(0).path("UserGroupId").asText();
        client.call("PUT", "/_sandbox/operations/update-group", json("{'username':'owner@example.com','group':{'UserGroupId':'"
                + id + "','CustomerCity':'Ulm'}}"));

        JsonNode group = client.list("/_sandbox/operations/client-groups").path("Group").path(0);
        assertThat(group.path("Name").asText()).isEqualTo("Sales");
        assertThat(group.path("CustomerCity").asText()).isEqualTo("Ulm");
        assertThat(Client.details(client.call("POST", "/_sandbox/operations/create-group",
                json("{'username':'owner@example.com','group':{}}")))).containsExactly("Error: Name is required.");
    }

    private JsonNode create(String name, String password) {
        return client.call("POST", "/rest/v1/users", json("{'salt':'s','user':" + user(name, password) + "}"));
    }

    private String user(String name, String password) {
        return "{'Username':'" + name
                + "','FirstName':'Ann','LastName':'Lee','Region':'','SubscriptionTypes':'Annual','Password':'"
                + client.encrypt(password, "s") + "','StatusCode':1}";
    }

    private static String quoted(String status) {
        return status.matches("\\d") ? status : "'" + status + "'";
    }

    private JsonNode token(String name, String password) {
        return Client.json(client.send(client.request("/rest/v1/tokenusernamepassword/" + name + "/s").header("Authorization",
                client.encrypt(password, "s"))).body());
    }

    private JsonNode authenticate(String header) {
        return Client.json(client.send(client.request("/rest/v1/authenticateuser/ann@example.com/s").header("Authorization",
                header)).body());
    }

    private JsonNode get(String path) {
        return client.list(path);
    }

    private JsonNode byName(String name) {
        return get("/rest/v1/users?USERNAME=" + name).path("Users").path(0);
    }

    private JsonNode byId(JsonNode created) {
        return get("/rest/v1/users/" + created.path("Users").path(0).path("SystemUserId").asText()).path("Users").path(0);
    }

    private static void assertRefused(JsonNode answer, String... details) {
        assertThat(answer.path("Message").asText()).isEqualTo("Error");
        assertThat(Client.details(answer)).containsExactly(details);
    }
}
