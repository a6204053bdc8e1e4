package dev.esign.sandbox;

import dev.esign.sandbox.http.BodyRule;
import dev.esign.sandbox.wire.StrictReader;

/**
 * Which forms of JSON the sandbox takes. The real service's reader is not documented; a client whose requests are taken in all
 * three modes is safe with any.
 */
public enum WireMode {

    /** Every form that one of .NET's readers takes. */
    LENIENT("lenient", BodyRule.NONE),
    /** What .NET's {@code JavaScriptSerializer} takes, which the documented client writes with. */
    JAVASCRIPT_SERIALIZER("javascript-serializer", StrictReader.javaScriptSerializer()),
    /** What .NET's {@code DataContractJsonSerializer} takes, which is WCF's own reader. */
    DATA_CONTRACT("data-contract", StrictReader.dataContract());

    private final String id;
    private final BodyRule rule;

    WireMode(String id, BodyRule rule) {
        this.id = id;
        this.rule = rule;
    }

    /**
     * The name of this mode in settings.
     *
     * @return lower case with hyphens, such as {@code data-contract}
     */
    public String id() {
        return id;
    }

    BodyRule rule() {
        return rule;
    }
}
