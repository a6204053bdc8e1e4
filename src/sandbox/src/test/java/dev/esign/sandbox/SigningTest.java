package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.sandbox.session.AuthenticationStep;
import dev.esign.sandbox.session.DocumentCollector;
import dev.esign.sandbox.session.DocumentContent;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.FieldKind;
import dev.esign.sandbox.session.KbaQuestion;
import dev.esign.sandbox.session.Mail;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.SessionEvent;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.Visit;
import dev.esign.sandbox.session.Visits;

/** What signers do, from the link in the mail to the end of the session. */
class SigningTest {

    private static final String IP = "192.0.2.7";
    private static final Map<String, String> SIGNED = Map.of("signature", "Ann Lee");

    private final MutableClock clock = new MutableClock();
    private final Sessions sessions = new Sessions(clock, Duration.ZERO);
    private final Visits visits = new Visits(sessions);
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void listen() {
        sessions.listen(event -> {
            if (event instanceof SessionEvent.SignerMoved moved) {
                events.add(moved.signer().lastName() + " " + moved.signer().status().label()
                        + moved.declinedReason().map(reason -> ": " + reason).orElse(""));
            } else {
                events.add(event.session().status().label());
            }
        });
    }

    @Test
    void anInvitationLeadsToASignatureAndToTheEnd() throws Exception {
        SigningSession session = sent("'CopyTo':'boss@example.com, files@example.com','EmailOptions':3",
                signer("Ann", "Lee", ""));
        Mail invitation = mails(Mail.Kind.INVITATION).get(0);
        assertThat(invitation.to()).isEqualTo("ann@example.com");
        assertThat(invitation.subject()).isEqualTo("Please sign: Offer");

        Visit visit = open(session, 0);
        assertThat(visit.nextStep()).isEmpty();
        assertThat(visit.fields()).singleElement().satisfies(field -> {
            assertThat(field.kind()).isEqualTo(FieldKind.SIGNATURE);
            assertThat(field.required()).isTrue();
        });
        visit.sign(SIGNED);

        assertThat(events).containsExactly("InDraft", "InSent", "Lee Invited", "Lee InProgress", "Lee Completed", "Completed");
        assertThat(visit.fields()).extracting(Field::value).containsExactly("Ann Lee");
        assertThat(mails(Mail.Kind.COMPLETED)).extracting(Mail::to).containsExactly("ann@example.com", "owner@example.com");
        Mail toSigner = mails(Mail.Kind.COMPLETED).get(0);
        assertThat(toSigner.links()).extracting(Mail.Link::path)
                .containsExactly("/_sandbox/documents/" + visit.session().contents().documents().get(0).id());
        Mail toOwner = mails(Mail.Kind.COMPLETED).get(1);
        assertThat(toOwner.cc()).containsExactly("boss@example.com", "files@example.com");
        assertThat(toOwner.links()).isEmpty();
        assertThat(toOwner.attachments()).hasSize(1);
        assertThat(session.snapshot().history().log()).extracting(entry -> entry.description()).containsExactly(
                "Session created by owner@example.com.", "Session sent.", "Invitation sent to Ann Lee (ann@example.com).",
                "Ann Lee opened the session.", "Ann Lee signed.", "Session completed.");
        assertThat(session.snapshot().history().log().get(4).ip()).isEqualTo(IP);
    }

    @Test
    void oneAfterTheOtherIsInvitedAndThoseOfOnePositionTogether() throws Exception {
        SigningSession session = sent("'UseSequence':1", signer("Ann", "Lee", ",'Sequence':1"),
                signer("Bob", "Ray", ",'Sequence':2"), signer("Cyd", "Poe", ",'Sequence':2"));
        assertThat(statuses(session)).containsExactly("Invited", "PendingInvite", "PendingInvite");
        refused(() -> open(session, 1), "Error: It is not this signer's turn yet.");

        open(session, 0).sign(SIGNED);
        assertThat(statuses(session)).containsExactly("Completed", "Invited", "Invited");

        open(session, 2).sign(SIGNED);
        assertThat(session.snapshot().status().label()).isEqualTo("InSent");
        open(session, 1).sign(SIGNED);
        assertThat(session.snapshot().status().label()).isEqualTo("Completed");
        assertThat(mails(Mail.Kind.SIGNED)).hasSize(2);
    }

    @Test
    void withoutInvitationsSignersComeWithALinkFromTheClient() throws Exception {
        SigningSession session = sent("'SendSignerInvites':false,'UseSequence':1", signer("Ann", "Lee", ""),
                signer("Bob", "Ray", ""));

        assertThat(mails(Mail.Kind.INVITATION)).isEmpty();
        refused(() -> open(session, 1), "Error: It is not this signer's turn yet.");
        open(session, 0).sign(SIGNED);
        open(session, 1).sign(SIGNED);

        assertThat(session.snapshot().status().label()).isEqualTo("Completed");
    }

