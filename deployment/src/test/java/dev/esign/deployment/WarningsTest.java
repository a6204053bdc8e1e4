package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.logging.Level;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SessionSigners;
import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.runtime.SessionOperations;
import io.quarkus.test.QuarkusUnitTest;

/** What looks like a slip in a session is logged once when the session is sent, and sent. */
class WarningsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .setLogRecordPredicate(record -> record.getLoggerName().equals(SessionOperations.class.getName()))
            .assertLogRecords(records -> assertThat(records)
                    .allSatisfy(record -> assertThat(record.getLevel().intValue()).isEqualTo(Level.WARNING.intValue()))
                    .extracting(record -> ((ExtLogRecord) record).getFormattedMessage())
                    .containsExactly(
                            "CreateSession: signers[0].role: is 'Seler 1'; if 'Seller 1' is meant, spell it so: anchor tags "
                                    + "and templates go by the name",
                            "UpdateSession: signers[0].role: is 'buyer1'; if 'Buyer 1' is meant, spell it so: anchor tags "
                                    + "and templates go by the name",
                            "UpdateSigners: role: is 'Buyr 1'; if 'Buyer 1' is meant, spell it so: anchor tags and "
                                    + "templates go by the name"));

    @Inject
    SigningSessions sessions;

    @Inject
    SessionSigners signers;

    @Test
    void aRoleThatLooksLikeASlipIsLoggedAndSent() {
        SessionId id = sessions.create(NewSession.titled("SECRET").signers(signer("Seler 1"), signer("Witness")).build());
        sessions.update(SessionUpdate.of(id).signers(signer("buyer1")).build());

        assertThat(sessions.get(id).signers()).extracting(signer -> signer.role().orElseThrow().name())
                .containsExactly("Seler 1", "Witness", "buyer1");

        // Whether the sandbox takes this call is nothing to the warning.
        catchThrowable(() -> signers.update(id, List.of(signer("Buyr 1").build())));
    }

    private static Signer.Builder signer(String role) {
        return Signer.as(role).name("SECRET", "SECRET").email("secret@example.com");
    }
}
