package dev.esign.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What all tests of the application need: its sandboxes, and a way to have it call an operation. */
@WithEsignSandbox(accounts = "hasty,impatient")
@WithTestResource(OtherSandboxes.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class ApplicationTest {

    static final String DEFAULT = "<default>";
    /** Has tags for Seller 1 and Buyer 1. */
    static final String AGREEMENT = file("docs/samples/purchase-agreement.docx");

    /** Of the default account. */
    @InjectEsignSandbox
    EsignSandbox sandbox;

    @BeforeAll
    static void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }

    static String file(String path) {
        return Path.of("..", "..").resolve(path).toAbsolutePath().normalize().toString();
    }

    /** Calls an operation; arguments are names and values in turn. */
    static Response call(String style, String account, String operation, String... arguments) {
        Map<String, String> body = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            body.put(arguments[i], arguments[i + 1]);
        }
        return given().contentType(ContentType.JSON).body(body).post("/operations/{style}/{account}/{operation}", style,
                account,
                operation);
    }

    /** The same, and tells what it gave. */
    static String done(String style, String account, String operation, String... arguments) {
        Response response = call(style, account, operation, arguments);
        assertThat(response.statusCode()).as(operation + ": " + response.asString()).isIn(200, 204);
        return response.asString();
    }
}
