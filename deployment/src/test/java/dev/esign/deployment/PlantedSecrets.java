package dev.esign.deployment;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.EsignException;
import dev.esign.EsignServices;
import dev.esign.EsignUsers;
import dev.esign.SessionSigners;
import dev.esign.SigningSessions;
import dev.esign.model.CopyDelivery;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import dev.esign.model.User;
import dev.esign.rest.TokensApi;

/**
 * Makes calls with every secret and personal datum there is, in success and in failure. Each of them has a mark in it, so that
 * it can be looked for in whatever comes out of the application.
 */
@Singleton
class PlantedSecrets {

    static final String API_KEY = "PLANTED-api-key";
    static final String SALT = "PLANTEDsalt";
    static final String OWNER = "PLANTED-owner@example.com";
    static final RecordingServer SERVER = RecordingServer.shared();

    /** An account with a name, which has a server and secrets of its own. */
    static final String OFFICE = "office";
    static final RecordingServer OFFICE_SERVER = RecordingServer.shared(OFFICE);
    static final String OFFICE_API_KEY = "PLANTED-office-api-key";
    static final String OFFICE_SALT = "PLANTEDofficeSalt";
    static final String OFFICE_OWNER = "PLANTED-office-owner@example.com";

    private static final String MARK = "PLANTED";
    private static final String SIGNER_EMAIL = "PLANTED-signer@example.com";
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    /** The mark as text, as a document's numbers, and as the beginning of Base64. */
    private static final List<String> FORMS = List.of(MARK, "80,76,65,78,84,69,68", "UExBTlRFR");

    @Inject
    EsignAccounts accounts;

    /** Whether any secret can be seen in the text. */
    static boolean show(String text) {
        return FORMS.stream().anyMatch(text::contains);
    }

    /**
     * Makes the calls with both accounts; gives what an application could print of them, exceptions with their causes included.
     */
    List<String> use() {
        SERVER.reset();
        OFFICE_SERVER.reset();
        List<String> seen = use(accounts.get(EsignAccount.DEFAULT), SERVER, API_KEY);
        seen.addAll(use(accounts.get(OFFICE), OFFICE_SERVER, OFFICE_API_KEY));
        return seen;
    }

