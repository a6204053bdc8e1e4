package dev.esign.sandbox;

/** A way in which webhooks can go wrong on demand, so that receivers can be tested. */
public enum WebhookMisbehaviour {

    /** The message is sent twice. */
    DUPLICATE,

    /** The next message of the same session overtakes this one. If there is none in time, this one is sent after all. */
    OUT_OF_ORDER,

    /** The message waits, and the later ones of the same session behind it. */
    LATE,

    /** {@code Status} is 99, which no documentation names. */
    UNKNOWN_STATUS,

    /** {@code Type} is {@code UnknownStatus}, which no documentation names. */
    UNKNOWN_TYPE,

    /** There are members that no documentation names, beside {@code Data} and in it. */
    EXTRA_MEMBERS,

    /** The members stand at the top instead of in {@code Data}. */
    WITHOUT_DATA,

    /**
     * What a receiver may keep secret in its URL is replaced by {@code wrong}: the password, or else the value of the last
     * query parameter, or else the last segment of the path.
     */
    WRONG_SECRET
}
