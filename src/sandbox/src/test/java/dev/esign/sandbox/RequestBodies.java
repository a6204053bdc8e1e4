package dev.esign.sandbox;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.Headers;

import dev.esign.sandbox.http.RequestBody;

/** Bodies of requests without a server. */
final class RequestBodies {

    private RequestBodies() {
    }

    static RequestBody of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var headers = new Headers();
        headers.set("Content-Length", String.valueOf(bytes.length));
        return new RequestBody(new ByteArrayInputStream(bytes), headers);
    }
}
