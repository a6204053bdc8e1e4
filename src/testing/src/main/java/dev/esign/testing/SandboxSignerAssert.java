package dev.esign.testing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.assertj.core.api.AbstractAssert;

import dev.esign.model.SignerStatus;
import dev.esign.sandbox.SandboxField;
import dev.esign.sandbox.SandboxSigner;

/** Assertions about a signer of a session in a sandbox. Each looks at the signer as he or she is then. */
public final class SandboxSignerAssert extends AbstractAssert<SandboxSignerAssert, SandboxSigner> {

    private final SandboxSessionAssert session;
    private final String role;
    private final Patience patience;

    SandboxSignerAssert(SandboxSessionAssert session, String role, SandboxSigner signer, Patience patience) {
        super(signer, SandboxSignerAssert.class);
        this.session = session;
        this.role = role;
        this.patience = patience;
    }

    /**
     * Says which status the signer has.
     *
     * @param status the status
     * @return this
     */
    public SandboxSignerAssert hasStatus(SignerStatus status) {
        return check(signer -> {
            if (signer.statusCode() != status.code()) {
                fail("to be " + status, "the signer is " + signer.status());
            }
        });
    }

    /** @return this, if the signer is Invited */
    public SandboxSignerAssert isInvited() {
        return hasStatus(SignerStatus.INVITED);
    }

    /** @return this, if the signer is Completed: has signed */
    public SandboxSignerAssert hasSigned() {
        return hasStatus(SignerStatus.COMPLETED);
    }

    /** @return this, if the signer has Declined */
    public SandboxSignerAssert hasDeclined() {
        return hasStatus(SignerStatus.DECLINED);
    }

    /**
     * Says which name the signer has. A failure doesn't tell the other name.
     *
     * @param firstName the first name; empty for none
     * @param lastName the last name
     * @return this
     */
    public SandboxSignerAssert hasName(String firstName, String lastName) {
        return check(signer -> {
            if (!signer.firstName().equals(firstName) || !signer.lastName().equals(lastName)) {
                fail("to have the name that was given", "the name is another one");
            }
        });
    }

    /**
     * Says which e-mail address the signer has. A failure doesn't tell the other address.
     *
     * @param email the address
     * @return this
     */
    public SandboxSignerAssert hasEmail(String email) {
        return check(signer -> {
            if (!signer.email().equals(email)) {
                fail("to have the e-mail address that was given", "the address is another one");
            }
        });
    }

    /**
     * Says what the signer has to fill in, in the order of the documents.
     *
     * @param types the types of all fields: the values of {@link SandboxField#type()}, such as {@code SIGNATURE}
     * @return this
     */
    public SandboxSignerAssert hasFields(String... types) {
        return check(signer -> {
            List<String> found = signer.fields().stream().map(SandboxField::type).toList();
            if (!found.equals(Arrays.asList(types))) {
                fail("to have the fields " + Arrays.toString(types), "the fields are " + found);
            }
        });
    }

    /**
     * Goes back to the session.
     *
     * @return the assertions about the session
     */
    public SandboxSessionAssert and() {
        return session;
    }

    private SandboxSignerAssert check(Consumer<SandboxSigner> assertion) {
        return patience.with(() -> {
            assertion.accept(session.signerOf(role));
            return this;
        });
    }

    private void fail(String expectation, String fact) {
        failWithMessage("Expected the signer in the role \"%s\" %s, but %s.", role, expectation, fact);
    }
}
