package dev.esign.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.WireMode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Sandboxes of accounts that need one with settings of its own, and what the application has to know of them. */
public class OtherSandboxes implements QuarkusTestResourceLifecycleManager {

    private final Map<String, String> settings = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        run("contract", EsignSandbox.builder().wireMode(WireMode.DATA_CONTRACT));
        run("serializer", EsignSandbox.builder().wireMode(WireMode.JAVASCRIPT_SERIALIZER));
        run("base64", EsignSandbox.builder());
        run("careful", EsignSandbox.builder());
        run("ahead", EsignSandbox.builder());
        run("guest", EsignSandbox.builder());
        run("stranger", EsignSandbox.builder().apiKeys("another key"));
        behindTls(run("secure", EsignSandbox.builder()));
        account("closed", "http://127.0.0.1:1");
        return settings;
    }

    private EsignSandbox run(String account, EsignSandbox.Builder builder) {
        EsignSandbox sandbox = builder.start();
        open.add(sandbox);
        account(account, sandbox.url().toString());
        return sandbox;
    }

    private void behindTls(EsignSandbox sandbox) {
        try {
            TlsFront front = new TlsFront(sandbox.port());
            open.add(front);
            set("secure", "url", front.url());
            settings.put("quarkus.tls.esign.trust-store.p12.path", front.trustStore().toString());
            settings.put("quarkus.tls.esign.trust-store.p12.password", TlsFront.PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void account(String account, String url) {
        set(account, "url", url);
        set(account, "api-key", "sandbox-key");
        set(account, "salt", "sandboxSalt");
        set(account, "username", "owner@example.com");
    }

    private void set(String account, String key, String value) {
        settings.put("quarkus.esign.\"" + account + "\"." + key, value);
    }

    @Override
    public void stop() {
        for (AutoCloseable closeable : open) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        open.clear();
    }
}
