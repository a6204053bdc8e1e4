package dev.esign.testing.examples;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.testing.EsignSandboxExtension;

// tag::example[]
class OtherClientTest {

    @RegisterExtension
    static final EsignSandboxExtension ESIGN = new EsignSandboxExtension(EsignSandbox.builder().apiKeys("my-key"));

    @Test
    void encryptsTheKey() throws Exception {
        HttpResponse<String> encrypted = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(ESIGN.sandbox().url().resolve("/rest/v1/encrypt/my-key/mySalt")).build(),
                BodyHandlers.ofString());

        assertThat(encrypted.statusCode()).isEqualTo(200);
        assertThatEsign(ESIGN.sandbox()).called("EncryptString", 1).neverCalled("GetToken").created(0);
    }
}
// end::example[]
