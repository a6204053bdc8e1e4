package dev.esign.sandbox.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.session.AuthenticationStep;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.KbaQuestion;
import dev.esign.sandbox.session.Mail;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.Visit;

/** What a signer sees: something to prove first, then the documents with the fields to fill in. */
final class CeremonyPage {

    private final Layout layout;
    private final DocumentView documents;

    CeremonyPage(Layout layout, DocumentView documents) {
        this.layout = layout;
        this.documents = documents;
    }

    /**
     * Shows what is next.
     *
     * @param problems what was wrong with the form that was sent
     * @param sent that form, whose texts stay
     */
    Answer of(Visit visit, int status, List<String> problems, Form sent) {
        Optional<AuthenticationStep> step = visit.nextStep();
        String mark = problems.isEmpty() ? "" : "Problem: ";
        if (step.isPresent()) {
            return layout.signers(status, mark + "Prove who you are", prove(visit, step.get(), problems), false);
        }
        try {
            return layout.signers(status, mark + "Sign " + OverviewPage.title(visit.session()), signing(visit, problems, sent),
                    true);
        } catch (RefusedException e) {
            throw new IllegalStateException("a signer who has nothing to prove has fields", e);
        }
    }

    private static Markup prove(Visit visit, AuthenticationStep step, List<String> problems) {
        String path = path(visit);
        return Markup.of("""
                {}<div class="card">
                <h1>Prove who you are</h1>
                <p class="soft">{} asks for it before you see “{}”.</p>
                {}{}<form method="post" action="{}/authenticate">
                <input type="hidden" name="step" value="{}">
                {}<p><button class="main">Continue</button></p>
                </form>
                {}</div>
                """, steps(visit, 0), sender(visit.session()), OverviewPage.title(visit.session()), Texts.problems(problems),
                hint(visit, step), path, step.name(), question(visit, step),
                Markup.of("""
                        <form method="post" action="{}/code"><button class="small">Send a new code</button></form>
                        """, path).when(step == AuthenticationStep.SMS_CODE));
    }

    private static Markup question(Visit visit, AuthenticationStep step) {
        return switch (step) {
            case SESSION_PASSWORD -> input("Password of this session", "password", "off");
            case PASSWORD -> input("Your password", "password", "off");
            case SMS_CODE -> input("Code from the SMS", "text", "one-time-code");
            case KBA -> questions(visit.questions());
        };
    }

    private static Markup input(String label, String type, String autocomplete) {
        return Markup.of("""
                <div class="row"><div><label for="answer">{}</label>
                <input id="answer" name="{}" type="{}" autocomplete="{}" required></div></div>
                """, label, CeremonyCalls.ANSWER, type, autocomplete);
    }

