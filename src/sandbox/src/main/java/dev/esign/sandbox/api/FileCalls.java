package dev.esign.sandbox.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.DocumentContent;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionAction;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.user.Users;

/** GetSessionFiles and GetArchivedSessionFiles, and the links to single documents. Documents are sent as they came. */
public final class FileCalls {

    private static final JsonFactory JSON = new JsonFactory();

    private final Sessions sessions;
    private final Users users;

    public FileCalls(Sessions sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** A document to send. */
    private record File(String name, DocumentContent content) {
    }

    /** GetSessionFiles or GetArchivedSessionFiles. */
    public Call files(SessionAction action) {
        return request -> {
            try {
                String userName = request.variable("userName");
                if (!userName.isEmpty()) {
                    users.check(userName);
                }
                SessionSnapshot session = sessions.find(request.variable("sessionId")).snapshot();
                session.check(action);
                List<File> files = files(session);
                return Answer.streamed(Map.of("Content-Type", "application/json; charset=utf-8"), out -> write(files, out));
            } catch (RefusedException e) {
                return Envelope.arrayRefusal("SessionFiles", e.details());
            }
        };
    }

    /** A document or upload by its id, which nobody can guess: what the links in messages lead to. */
    public Answer document(Request request) {
        Optional<File> found = sessions.findByPart(request.variable("documentId"))
                .flatMap(session -> find(session, request.variable("documentId")))
                .filter(file -> file.content().size() > 0);
        if (found.isEmpty()) {
            return Answer.notFound();
        }
        File file = found.get();
        String type = URLConnection.guessContentTypeFromName(file.name());
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Answer.streamed(Map.of("Content-Type", type == null ? "application/octet-stream" : type,
                "Content-Disposition", "attachment; filename*=UTF-8''" + name, "X-Content-Type-Options", "nosniff",
                "Cache-Control", "no-store"), out -> {
                    try (InputStream in = file.content().open()) {
                        in.transferTo(out);
                    }
                });
    }

    private static Optional<File> find(SessionSnapshot session, String id) {
        return session.document(id).map(document -> new File(document.label(), document.content()))
                .or(() -> session.contents().signers().stream().flatMap(signer -> signer.progress().uploads().stream())
                        .filter(upload -> upload.id().equals(id)).findFirst()
                        .map(upload -> new File(upload.fileName(), upload.content())));
    }

    /** The session's documents, and what its signers added. */
    private static List<File> files(SessionSnapshot session) {
        List<File> files = new ArrayList<>();
        for (Document document : session.contents().documents()) {
            // A document from a template has no bytes of its own here.
            DocumentContent content = document.content().size() > 0 ? document.content()
                    : PlainPdf.of("From the template " + document.label());
            files.add(new File(document.fileName().isBlank() ? document.label() + ".pdf" : document.fileName(), content));
        }
        session.contents().signers().forEach(signer -> signer.progress().uploads()
                .forEach(upload -> files.add(new File(upload.fileName(), upload.content()))));
        return files;
    }

    /** Bytes as an array of numbers, as .NET writes them. */
    private static void write(List<File> files, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("Message", "Success");
            json.writeArrayFieldStart("Details");
            json.writeEndArray();
            json.writeArrayFieldStart("SessionFiles");
            for (File file : files) {
                json.writeStartObject();
                json.writeStringField("FileName", file.name());
                json.writeArrayFieldStart("FileBytes");
                write(file.content(), json);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(DocumentContent content, JsonGenerator json) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    json.writeNumber(buffer[i] & 0xff);
                }
            }
        }
    }
}
