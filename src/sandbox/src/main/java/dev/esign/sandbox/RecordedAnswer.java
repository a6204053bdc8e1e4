package dev.esign.sandbox;

/**
 * What became of a request. Immutable.
 *
 * @param status the HTTP status, or 0 if nothing was answered
 * @param summary {@code Message} and {@code Details} of an answer in JSON, such as {@code Success} or
 *        {@code Error: Error: Username not found.}; {@code null} for that answer; the title of a page; else empty
 * @param delivery {@code whole}; {@code trickled}; {@code cut} off; {@code dropped} or {@code silent} if nothing was answered
 */
public record RecordedAnswer(int status, String summary, String delivery) {

    /** Tells the status, and nothing of what was in the answer. */
    @Override
    public String toString() {
        return status + " " + delivery;
    }
}
