package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.ReactiveSignedDocuments;
import dev.esign.SignedDocuments;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.SessionId;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** Nobody guesses an address that eSign doesn't publish: the call says what to ask for and where to set it. */
class UnpublishedAddressesTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of("s");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.operations.session-files.method", "GET");

    @Inject
    SignedDocuments documents;

    @Inject
    ReactiveSignedDocuments reactive;

    @Test
    void areToBeSet(@TempDir Path directory) {
        SERVER.reset();

        assertThatThrownBy(() -> documents.saveTo(ID, directory)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("GetSessionFiles").hasMessageContaining("representative")
                .hasMessageContaining("quarkus.esign.operations.session-files.method (set)")
                .hasMessageContaining("quarkus.esign.operations.session-files.uri (missing)");
        assertThatThrownBy(() -> documents.forEachArchived(ID, (fileName, content) -> {
        })).isInstanceOf(ConfigurationException.class).hasMessageContaining("GetArchivedSessionFiles");
        assertThatThrownBy(() -> reactive.inviteUrls(ID).await().indefinitely()).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.esign.operations.invite-urls.uri (missing)");
        assertThat(SERVER.requests()).isEmpty();
    }
}
