package dev.esign.testing;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.sandbox.EsignSandbox;

/** The sandbox in tests without Quarkus, by its own use. */
class EsignSandboxExtensionTest {

    @RegisterExtension
    static final EsignSandboxExtension ESIGN = new EsignSandboxExtension();

    private static URI urlBefore;

    @InjectEsignSandbox
    private EsignSandbox field;

    @BeforeAll
    static void runsBeforeTheFirstTest() {
        urlBefore = ESIGN.sandbox().url();
    }

    @Test
    void isTheSameEverywhere(EsignSandbox parameter) {
        assertThat(parameter).isSameAs(field).isSameAs(ESIGN.sandbox());
        assertThat(parameter.url()).isEqualTo(urlBefore);
    }

    @RepeatedTest(2)
    void isAsNewForEachTest() {
        assertThatEsign(field).created(0).neverCalled("CreateSession");

        new TestClient(field).create("Agreement", SampleDocument.pdf("a.pdf"), "Buyer 1");
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class WithinAnother {

        @InjectEsignSandbox
        private EsignSandbox ofItsOwn;

        @Test
        void isThatOfTheOuterClass() {
            assertThat(ofItsOwn).isSameAs(field);
            assertThat(ofItsOwn.url()).isEqualTo(urlBefore);
        }
    }

    @Nested
    class ForSingleTests {

        @RegisterExtension
        final EsignSandboxExtension own = new EsignSandboxExtension(EsignSandbox.builder().apiKeys("key"));

        @Test
        void runs() {
            assertThat(own.sandbox().url()).isNotEqualTo(urlBefore);
        }
    }

    @Test
    void endsWithTheOutermostClass() {
        EsignSandboxExtension extension = new EsignSandboxExtension();
        extension.beforeAll(null);
        int port = extension.sandbox().port();
        extension.beforeAll(null);
        extension.afterAll(null);
        assertThat(extension.sandbox().port()).isEqualTo(port);

        extension.afterAll(null);

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
        assertThatIllegalStateException().isThrownBy(extension::sandbox).withMessageContaining("@RegisterExtension");
    }

    @Test
    void refusesFieldsOfOtherTypes() throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SandboxFields().accepts(Misannotated.class.getDeclaredField("url")))
                .withMessageEndingWith("Misannotated.url: has @InjectEsignSandbox, but is no EsignSandbox; give it this type");
    }

    private static final class Misannotated {

        @InjectEsignSandbox
        URI url;
    }

    @Test
    void isNotResetForTestsThatDontWantIt() {
        SandboxFields fields = new SandboxFields();

        assertThat(Kept.class.getDeclaredFields()).filteredOn(fields::accepts).hasSize(1);
        assertThat(fields.wantReset()).isFalse();
    }

    private static final class Kept {

        @InjectEsignSandbox(reset = false)
        EsignSandbox sandbox;
    }
}
