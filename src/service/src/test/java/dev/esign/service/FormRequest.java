package dev.esign.service;

import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** A multipart request with JSON and one file, as a client without any library for forms writes it. */
final class FormRequest {

    private static final String BOUNDARY = "boundary-of-the-test";

    private FormRequest() {
    }

    static HttpRequest.Builder post(URI address, String session, Path file) throws FileNotFoundException {
        return HttpRequest.newBuilder(address).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body(session, BodyPublishers.ofFile(file)));
    }

    static BodyPublisher body(String session, BodyPublisher file) {
        return BodyPublishers.concat(BodyPublishers.ofString("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"session\"\r\nContent-Type: application/json\r\n\r\n" + session
                + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"agreement.docx\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"), file,
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }
}
