package dev.esign.cli;

import java.util.Map;

import dev.esign.sandbox.EsignSandbox;

/** The account that is played with while none is configured: an embedded sandbox. */
final class Account {

    /** Set while the sandbox is in use, to its URL. */
    static final String SANDBOX = "esign.cli.sandbox";

    private Account() {
    }

    /** Starts a sandbox in this process and points the settings at it. */
    static EsignSandbox startSandbox() {
        EsignSandbox sandbox = EsignSandbox.start();
        String url = sandbox.url().toString();
        Map.of(SANDBOX, url,
                Settings.URL, url,
                Settings.API_KEY, "sandbox-key",
                Settings.SALT, "sandboxSalt",
                Settings.USERNAME, "owner@example.com",
                Settings.RETURN_URL, url + "/")
                .forEach(System::setProperty);
        return sandbox;
    }
}