    @Test
    void thePasswordsOfTheSessionAndOfTheSignerAreAskedFor() throws Exception {
        SigningSession session = sent("'Password':'all'",
                signer("Ann", "Lee", ",'AuthMethod':'Password','AuthenticationSettings':{'Password':'mine'}"));
        Visit visit = open(session, 0);

        assertThat(visit.nextStep()).hasValue(AuthenticationStep.SESSION_PASSWORD);
        refused(visit::fields, "Error: The session password is asked for first.");
        refused(() -> visit.sign(SIGNED), "Error: The session password is asked for first.");
        refused(() -> visit.decline("no"), "Error: The session password is asked for first.");
        visit.authenticate(AuthenticationStep.SESSION_PASSWORD, List.of("all"));
        refused(() -> visit.authenticate(AuthenticationStep.PASSWORD, List.of("all")),
                "Error: The password is not right. Tries left: 4.");
        visit.authenticate(AuthenticationStep.PASSWORD, List.of("mine"));

        assertThat(visit.nextStep()).isEmpty();
        assertThat(open(session, 0).nextStep()).as("another visit").hasValue(AuthenticationStep.SESSION_PASSWORD);
        assertThat(session.snapshot().contents().toString()).doesNotContain("mine");
        visit.sign(SIGNED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "'AuthMethod':'None';", "'AuthMethod':'SMS'; SMS_CODE", "'AuthMethod':'kba'; KBA",
            "'AuthMethod':'KBAPlusPassword'; PASSWORD KBA", "'AuthMethods':['SMS','Password']; SMS_CODE PASSWORD",
            "'AuthMethod':'KBA','AuthMethods':['KBA']; KBA", "'AuthMethod':3; PASSWORD" }, quoteCharacter = '`')
    void theStepsFollowFromTheMethods(String methods, String steps) throws Exception {
        SigningSession session = sent("",
                signer("Ann", "Lee", "," + methods + ",'AuthenticateSigner':{'Password':'p'}"));

        assertThat(String.join(" ", session.snapshot().contents().signers().get(0).authenticationSteps().stream()
                .map(Enum::name).toList())).isEqualTo(steps == null ? "" : steps);
    }

    @Test
    void aCodeComesBySmsAndANewOneReplacesIt() throws Exception {
        SigningSession session = sent("",
                signer("Ann", "Lee", ",'AuthMethod':'SMS','AuthenticationSettings':{'SmsPhoneNumber':'+1 555 0100'}"));
        Visit visit = open(session, 0);

        assertThat(mails(Mail.Kind.SMS_CODE)).extracting(Mail::to).containsExactly("+1 555 0100");
        String first = code(0);
        visit.sendCode();
        if (!first.equals(code(1))) {
            refused(() -> visit.authenticate(AuthenticationStep.SMS_CODE, List.of(first)),
                    "Error: The code is not right. Tries left: 4.");
        }
        visit.authenticate(AuthenticationStep.SMS_CODE, List.of(code(1)));

        assertThat(visit.nextStep()).isEmpty();
        refused(visit::sendCode, "Error: No code is asked for.");
    }

    @Test
    void simulatedQuestionsTellTheirAnswers() throws Exception {
        Visit visit = open(sent("", signer("Ann", "Lee", ",'AuthMethod':'KBA'")), 0);
        List<String> right = visit.questions().stream().map(KbaQuestion::rightOption).toList();

        refused(() -> visit.authenticate(AuthenticationStep.KBA, right.subList(0, 1)),
                "Error: The answers are not right. Tries left: 4.");
        assertThat(visit.questions()).allSatisfy(question -> {
            assertThat(question.options()).contains(question.rightOption());
            assertThat(question.text()).contains(question.rightOption());
        });
        visit.authenticate(AuthenticationStep.KBA, right);

        assertThat(visit.nextStep()).isEmpty();
    }

    @Test
    void fiveFailuresLockTheSignerUntilTheInvitationIsSentAgain() throws Exception {
        SigningSession session = lockedSession();
        assertThat(events).endsWith("Lee AuthenticationFailed");
        assertThat(mails(Mail.Kind.AUTHENTICATION_FAILED)).extracting(Mail::to).containsExactly("owner@example.com");
        refused(() -> open(session, 0),
                "Error: The signer is locked after 5 failed authentications. The sender can send a new invitation.");

        session.invite(List.of(given(session, 0)), "https://example.com", IP);

        assertThat(statuses(session)).containsExactly("Invited");
        refused(() -> open(session, 0).authenticate(AuthenticationStep.PASSWORD, List.of("wrong")),
                "Error: The password is not right. Tries left: 4.");
    }

