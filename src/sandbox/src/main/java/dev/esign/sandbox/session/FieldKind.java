package dev.esign.sandbox.session;

/** What a signer fills in: the types of anchor tags. */
public enum FieldKind {

    SIGNATURE("signature"),
    INITIALS("initials"),
    DATE_TIME("date and time"),
    DATE("date"),
    TIME("time"),
    TEXT("text"),
    CHECKBOX("checkbox"),
    RADIO("choice"),
    DROPDOWN("list");

    private final String label;

    FieldKind(String label) {
        this.label = label;
    }

    /** What to call it in a text for people. */
    public String label() {
        return label;
    }

    /** Whether it takes the signer's signature or initials, which AutoApplySignature applies by itself. */
    public boolean isSignature() {
        return this == SIGNATURE || this == INITIALS;
    }

    public boolean isMoment() {
        return this == DATE_TIME || this == DATE || this == TIME;
    }
}
