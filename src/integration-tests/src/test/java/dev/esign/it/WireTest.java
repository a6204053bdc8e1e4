package dev.esign.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** All that can be written is taken by servers of each kind, in every form, in the clear and by TLS. */
@QuarkusTest
class WireTest extends ApplicationTest {

    @ParameterizedTest
    @CsvSource({ "blocking, contract", "reactive, serializer", "blocking, base64", "reactive, base64", "blocking, secure",
            "reactive, secure", "blocking, ahead", "blocking, guest" })
    void everythingThatASessionCanHaveArrives(String style, String account) {
        String id = done(style, account, "create", "title", "Sale", "files", AGREEMENT, "tags", "yes", "rich", "yes",
                "expiresInDays", "30");
        done(style, account, "update", "session", id, "title", "Sale of a house", "bytes", "1000");
        done(style, account, "start", "session", id);

        assertThat(done(style, account, "get", "session", id)).startsWith(id + " InSent Sale of a house\n");
        String signer = done(style, account, "get", "session", id).split("\n")[1].split(" ")[0];
        done(style, account, "updateSigners", "session", id, "signer", signer);
        done(style, account, "createUser", "username", account + "-" + style + "@example.com");
        assertThat(done(style, account, "copy", "session", id, "title", "Again", "transaction", id, "signer", signer))
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = { DEFAULT, "base64", "secure" })
    void uploadStreamsLargeDocuments(String account) {
        int bytes = largeDocument();

        assertThat(Long.parseLong(done("blocking", account, "upload", "title", "Large", "bytes", String.valueOf(bytes))))
                .isGreaterThan(bytes / 10 * 13L);
    }

    /** The memory of the tests' own process has no limit, so that more than this would only take longer. */
    int largeDocument() {
        return 10_000_000;
    }
}