    @Test
    void aRestartOfTheSessionGivesNewTriesToo() throws Exception {
        SigningSession session = lockedSession();

        session.pause(IP);
        session.start("https://example.com", IP);

        assertThat(statuses(session)).containsExactly("Invited");
        open(session, 0).authenticate(AuthenticationStep.PASSWORD, List.of("p"));
    }

    @Test
    void aPausedSessionLetsNobodyIn() throws Exception {
        SigningSession session = sent("", signer("Ann", "Lee", ""));
        Visit visit = open(session, 0);

        session.pause(IP);

        refused(() -> visit.sign(SIGNED), "Error: The signing session is InPaused and cannot be signed.");
        refused(() -> open(session, 0), "Error: The signing session is InPaused and cannot be signed.");
        session.start("https://example.com", IP);
        visit.sign(SIGNED);
        assertThat(session.snapshot().status().label()).isEqualTo("Completed");
    }

    @Test
    void aDocumentHasToBeUploadedFirstIfTheSessionSaysSo() throws Exception {
        for (String how : List.of("'MandateDocUpload':true", "'Properties':[{'Key':'MandateDocUpload','Value':'1'}]",
                "'Properties':{'mandatedocupload':'true'}")) {
            SigningSession session = sent("", signer("Ann", "Lee", "," + how));
            Visit visit = open(session, 0);

            refused(() -> visit.sign(SIGNED), "Error: The signer must upload a document before signing.");
            refused(() -> visit.upload("id.png", DocumentContent.NONE), "Error: id.png did not upload.");
            visit.upload("id.png", DocumentCollector.collect(new byte[] { 1, 2 }));
            visit.sign(SIGNED);

            assertThat(visit.signer().progress().uploads()).singleElement()
                    .satisfies(upload -> assertThat(upload.content().size()).isEqualTo(2));
        }
    }

    @Test
    void decliningTellsTheReasonAndLeavesTheSessionToItsOwner() throws Exception {
        SigningSession session = sent("'UseSequence':1", signer("Ann", "Lee", ""), signer("Bob", "Ray", ""));
        Visit visit = open(session, 0);

        refused(() -> visit.decline("  "), "Error: A reason of up to 1000 letters is needed to decline.");
        visit.decline("Too expensive");

        assertThat(events).endsWith("Lee Declined: Too expensive");
        assertThat(statuses(session)).containsExactly("Declined", "PendingInvite");
        assertThat(session.snapshot().status().label()).isEqualTo("InSent");
        assertThat(mails(Mail.Kind.DECLINED)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("owner@example.com");
            assertThat(mail.text()).contains("Ann Lee", "Too expensive");
        });
        refused(() -> visit.sign(SIGNED), "Error: The signer is Declined and cannot act.");

