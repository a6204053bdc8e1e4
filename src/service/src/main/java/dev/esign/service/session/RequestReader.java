package dev.esign.service.session;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.esign.model.CopyDelivery;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionBuilder;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SigningOrder;
import dev.esign.service.problem.InvalidRequestException;
import dev.esign.service.problem.Problems;
import dev.esign.service.upload.UploadedFile;

/**
 * Makes the domain objects that requests describe. Every method throws {@link InvalidRequestException} with all problems: first
 * those of reading the request, then those of the session that it describes. One instance reads one request.
 */
public final class RequestReader {

    private static final String MISSING = "is missing";
    /** For a document whose content is missing, so that those after it keep their places. */
    private static final UploadedFile STAND_IN = new UploadedFile(null, "stand-in.pdf", null, 0);
    private static final List<String> METHODS = List.of("none", "password", "sms", "kba", "kbaPlusPassword");

    private final Problems problems = new Problems();
    /** The files beside the JSON; null when documents are inside of it. */
    private final DocumentFiles files;

    private RequestReader(DocumentFiles files) {
        this.files = files;
    }

    /** Reads a request whose documents are inside of it, or in these files beside it unless that is null. */
    static NewSession newSession(CreateSessionRequest request, DocumentFiles files, IdempotencyKey key) {
        return new RequestReader(files).read(request, key);
    }

    /** Reads a request whose documents are inside of it, or in these files beside it unless that is null. */
    static SessionUpdate update(SessionId sessionId, UpdateSessionRequest request, DocumentFiles files) {
        return new RequestReader(files).read(sessionId, request);
    }

    /** Reads a signer whom the session has already under this id. */
    public static Signer heldSigner(String id, SignerRequest request) {
        RequestReader reader = new RequestReader(null);
        Signer.Builder signer = reader.signer("", request).id(id);
        return reader.problems.build(signer::build);
    }

    private NewSession read(CreateSessionRequest request, IdempotencyKey key) {
        requireBody(request);
        NewSession.Builder session = NewSession.titled(request.title());
        fill(session, request);
        ifGiven(key, given -> {
            if (request.transactionId() != null && !request.transactionId().equals(given.value())) {
                problems.add("transactionId", "differs from the " + IdempotencyKey.HEADER
                        + ", which becomes the transaction id; give one of them");
            }
            session.transactionId(given.value());
        });
        return problems.build(session::build);
    }

    private SessionUpdate read(SessionId sessionId, UpdateSessionRequest request) {
        requireBody(request);
        SessionUpdate.Builder update = SessionUpdate.of(sessionId);
        ifGiven(request.title(), update::title);
        ifGiven(request.unassignedRolesRemoved(), update::unassignedRolesRemoved);
        fill(update, request);
        return problems.build(update::build);
    }

    private void requireBody(Object body) {
        if (body == null) {
            problems.add(null, files == null ? "the request has no body; send a JSON object"
                    : "the request has no part named session; send one with a JSON object");
            problems.throwIfAny();
        }
    }

    private void fill(SessionBuilder<?> session, SessionRequest request) {
        ifGiven(request.transactionId(), session::transactionId);
        ifGiven(request.message(), session::description);
        ifGiven(request.signingOrder(), text -> ifGiven(choice("signingOrder", text, SigningOrder.values()),
                session::signingOrder));
        ifGiven(request.delegationAllowed(), session::delegationAllowed);
        ifGiven(request.copyTo(), copyTo -> copyTo(session, copyTo));
        ifGiven(request.password(), session::password);
        ifGiven(request.ownerSignsFirst(), session::ownerSignsFirst);
        ifGiven(request.invitationsSent(), session::invitationsSent);
        ifGiven(request.redirectAfterSend(), session::redirectAfterSend);
        ifGiven(request.expiresOn(), text -> expiresOn(session, text));
        ifGiven(request.reminderDays(), session::remindEveryDays);
        documents(session, request.documents());
        each("signers", request.signers(), (field, signer) -> session.signers(signer(field, signer)),
                field -> session.signers(Signer.as(field).name(null, "stand-in").email("stand-in@example.com")));
    }

    private void copyTo(SessionBuilder<?> session, CopyToRequest request) {
        CopyDelivery delivery = choice("copyTo.delivery", request.delivery(), CopyDelivery.values());
        if (request.emails() == null || request.emails().isEmpty()) {
            problems.add("copyTo.emails", MISSING + "; give at least one e-mail address");
        } else {
            session.copyTo(Objects.requireNonNullElse(delivery, CopyDelivery.LINKS), request.emails().toArray(String[]::new));
        }
    }

    private void expiresOn(SessionBuilder<?> session, String text) {
        try {
            if (text.contains("T")) {
                session.expiresOn(OffsetDateTime.parse(text).toInstant());
            } else {
                session.expiresOn(LocalDate.parse(text));
            }
        } catch (DateTimeParseException notADate) {
            problems.add("expiresOn", "is neither a day such as 2026-03-31 nor a moment such as 2026-03-31T12:00:00Z");
        }
    }