    private static Markup questions(List<KbaQuestion> questions) {
        List<Markup> parts = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            String name = CeremonyCalls.ANSWER + i;
            parts.add(Markup.of("<fieldset class=\"row\"><legend>{}</legend>{}</fieldset>\n", questions.get(i).text(),
                    questions.get(i).options().stream().map(option -> Markup.of("""
                            <label class="choice"><input type="radio" name="{}" value="{}" required> {}</label>
                            """, name, option, option)).toList()));
        }
        return Markup.join(parts);
    }

    /** What the signer of a real session would know; here there is nobody to know it. */
    private static Markup hint(Visit visit, AuthenticationStep step) {
        Markup text = switch (step) {
            case SESSION_PASSWORD, PASSWORD ->
                Markup.text("The password is the one that the sender set. It is not shown: only a "
                        + "digest of it is kept. Five wrong ones lock the invitation.");
            case SMS_CODE -> code(visit).map(code -> Markup.of("No SMS was sent. Your code is <code>{}</code>", code))
                    .orElse(Markup.text("No SMS was sent."));
            case KBA -> Markup.text("Nobody's life is known here, so each question tells its answer.");
        };
        return Markup.of("<div class=\"help\" role=\"note\"><p><strong>Sandbox:</strong> {}</p></div>\n", text);
    }

    private static Optional<String> code(Visit visit) {
        Signer signer = visit.signer();
        String to = signer.progress().phone().orElse(signer.email());
        return visit.session().history().mails().stream()
                .filter(mail -> mail.kind() == Mail.Kind.SMS_CODE && mail.to().equals(to))
                .reduce((first, last) -> last).map(mail -> mail.text().replaceAll("\\D", ""));
    }

    private Markup signing(Visit visit, List<String> problems, Form sent) throws RefusedException {
        SessionSnapshot session = visit.session();
        Signer signer = visit.signer();
        List<Field> own = own(visit, sent);
        Map<String, Integer> numbers = new HashMap<>();
        own.forEach(field -> numbers.put(field.id(), numbers.size() + 1));
        return Markup.of("""
                {}<div class="title"><h1>{}</h1><p class="soft end">From {} for {}{}</p></div>
                {}<div class="signing">
                <div class="stack">{}</div>
                <section class="panel card" aria-label="Your part">
                {}{}{}{}</section>
                </div>
                """, steps(visit, 1), OverviewPage.title(session), sender(session), signer.name(),
                Markup.of(" ({})", signer.role()).when(!signer.role().isEmpty()), Texts.problems(numbered(problems, numbers)),
                session.contents().documents().stream().map(document -> document(visit, document, own, numbers)).toList(),
                upload(visit, signer), form(visit, own, numbers), delegate(visit, sent), decline(visit, sent));
    }

    private Markup document(Visit visit, Document document, List<Field> own, Map<String, Integer> numbers) {
        Map<String, Field> current = new HashMap<>();
        own.forEach(field -> current.put(field.id(), field));
        List<Field> fields = FieldValues.of(visit.session(), document).stream()
                .map(field -> current.getOrDefault(field.id(), field)).toList();
        String path = path(visit) + "/documents/" + document.id();
        return Markup.of("<section class=\"card\" aria-label=\"{}\">{}{}</section>\n", document.label(),
                DocumentView.head(document, path),
                documents.content(document, path, fields, field -> numbers.getOrDefault(field.id(), 0)));
    }

    private static Markup form(Visit visit, List<Field> own, Map<String, Integer> numbers) {
        long required = own.stream().filter(field -> field.required() && !field.automatic()).count();
        List<Markup> inputs = own.stream().map(field -> new FieldInput(field, numbers.get(field.id()), visit.signer(),
                visit.session().document(field.documentId()).map(Document::label).orElse("")).markup()).toList();
        return Markup.of("""
                <form method="post" action="{}/sign" id="signing">
                <h2>Fill in and sign</h2>
                {}{}<p class="hint">By signing you agree to the documents beside this. In this sandbox that binds nobody.</p>
                <p class="buttons"><button class="main">Sign</button></p>
                </form>
                """, path(visit),
                Markup.of(
                        """
                                <div data-progress hidden><p class="small" role="status"><span data-done>0</span> of {} required fields filled in</p>
                                <progress max="{}" value="0" aria-label="Required fields filled in"></progress>
                                <p class="buttons"><button type="button" class="small" data-next>Next required field</button></p></div>
                                """,
                        required, required).when(required > 0),
                inputs);
    }

    private static Markup upload(Visit visit, Signer signer) {
        if (!signer.mustUpload()) {
            return Markup.NOTHING;
        }
        boolean done = !signer.progress().uploads().isEmpty();
        return Markup.of("""
                <section aria-labelledby="upload-title">
                <h2 id="upload-title">Add a document {}</h2>
                <p class="soft small">The sender asks you for a document, such as a proof of identity.</p>
                {}<form method="post" action="{}/upload" enctype="multipart/form-data">
                <label for="document">File, up to 25 MB</label>
                <input type="file" id="document" name="document" required>
                <p class="buttons"><button>{}</button></p>
                </form>
                </section><hr>
                """, done ? Parts.badge(Tone.GOOD, "done") : new Markup("<span class=\"must small\">required</span>"),
                Markup.of("<ul class=\"rows tight\">{}</ul>\n", signer.progress().uploads().stream()
                        .map(upload -> Markup.of("<li>✓ {} <span class=\"soft small\">{}</span></li>", upload.fileName(),
                                Parts.size(upload.content().size())))
                        .toList()).when(done),
                path(visit), done ? "Add another one" : "Upload");
    }

    private static Markup delegate(Visit visit, Form sent) {
        return Markup.of("""
                <hr><details id="delegate"{}><summary>Let somebody else sign</summary>
                <form method="post" action="{}/delegate">
                <div class="row"><div><label for="first">First name</label>
                <input id="first" name="firstName" value="{}" maxlength="100" autocomplete="off"></div>
                <div><label for="last">Last name</label>
                <input id="last" name="lastName" value="{}" maxlength="100" autocomplete="off" required></div>
                <div><label for="email">E-mail address</label>
                <input id="email" name="email" type="email" value="{}" maxlength="254" autocomplete="off" required></div></div>
                <p class="buttons"><button>Hand over</button></p>
                </form></details>
                """, open(sent.has("lastName")), path(visit), sent.value("firstName"), sent.value("lastName"),
                sent.value("email"))
                .when(visit.session().contents().settings().path("AllowDelegation").asBoolean());
    }

    private static Markup decline(Visit visit, Form sent) {
        return Markup.of("""
                <hr><details id="decline"{}><summary>Decline to sign</summary>
                <form method="post" action="{}/decline">
                <div class="row"><div><label for="reason">Reason, told to the sender</label>
                <textarea id="reason" name="reason" maxlength="1000" required>{}</textarea></div></div>
                <p class="buttons"><button class="grave">Decline</button></p>
                </form></details>
                """, open(sent.has("reason")), path(visit), sent.value("reason"));
    }

    private static Markup open(boolean open) {
        return new Markup(" open").when(open);
    }

    /** The fields of this signer, with what was typed before something else was wrong. */
    private static List<Field> own(Visit visit, Form sent) throws RefusedException {
        return visit.fields().stream().map(field -> {
            String typed = sent.value(FieldInput.NAME + field.id());
            return typed.isEmpty() ? field : field.withValue(typed);
        }).toList();
    }

    /** People know fields by their numbers. */
    private static List<String> numbered(List<String> problems, Map<String, Integer> numbers) {
        return problems.stream().map(problem -> {
            String text = problem;
            for (Map.Entry<String, Integer> number : numbers.entrySet()) {
                text = text.replace("\"" + number.getKey() + "\"", String.valueOf(number.getValue()));
            }
            return text;
        }).toList();
    }

    private static Markup steps(Visit visit, int current) {
        boolean proves = !visit.signer().authenticationSteps().isEmpty() || visit.session().contents().password().isPresent();
        List<String> names = new ArrayList<>(List.of("Prove who you are", "Read, fill in and sign", "Done"));
        List<Markup> steps = new ArrayList<>();
        for (int i = proves ? 0 : 1; i < names.size(); i++) {
            steps.add(Markup.of("<li{}>{}</li>",
                    new Markup(i < current ? " class=\"done\"" : i == current ? " aria-current=\"step\"" : ""), names.get(i)));
        }
        return Markup.of("<ol class=\"steps\" aria-label=\"Steps\">{}</ol>\n", steps);
    }

    private static String sender(SessionSnapshot session) {
        return EndPage.sender(session);
    }

    private static String path(Visit visit) {
        return "/sign/" + visit.signer().progress().inviteToken();
    }
}
