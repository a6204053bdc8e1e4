package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** Certificates of the TLS registry and proxies hold for all accounts; an account may have its own. */
class TlsAndProxyTest {

    private static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.shared();
    private static final RecordingServer SECURE = RecordingServer.secure("secure-", CERTIFICATE::open);
    private static final RecordingServer PLAIN = RecordingServer.shared("plain-");
    private static final RecordingServer PLAIN_PROXY = RecordingServer.shared("proxy-");
    private static final TunnelProxy PROXY = TunnelProxy.shared();
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, RecordingServer.Opening.class, Request.class,
                    TunnelProxy.class, SelfMadeCertificate.class))
            .overrideConfigKey("quarkus.tls.esign.trust-store.p12.path", CERTIFICATE.keyStore().toString())
            .overrideConfigKey("quarkus.tls.esign.trust-store.p12.password", SelfMadeCertificate.PASSWORD)
            .overrideConfigKey("quarkus.proxy.plain.host", "127.0.0.1")
            .overrideConfigKey("quarkus.proxy.plain.port", String.valueOf(PLAIN_PROXY.port()))
            .overrideConfigKey("quarkus.proxy.tunnel.host", "127.0.0.1")
            .overrideConfigKey("quarkus.proxy.tunnel.port", String.valueOf(PROXY.port()))
            .overrideConfigKey("quarkus.esign.url", SECURE.url())
            .overrideConfigKey("quarkus.esign.tls-configuration-name", "unknown: the standard key wins")
            .overrideConfigKey("quarkus.rest-client.esign.tls-configuration-name", "esign")
            .overrideConfigKey("quarkus.esign.proxy-configuration-name", "tunnel")
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.same.encrypted-api-key", "cipher-of-same")
            .overrideConfigKey("quarkus.esign.same.salt", "salt")
            .overrideConfigKey("quarkus.esign.same.username", "same@example.com")
            .overrideConfigKey("quarkus.esign.other.url", PLAIN.url())
            .overrideConfigKey("quarkus.esign.other.proxy-configuration-name", "plain")
            .overrideConfigKey("quarkus.esign.other.encrypted-api-key", "cipher-of-other")
            .overrideConfigKey("quarkus.esign.other.salt", "salt")
            .overrideConfigKey("quarkus.esign.other.username", "other@example.com")
            .overrideConfigKey("quarkus.esign.careful.tls-configuration-name", "trusting-nobody")
            .overrideConfigKey("quarkus.tls.trusting-nobody.protocols", "TLSv1.3")
            .overrideConfigKey("quarkus.esign.careful.encrypted-api-key", "cipher-of-careful")
            .overrideConfigKey("quarkus.esign.careful.salt", "salt")
            .overrideConfigKey("quarkus.esign.careful.username", "careful@example.com");

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("same")
    SigningSessions same;

    @Inject
    @EsignAccount("other")
    SigningSessions other;

    @Inject
    @EsignAccount("careful")
    SigningSessions careful;

    @Inject
    EsignAccounts accounts;

    @BeforeEach
    void reset() {
        SECURE.reset();
        PLAIN.reset();
        PLAIN_PROXY.reset();
        PROXY.tunnels().clear();
    }

    @Test
    void defaultAccountUsesItsTrustStoreAndProxy() {
        sessions.create(NewSession.titled("T").documents(Document.of("a.pdf", new byte[100_000])).build());

        assertThat(SECURE.requests("create")).hasSize(1);
        assertThat(PROXY.tunnels()).isNotEmpty().containsOnly("127.0.0.1:" + SECURE.port());
    }

    @Test
    void accountsInheritTrustStoreAndProxy() {
        same.create(NewSession.titled("T").documents(Document.of("a.pdf", new byte[100_000])).build());
        accounts.open(EsignAccountSettings.named("opened").url(URI.create(SECURE.url())).encryptedApiKey("cipher-of-opened")
                .salt("salt").username("opened@example.com").build()).sessions().get(ID);
        accounts.close("opened");

        assertThat(SECURE.requests("gettoken")).extracting(request -> request.headers().get("authorization"))
                .containsExactly("cipher-of-same", "cipher-of-opened");
        assertThat(PROXY.tunnels()).isNotEmpty().containsOnly("127.0.0.1:" + SECURE.port());
    }

    @Test
    void accountUsesItsOwnProxy() {
        assertThat(other.get(ID).title()).contains("T");

        assertThat(PLAIN_PROXY.requests("get")).singleElement()
                .satisfies(request -> assertThat(request.target()).startsWith(PLAIN.url()));
        assertThat(PLAIN.requests()).isEmpty();
        assertThat(PROXY.tunnels()).isEmpty();
    }

    @Test
    void accountUsesItsOwnTrustStore() {
        assertThatThrownBy(() -> careful.get(ID)).isInstanceOf(UnavailableException.class);

        assertThat(SECURE.requests()).isEmpty();
    }
}