    private void documents(SessionBuilder<?> session, List<DocumentRequest> requests) {
        if (files != null && requests == null) {
            for (UploadedFile file : files.takeAll()) {
                session.documents(Document.of(file.fileName(), full("documents", file)));
            }
            return;
        }
        each("documents", requests,
                (field, document) -> session.documents(files == null ? document(field, document)
                        : document(document, file(field, document))),
                field -> session.documents(Document.of(STAND_IN.fileName(), STAND_IN)));
        if (files != null) {
            files.refuseRest(problems);
        }
    }

    private Document.Builder document(String field, DocumentRequest request) {
        byte[] content = request.content() == null ? new byte[0] : request.content();
        if (content.length == 0) {
            problems.add(field + ".content", "is missing or empty; give the document in base64");
        }
        if (request.part() != null) {
            problems.add(field + ".part", "goes with multipart/form-data only");
        }
        return describe(Document.of(request.fileName(), content), request);
    }

    private Document.Builder document(DocumentRequest request, UploadedFile file) {
        String fileName = request.fileName() == null ? file.fileName() : request.fileName();
        return describe(Document.of(fileName, file), request);
    }

    private UploadedFile file(String field, DocumentRequest request) {
        if (request.content() != null) {
            problems.add(field + ".content", "goes with application/json only; the document is a part of its own here");
        }
        UploadedFile file = files.take(field, request, problems);
        return file == null ? STAND_IN : full(field, file);
    }

    private UploadedFile full(String field, UploadedFile file) {
        if (file.bytes() == 0) {
            problems.add(field, "is an empty file");
        }
        return file;
    }

    private static Document.Builder describe(Document.Builder document, DocumentRequest request) {
        ifGiven(request.anchorTags(), document::anchorTags);
        ifGiven(request.sequence(), document::sequence);
        return document.formId(request.formId()).formTag(request.formTag())
                .anchorTagsAdjustmentCategory(request.anchorTagsAdjustmentCategory());
    }

    private Signer.Builder signer(String field, SignerRequest request) {
        Signer.Builder signer = Signer.as(request.role()).name(request.firstName(), request.lastName()).email(request.email())
                .invitation(request.emailSubject(), request.emailMessage());
        ifGiven(request.authentication(),
                authentication -> signer.authentication(authentication(member(field, "authentication"), authentication)));
        ifGiven(request.sequence(), signer::sequence);
        if (Boolean.TRUE.equals(request.mandatoryUpload())) {
            signer.mandatoryUpload();
        }
        eachEntry(member(field, "mergeFields"), request.mergeFields(), signer::mergeField);
        eachEntry(member(field, "properties"), request.properties(), signer::property);
        return signer;
    }

    private SignerAuthentication authentication(String field, AuthenticationRequest request) {
        String method = request.method() == null ? "" : request.method().toLowerCase(Locale.ROOT);
        boolean takesPassword = method.equals("password") || method.equals("kbapluspassword");
        if (request.password() != null && !takesPassword) {
            problems.add(field + ".password", "goes with the methods password and kbaPlusPassword only");
        }
        if (request.phoneNumber() != null && !method.equals("sms")) {
            problems.add(field + ".phoneNumber", "goes with the method sms only");
        }
        return switch (method) {
            case "none" -> SignerAuthentication.none();
            case "password" -> SignerAuthentication.password(request.password());
            case "sms" -> request.phoneNumber() == null ? SignerAuthentication.sms()
                    : SignerAuthentication.sms(request.phoneNumber());
            case "kba" -> SignerAuthentication.kba();
            case "kbapluspassword" -> SignerAuthentication.kbaPlusPassword(request.password());
            default -> {
                refuseChoice(field + ".method", request.method(), METHODS);
                yield SignerAuthentication.none();
            }
        };
    }

    private static String member(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }

    /** The constant of this name in any case; null, with a problem noted, when there is none. */
    private <E extends Enum<E>> E choice(String field, String text, E[] values) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        List<String> names = List.of(values).stream().map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
        refuseChoice(field, text, names);
        return null;
    }

    private void refuseChoice(String field, String text, List<String> names) {
        problems.add(field, (text == null ? MISSING + "; give one of " : "is not one of ") + String.join(", ", names));
    }

    /** Something stands in for an element that is null, so that those after it keep their places. */
    private <T> void each(String field, List<T> elements, BiConsumer<String, T> reading, Consumer<String> standIn) {
        for (int i = 0; elements != null && i < elements.size(); i++) {
            String elementField = field + "[" + i + "]";
            if (elements.get(i) == null) {
                problems.add(elementField, "is null");
                standIn.accept(elementField);
            } else {
                reading.accept(elementField, elements.get(i));
            }
        }
    }

    private void eachEntry(String field, Map<String, String> entries, BiConsumer<String, String> setter) {
        ifGiven(entries, given -> given.forEach((key, value) -> {
            if (value == null) {
                problems.add(field + "." + key, "is null; give a text");
            } else {
                setter.accept(key, value);
            }
        }));
    }

    private static <T> void ifGiven(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
