package dev.esign.testing;

import dev.esign.sandbox.EsignSandbox;

/**
 * Where assertions about a sandbox begin.
 *
 * <pre>
 * assertThatEsign(sandbox).created(1).called("StartSession", 1)
 *         .session("Purchase agreement").hasSigner("Buyer 1").hasDocument("agreement.pdf").isStarted();
 * assertThatEsign(sandbox).within(Duration.ofSeconds(5)).session(id).isCompleted();
 * </pre>
 *
 * What fails tells titles, transaction ids, file names, roles, statuses and numbers of calls, and neither names and addresses
 * of
 * people, nor contents, nor links.
 */
public final class EsignAssertions {

    private EsignAssertions() {
    }

    /**
     * Begins assertions about what a sandbox got.
     *
     * @param sandbox the sandbox
     * @return the assertions
     */
    public static EsignSandboxAssert assertThatEsign(EsignSandbox sandbox) {
        return new EsignSandboxAssert(sandbox, Patience.NONE);
    }
}
