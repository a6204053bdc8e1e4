package com.example;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

import dev.esign.anchortags.AnchorTag;
import dev.esign.anchortags.AnchorTags;
import dev.esign.sandbox.EsignSandbox;

/** Writes an anchor tag, and sends a request to a sandbox. */
public final class Consumer {

    private Consumer() {
    }

    static String tag() {
        return AnchorTags.standard().write(AnchorTag.signature("Seller 1").width(150));
    }

    static String encrypted() throws IOException {
        try (EsignSandbox sandbox = EsignSandbox.start()) {
            HttpURLConnection request = (HttpURLConnection) sandbox.url().resolve("/rest/v1/encrypt/text/salt").toURL()
                    .openConnection();
            return request.getResponseCode() + " " + new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public static void main(String[] args) throws IOException {
        System.out.println(tag());
        System.out.println(encrypted());
    }
}
