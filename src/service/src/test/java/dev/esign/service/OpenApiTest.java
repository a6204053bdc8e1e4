package dev.esign.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;

/** What the service tells of itself, and the copy of it that is kept with the guides. */
@QuarkusTest
@WithEsignSandbox
class OpenApiTest {

    /** With {@code -Design.openapi.write} the document is written anew. */
    private static final boolean WRITE = Boolean.getBoolean("esign.openapi.write");
    private static final Path KEPT = Path.of("../../docs/reference/esign-service-openapi.yaml");

    @Test
    void isTheDocumentThatIsKept() throws IOException {
        String served = given().accept("application/yaml").get("/q/openapi").asString();
        if (WRITE) {
            Files.writeString(KEPT, served);
        }

        assertThat(KEPT).as("write it anew with -Dtest=OpenApiTest -Design.openapi.write=true").hasContent(served);
    }
}