        session.invite(List.of(given(session, 0)), "https://example.com", IP);
        open(session, 0).sign(SIGNED);
        assertThat(statuses(session)).containsExactly("Completed", "Invited");
    }

    @Test
    void anotherOneSignsInstead() throws Exception {
        SigningSession session = sent("'AllowDelegation':true,'UseSequence':1", signer("Ann", "Lee", ",'Sequence':3"),
                signer("Bob", "Ray", ",'Sequence':4"));
        Visit visit = open(session, 0);

        refused(() -> visit.delegate("Zoe", "", "zoe@example.com"),
                "Error: All signers must have a last name and valid email address.");
        Signer zoe = visit.delegate("Zoe", "Fox", "zoe@example.com");

        assertThat(statuses(session)).containsExactly("Delegated", "PendingInvite", "Invited");
        assertThat(events).endsWith("Lee Delegated", "Fox Invited");
        assertThat(zoe.role()).isEqualTo("Lee");
        assertThat(zoe.position(9)).isEqualTo(3);
        assertThat(visit.signer().progress().delegatedTo()).hasValue(zoe.id());
        assertThat(mails(Mail.Kind.INVITATION)).extracting(Mail::to).containsExactly("ann@example.com", "zoe@example.com");
        open(session, 2).sign(SIGNED);
        assertThat(statuses(session)).containsExactly("Delegated", "Invited", "Completed");
    }

    @Test
    void delegationNeedsThePermissionOfTheSession() throws Exception {
        Visit visit = open(sent("", signer("Ann", "Lee", "")), 0);

        refused(() -> visit.delegate("Zoe", "Fox", "zoe@example.com"),
                "Error: The signing session does not allow delegation.");
    }

    @Test
    void theOwnerSignsFirstIfTheSessionSaysSo() throws Exception {
        SigningSession session = sent("'FirstSigner':true,'OwnerName':'Olga M. Ower','UseSequence':1",
                signer("Ann", "Lee", ""));

        assertThat(statuses(session)).containsExactly("Invited", "PendingInvite");
        Signer owner = session.snapshot().contents().signers().get(0);
        assertThat(List.of(owner.email(), owner.firstName(), owner.lastName()))
                .containsExactly("owner@example.com", "Olga M.", "Ower");
        open(session, 0).sign(SIGNED);
        assertThat(statuses(session)).containsExactly("Completed", "Invited");
    }

    @Test
    void anOwnerWhoIsASignerIsNotAddedTwice() throws Exception {
        SigningSession session = sent("'FirstSigner':true", signer("Owner", "Lee", ""));

        assertThat(session.snapshot().contents().signers()).hasSize(1);
    }

    @Test
    void signaturesApplyThemselvesIfTheSignerSaysSo() throws Exception {
        Visit visit = open(sent("", signer("Ann", "Lee", ",'AutoApplySignature':true")), 0);

        visit.sign(Map.of());

        assertThat(visit.fields()).extracting(Field::value).containsExactly("Ann Lee");
    }

    @Test
    void aRequiredFieldMustBeFilledInAndAnUnknownOneCanNot() throws Exception {
        Visit visit = open(sent("", signer("Ann", "Lee", "")), 0);

        refused(() -> visit.sign(Map.of("other", "x")), "Error: There is no field \"other\" for this signer.",
                "Error: The signature field \"signature\" is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x" })
    void anUnknownLinkOrVisitIsNone(String text) {
        refused(() -> visits.open(text, IP), "Error: The invitation is unknown.");
        refused(() -> visits.find(text), "Error: The visit is over. Please follow the link of the invitation again.");
    }

    @Test
    void aVisitIsFoundAgain() throws Exception {
        Visit visit = open(sent("", signer("Ann", "Lee", "")), 0);

        assertThat(visits.find(visit.id())).isSameAs(visit);
    }

    @Test
    void whatHappenedHasHappenedThoughAListenerFails() throws Exception {
        sessions.listen(event -> {
            throw new IllegalStateException("a listener");
        });
        sessions.watch(session -> {
            throw new IllegalStateException("a watcher");
        });
        Logger logger = Logger.getLogger(Sessions.class.getName());
        logger.setUseParentHandlers(false);
        try {
            SigningSession session = sent("", signer("Ann", "Lee", ""));
            assertThat(session.snapshot().status().label()).isEqualTo("InSent");
        } finally {
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void nobodySignsTwice() throws Exception {
        SigningSession session = sent("", signer("Ann", "Lee", ""), signer("Bob", "Ray", ""));
        open(session, 0).sign(SIGNED);

        refused(() -> open(session, 0), "Error: The signer is Completed and has nothing to sign.");
    }

    private SigningSession lockedSession() throws Exception {
        SigningSession session = sent("",
                signer("Ann", "Lee", ",'AuthMethod':'Password','AuthenticationSettings':{'Password':'p'}"));
        for (int left = 4; left >= 0; left--) {
            Visit visit = open(session, 0);
            refused(() -> visit.authenticate(AuthenticationStep.PASSWORD, List.of("wrong")),
                    "Error: The password is not right. Tries left: " + left + ".");
        }
        return session;
    }

    private static SessionChange.GivenSigner given(SigningSession session, int index) throws Exception {
        return SessionChange.GivenSigner.of(Client.json(
                "{\"SignerId\":\"" + session.snapshot().contents().signers().get(index).id() + "\",\"Sequence\":0}"));
    }

    private static String signer(String first, String last, String more) {
        return "{'FirstName':'%s','LastName':'%s','EmailAddress':'%s@example.com','SignerRole':'%s'%s}".formatted(first, last,
                first.toLowerCase(), last, more);
    }

    private SigningSession sent(String info, String... signers) throws Exception {
        String body = SandboxTest.body("'Title':'Offer'" + (info.isEmpty() ? "" : "," + info), "{'FormId':'t'}",
                String.join(",", signers));
        SigningSession session = sessions.create(SessionChange.of(Client.json(body), clock.instant()), IP);
        session.start("https://example.com", IP);
        return session;
    }

    private Visit open(SigningSession session, int signer) throws RefusedException {
        return visits.open(session.snapshot().contents().signers().get(signer).progress().inviteToken(), IP);
    }

    private static List<String> statuses(SigningSession session) {
        return session.snapshot().contents().signers().stream().map(signer -> signer.status().label()).toList();
    }

    private List<Mail> mails(Mail.Kind kind) {
        return sessions.mails().stream().filter(mail -> mail.kind() == kind).toList();
    }

    private String code(int index) {
        String text = mails(Mail.Kind.SMS_CODE).get(index).text();
        return text.substring(text.length() - 6);
    }

    private static void refused(ThrowingCallable call, String... details) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.details()).containsExactly(details));
    }
}
