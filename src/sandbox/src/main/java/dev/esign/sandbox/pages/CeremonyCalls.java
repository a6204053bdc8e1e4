package dev.esign.sandbox.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.AuthenticationStep;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.DocumentCollector;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SignerStatus;
import dev.esign.sandbox.session.Visit;
import dev.esign.sandbox.session.Visits;

/** What a signer does after following the link of an invitation. A cookie for this link alone names the visit. */
final class CeremonyCalls {

    /** The answers of a KBA, in the order of the questions, are {@code answer0}, {@code answer1} … */
    static final String ANSWER = "answer";

    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)visit=([A-Za-z0-9_-]{1,100})");
    private static final int LARGEST_FORM = 2 * 1024 * 1024;
    private static final int LARGEST_UPLOAD = 26 * 1024 * 1024;

    private final Sessions sessions;
    private final Visits visits;
    private final CeremonyPage page;
    private final EndPage end;
    private final DocumentFiles files;

    CeremonyCalls(Sessions sessions, Visits visits, CeremonyPage page, EndPage end, DocumentFiles files) {
        this.sessions = sessions;
        this.visits = visits;
        this.page = page;
        this.end = end;
        this.files = files;
    }

    /** Something that a signer does with a form. */
    private interface Action {

        void run(Visit visit, Form form) throws RefusedException;
    }

    Answer get(Request request) {
        String token = request.variable("token");
        SessionSnapshot session;
        Signer signer;
        try {
            Sessions.Invitation invitation = sessions.findInvitation(token);
            session = invitation.session().snapshot();
            signer = session.signer(invitation.signerId()).orElseThrow();
        } catch (RefusedException e) {
            return end.unknown();
        }
        Optional<Answer> over = end.of(session, signer);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<Visit> known = visit(request);
        // Somebody who was invited anew comes anew, whatever was left open before.
        if (known.isPresent() && signer.status() == SignerStatus.IN_PROGRESS) {
            return page.of(known.get(), 200, List.of(), Form.EMPTY);
        }
        try {
            Visit visit = visits.open(token, request.remoteAddress());
            return page.of(visit, 200, List.of(), Form.EMPTY).with("Set-Cookie",
                    "visit=" + visit.id() + "; Path=/sign/" + token + "; HttpOnly; SameSite=Lax");
        } catch (RefusedException e) {
            return end.refused(session, signer, e.details());
        }
    }

    Call authenticate() {
        return act(LARGEST_FORM, (visit, form) -> {
            Optional<AuthenticationStep> asked = visit.nextStep();
            // A form that was sent twice: the second one proves nothing and costs no try.
            if (asked.isPresent() && asked.get().name().equals(form.value("step"))) {
                visit.authenticate(asked.get(), answers(visit, asked.get(), form));
            }
        });
    }

    Call sendCode() {
        return act(LARGEST_FORM, (visit, form) -> visit.sendCode());
    }

    Call sign() {
        return act(LARGEST_FORM, (visit, form) -> {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field field : visit.fields()) {
                String value = form.value(FieldInput.NAME + field.id());
                if (!value.isEmpty()) {
                    values.put(field.id(), value);
                }
            }
            visit.sign(values);
        });
    }

    Call decline() {
        return act(LARGEST_FORM, (visit, form) -> visit.decline(form.value("reason")));
    }

    Call delegate() {
        return act(LARGEST_FORM,
                (visit, form) -> visit.delegate(form.value("firstName"), form.value("lastName"), form.value("email")));
    }

    Call upload() {
        return act(LARGEST_UPLOAD, (visit, form) -> {
            Form.File file = form.file("document")
                    .orElseThrow(() -> new RefusedException("Choose a file first."));
            DocumentCollector collector = new DocumentCollector(LARGEST_UPLOAD);
            collector.write(file.content(), 0, file.content().length);
            visit.upload(file.name(), collector.finish());
        });
    }

    Answer document(Request request) {
        return proved(request).map(document -> files.file(document)).orElseGet(Answer::notFound);
    }

    Answer picture(Request request) {
        return proved(request).map(document -> files.picture(document, request)).orElseGet(Answer::notFound);
    }

    /** The document that is asked for, if the signer may see it. */
    private Optional<Document> proved(Request request) {
        return visit(request).filter(visit -> visit.nextStep().isEmpty())
                .flatMap(visit -> visit.session().document(request.variable("document")));
    }

    private Call act(int largest, Action action) {
        return request -> {
            Form form = FormReader.read(request, largest);
            Optional<Visit> visit = visit(request);
            if (visit.isEmpty()) {
                // Forgotten, or opened without cookies: the link tells what to do.
                return end.visitOver();
            }
            try {
                action.run(visit.get(), form);
                return Redirect.to("/sign/" + visit.get().signer().progress().inviteToken());
            } catch (RefusedException e) {
                Optional<Answer> over = end.of(visit.get().session(), visit.get().signer());
                return over.isPresent() ? over.get() : page.of(visit.get(), 422, e.details(), form);
            }
        };
    }

    /** The visit that the cookie names, if it is one to the signer whose link this is. */
    private Optional<Visit> visit(Request request) {
        Matcher cookie = COOKIE.matcher(request.header("Cookie"));
        if (!cookie.find()) {
            return Optional.empty();
        }
        try {
            Visit visit = visits.find(cookie.group(1));
            String invited = sessions.findInvitation(request.variable("token")).signerId();
            return Optional.of(visit).filter(found -> found.signer().id().equals(invited));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static List<String> answers(Visit visit, AuthenticationStep step, Form form) {
        if (step != AuthenticationStep.KBA) {
            return List.of(form.value(ANSWER));
        }
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < visit.questions().size(); i++) {
            answers.add(form.value(ANSWER + i));
        }
        return answers;
    }
}