    /**
     * Makes the calls with one account.
     *
     * @param secret what eSign quotes in its refusals
     */
    static List<String> use(EsignServices account, RecordingServer server, String secret) {
        SigningSessions sessions = account.sessions();
        SessionSigners signers = account.signers();
        EsignUsers users = account.users();
        TokensApi tokens = account.client(TokensApi.class);
        List<String> seen = new ArrayList<>();
        NewSession session = NewSession.titled("PLANTED title").password("PLANTED-session-password")
                .copyTo(CopyDelivery.LINKS, "PLANTED-copy@example.com")
                .documents(Document.of("PLANTED.pdf", "%PDF-1.7 PLANTED and broken".getBytes(StandardCharsets.UTF_8))
                        .anchorTags())
                .signers(Signer.as(SignerRole.seller(1)).name("PLANTED-Ada", "PLANTED-Lovelace").email(SIGNER_EMAIL)
                        .authentication(SignerAuthentication.password("PLANTED-signer-password")))
                .build();
        User user = User.named("PLANTED-user@example.com").firstName("PLANTED").lastName("PLANTED")
                .password("PLANTED-user-password").build();
        seen.add(String.valueOf(session));
        session.signers().forEach(signer -> seen.add(signer + " " + signer.authentication()));
        session.documents().forEach(document -> seen.add(String.valueOf(document)));
        seen.add(String.valueOf(user));

        IntStream.range(0, 10)
                .forEach(i -> server.answer("encrypt", RecordingServer.requestResponse("PLANTED-cipher-text")));
        for (String fetch : List.of("gettoken", "tokenusernamepassword")) {
            server.answer(fetch, RecordingServer.refused("Error: Invalid API key " + secret));
            IntStream.range(0, 50)
                    .forEach(i -> server.answer(fetch, RecordingServer.requestResponse("PLANTED-token-" + i)));
        }
        attempt(seen, () -> sessions.get(ID));
        attempt(seen, () -> sessions.create(session));
        attempt(seen, server, "create", RecordingServer.refused(SIGNER_EMAIL + " and " + secret + " are wrong"),
                () -> sessions.create(session));
        attempt(seen, server, "create", RecordingServer.DROP, () -> sessions.create(session));
        attempt(seen, server, "create", "<html>PLANTED</html>", () -> sessions.create(session));
        attempt(seen, () -> sessions.get(ID));
        attempt(seen, server, "get", RecordingServer.DROP, () -> sessions.get(ID));
        attempt(seen, server, "get", "{\"PLANTED", () -> sessions.get(ID));
        server.answer("get", 500, "text/html", "<html>PLANTED</html>");
        attempt(seen, () -> sessions.get(ID));
        server.answer("get", "null");
        attempt(seen, server, "get", RecordingServer.refused("Error: Invalid token"), () -> sessions.get(ID));
        server.answer("start", RecordingServer.refused(SIGNER_EMAIL + " has no tags"));
        attempt(seen, () -> {
            sessions.start(ID);
            return "started";
        });
        attempt(seen, () -> sessions.signInUrl(ID));
        attempt(seen, () -> sessions.findByTransactionId("4711"));
        attempt(seen, () -> signers.inviteToken("4712"));
        attempt(seen, () -> {
            signers.invite(ID, session.signers());
            return "invited";
        });
        attempt(seen, () -> users.create(user));
        attempt(seen, () -> users.findByUsername("PLANTED-user@example.com"));
        attempt(seen, () -> {
            sessions.update(SessionUpdate.of(ID).title("PLANTED title").documents(session.documents().get(0))
                    .signers(Signer.as("PLANTED role").name("PLANTED-Ada", "PLANTED-Lovelace").email(SIGNER_EMAIL)
                            .authentication(SignerAuthentication.kbaPlusPassword("PLANTED-signer-password"))
                            .mergeField("Price", "PLANTED price").invitation("PLANTED subject", "PLANTED message"))
                    .build());
            return "updated";
        });
        attempt(seen, () -> {
            signers.update(ID, List.of(Signer.as(SignerRole.seller(1)).name("PLANTED-Ada", "PLANTED-Lovelace")
                    .email(SIGNER_EMAIL).authentication(SignerAuthentication.sms("PLANTED +1 555 0100")).build()));
            return "updated";
        });
        attempt(seen, () -> sessions.copy(SessionCopy.of(ID).title("PLANTED title")
                .readdressSigner("4712", "PLANTED-forwarded@example.com").addSigner("PLANTED-added@example.com").build()));
        attempt(seen, () -> users.update(user));
        attempt(seen, () -> users.updateByUsername("PLANTED-old@example.com", user));
        attempt(seen, () -> users.createGroupUser("4713", user));
        server.answer("PUT /rest/v1/users", RecordingServer.refused("PLANTED-user@example.com and " + secret + " are wrong"));
        attempt(seen, () -> users.update(user));
        for (String answer : List.of("{\"Message\":\"Success\",\"Urls\":[\"https://esign.example.com/PLANTED-invitation\"]}",
                "{\"PLANTED", RecordingServer.refused("PLANTED-signer@example.com " + secret))) {
            attempt(seen, server, RecordingServer.UNPUBLISHED, answer, () -> account.documents().inviteUrls(ID));
        }
        attempt(seen, server, "GET /rest/v1/signers/4712/token", RecordingServer.requestResponse("PLANTED-invite-token"),
                () -> signers.inviteToken("4712"));
        attempt(seen, () -> tokens.authenticateUser("PLANTED-token:PLANTED-password", OWNER, SALT).await()
                .indefinitely());
        return seen;
    }

    private static void attempt(List<String> seen, RecordingServer server, String operation, String answer, Callable<?> call) {
        server.answer(operation, answer);
        attempt(seen, call);
    }

    private static void attempt(List<String> seen, Callable<?> call) {
        try {
            seen.add(String.valueOf(call.call()));
        } catch (Exception failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            seen.add(trace.toString());
            if (failure instanceof EsignException known) {
                seen.add(known.operation() + " " + known.sessionId() + " " + known.httpStatus());
            }
        }
    }
}
