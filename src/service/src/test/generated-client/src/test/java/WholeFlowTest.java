import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.example.esign.ApiClient;
import com.example.esign.ApiException;
import com.example.esign.ApiResponse;
import com.example.esign.api.AnchorTagsApi;
import com.example.esign.api.LifecycleApi;
import com.example.esign.api.SessionsApi;
import com.example.esign.api.SignInApi;
import com.example.esign.api.SignersApi;
import com.example.esign.model.CopiedSession;
import com.example.esign.model.CreatedSession;
import com.example.esign.model.NewDocument;
import com.example.esign.model.NewSession;
import com.example.esign.model.NewSigner;
import com.example.esign.model.Problem;
import com.example.esign.model.Session;
import com.example.esign.model.SessionCopy;
import com.example.esign.model.SessionPage;
import com.example.esign.model.SessionPurge;
import com.example.esign.model.SessionUpdate;
import com.example.esign.model.SignIn;
import com.example.esign.model.Signer;
import com.example.esign.model.SignerAuthentication;
import com.example.esign.model.SignerAuthentication.MethodEnum;
import com.example.esign.model.SignerChange;
import com.example.esign.model.TagReport;

/**
 * From the first document to the end of a session, with nothing but what a generator made of the OpenAPI document. The generated
 * classes refuse answers that the document doesn't describe.
 */
class WholeFlowTest {

    private static final File AGREEMENT = new File(System.getProperty("agreement"));

    private final ApiClient client = new ApiClient().setBasePath(System.getProperty("service")).setReadTimeout(60_000);
    private final SessionsApi sessions = new SessionsApi(client);
    private final LifecycleApi lifecycle = new LifecycleApi(client);
    private final SignersApi signers = new SignersApi(client);

    @Test
    void sendsAndFollowsASession() throws ApiException {
        TagReport report = new AnchorTagsApi(client).checkAnchorTags(List.of(AGREEMENT), List.of("Seller 1", "Buyer 1"));
        assertThat(report.getErrors()).isZero();

        String key = UUID.randomUUID().toString();
        CreatedSession created = create(key);
        assertThat(created.getTransactionId()).isEqualTo(key);
        assertThat(create(key).getId()).isEqualTo(created.getId());
        String id = created.getId();

        ApiResponse<Session> read = sessions.getSessionWithHttpInfo(id, null);
        assertThat(read.getData().getStatus()).isEqualTo("InDraft");
        assertThat(read.getData().getExpiresOn()).isAfter(OffsetDateTime.now());
        assertThat(read.getData().getDocuments()).singleElement()
                .satisfies(document -> assertThat(document.getFileName()).isEqualTo(AGREEMENT.getName()));
        assertThat(read.getData().getSigners()).extracting(Signer::getRole).containsExactly("Seller 1", "Buyer 1");
        String version = read.getHeaders().get("etag").get(0);

        sessions.updateSession(id, new SessionUpdate().title("Another title"), version, List.of());
        assertProblem(412, "session-changed",
                () -> sessions.updateSession(id, new SessionUpdate().title("A third"), version, List.of()));

        String signer = read.getData().getSigners().get(0).getId();
        signers.updateSigner(id, signer, new SignerChange().email("lovelace@example.com")
                .authentication(new SignerAuthentication().method(MethodEnum.NONE)), null);

        assertThat(sessions.startSession(id, null, null, null).getStatus()).isEqualTo("InSent");
        signers.inviteSigner(id, signer, null, null);
        Session started = sessions.getSession(id, null);
        assertThat(started.getTitle()).isEqualTo("Another title");
        assertThat(started.getSigners().get(0).getEmail()).isEqualTo("lovelace@example.com");
        assertThat(started.getSigners().get(0).getStatus()).isEqualTo("Invited");

        SessionPage page = sessions.listSessions(10, null, null, key);
        assertThat(page.getSessions()).singleElement().satisfies(row -> {
            assertThat(row.getId()).isEqualTo(id);
            assertThat(row.getCreatedOn()).isBefore(OffsetDateTime.now().plusMinutes(1));
        });
        assertThat(sessions.getSessionLog(id).getEntries()).hasSizeGreaterThan(2);
        assertThat(new SignInApi(client).createSignInUrl(new SignIn().sessionId(id)).getUrl().toString()).contains("token=");

        CopiedSession copy = lifecycle.copySession(id, null, new SessionCopy().title("A copy"));
        lifecycle.deleteSession(copy.getId(), null);
        assertThat(sessions.listSessions(200, "deleted", null, null).getSessions()).anyMatch(
                row -> row.getId().equals(copy.getId()));

        lifecycle.pauseSession(id, null);
        assertProblem(409, "invalid-session-state", () -> lifecycle.purgeSession(id, null, null));
        lifecycle.cancelSession(id, null, null);
        lifecycle.purgeSession(id, null, new SessionPurge().time(SessionPurge.TimeEnum.SCHEDULED));
        lifecycle.cancelPurge(id, null);
        assertThat(sessions.getSession(id, null).getStatus()).isEqualTo("Cancelled");
    }

    @Test
    void learnsWhatIsWrong() {
        Problem problem = assertProblem(422, "invalid-request",
                () -> sessions.createSession(new NewSession().title(" "), null, null, null, null, List.of()));
        assertThat(problem.getProblems()).singleElement().satisfies(found -> assertThat(found.getField()).isEqualTo("title"));
        assertProblem(404, "session-not-found", () -> sessions.getSession(UUID.randomUUID().toString(), null));
        assertProblem(422, "invalid-request", () -> sessions.listSessions(null, null, null, null));
    }

    private CreatedSession create(String key) throws ApiException {
        NewSession session = new NewSession().title("Purchase agreement").expiresOn(OffsetDateTime.now().plusDays(30).toString())
                .signingOrder(NewSession.SigningOrderEnum.SEQUENTIAL)
                .addDocumentsItem(new NewDocument().anchorTags(true))
                .addSignersItem(new NewSigner().role("Seller 1").firstName("Ada").lastName("Lovelace").email("ada@example.com"))
                .addSignersItem(new NewSigner().role("Buyer 1").lastName("Turing").email("alan@example.com").authentication(
                        new SignerAuthentication().method(MethodEnum.PASSWORD).password("as agreed by phone")));
        return sessions.createSession(session, key, null, null, null, List.of(AGREEMENT));
    }

    private static Problem assertProblem(int status, String type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Problem[] problem = new Problem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, failure -> {
            assertThat(failure.getCode()).as(failure.getResponseBody()).isEqualTo(status);
            problem[0] = com.example.esign.JSON.deserialize(failure.getResponseBody(), Problem.class);
            assertThat(problem[0].getType()).hasToString("urn:esign:problem:" + type);
        });
        return problem[0];
    }
}
