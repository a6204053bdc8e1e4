package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Signer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** An application without the artifact that reads anchor tags works; one that wants them looked at is told what to add. */
class NoAnchorTagsCheckTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.class-loading.removed-artifacts", "dev.esign:esign-anchor-tags")
            .overrideConfigKey("quarkus.esign.strict.anchor-tags.check", "refuse");

    private static final NewSession SESSION = NewSession.titled("Purchase agreement")
            .documents(Document.file(Path.of("../docs/samples/purchase-agreement.docx")).anchorTags())
            .signers(Signer.as("Buyr 1").name("SECRET", "SECRET").email("secret@example.com")).build();

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("strict")
    SigningSessions strict;

    @Test
    void createSendsDocumentsUncheckedWithoutTheArtifact() {
        assertThat(sessions.create(SESSION)).isNotNull();
    }

    @Test
    void createNamesTheArtifactWhenTheCheckIsConfigured() {
        assertThatThrownBy(() -> strict.create(SESSION)).hasRootCauseInstanceOf(ConfigurationException.class)
                .rootCause().hasMessageContaining("quarkus.esign.\"strict\".anchor-tags.check")
                .hasMessageContaining("needs the artifact dev.esign:esign-anchor-tags");
    }
}
