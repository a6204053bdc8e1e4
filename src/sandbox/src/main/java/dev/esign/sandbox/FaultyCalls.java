package dev.esign.sandbox;

import java.time.Duration;

/**
 * Calls that shall fail, and the ways in which they can. The first methods describe the calls and return a new description;
 * the others set the fault up and return it. Immutable.
 * <p>
 * Unless told otherwise, a fault hits before any work is done: nothing is stored, and the token stays good. The faults that
 * are answers of eSign itself ({@link #answerNull()}, {@link #answerErrors}, {@link #notReady()}) hit calls with a good token
 * only, and that token is spent, too.
 */
public interface FaultyCalls {

    /**
     * Narrows the fault to some methods; without this, calls of every documented method are hit.
     *
     * @param operations names of documented methods, such as {@code CreateSession}
     * @return the narrowed description
     * @throws IllegalArgumentException if none is given, or one is unknown; the message lists those that are known
     */
    FaultyCalls of(String... operations);

    /**
     * Hits only some of the calls, at random. The same seed chooses the same ones of a sequence of calls.
     *
     * @param probability above 0, up to 1
     * @param seed any number
     * @return the changed description
     * @throws IllegalArgumentException if the probability lies elsewhere
     */
    FaultyCalls withProbability(double probability, long seed);

    /**
     * Lets the calls do their work before the fault hits: what they do is done, only their answers differ.
     *
     * @return the changed description
     */
    FaultyCalls afterTheWork();

    /**
     * Delays the calls by a fixed time.
     *
     * @param time up to an hour
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the time is not above zero, or too long
     */
    Fault lag(Duration time);

    /**
     * Delays each call by a time of its own, chosen at random; with the seed of {@link #withProbability}, or else always the
     * same times.
     *
     * @param shortest 0 or more
     * @param longest up to an hour
     * @return the fault, which is set up
     * @throws IllegalArgumentException if a time is out of these bounds or the shortest is not the shorter
     */
    Fault lag(Duration shortest, Duration longest);

    /**
     * Sends each answer in pieces.
     *
     * @param bytes how many bytes of the body at a time, at least 1
     * @param every how long to wait between two pieces, up to an hour
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the number is below 1, or the time is not above zero, or too long
     */
    Fault trickle(int bytes, Duration every);

    /**
     * Never answers: takes no notice of the request, and closes its connection after five minutes, or when the fault is
     * removed.
     *
     * @return the fault, which is set up
     */
    Fault silence();

    /**
     * Never answers, and closes the connection after a time.
     *
     * @param longest after how long, up to an hour
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the time is not above zero, or too long
     */
    Fault silence(Duration longest);

    /**
     * Closes the connection instead of reading the request's body. The client sees the end of the connection or, if it is
     * still sending, a reset.
     *
     * @return the fault, which is set up
     */
    Fault dropTheConnection();

    /**
     * Does the work and closes the connection instead of answering: a create succeeds, but its answer is lost. The same as
     * {@link #afterTheWork()} with {@link #dropTheConnection()}.
     *
     * @return the fault, which is set up
     */
    Fault loseTheAnswer();

    /**
     * Does the work and sends only the beginning of the answer's body, of which all was announced, then closes the
     * connection.
     *
     * @param bytes how many bytes of the body to send, 0 or more; always at least one is missing
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the number is negative
     */
    Fault truncateTheAnswer(int bytes);

    /**
     * Answers an HTTP error with an HTML page, as gateways and web servers do.
     *
     * @param status 400 to 599, such as 429, 500, 502 or 503
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the status lies elsewhere
     */
    Fault status(int status);

    /**
     * Answers an HTTP error with an HTML page and a {@code Retry-After} header.
     *
     * @param status 400 to 599
     * @param retryAfter when the client may try again
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the status lies elsewhere
     */
    Fault status(int status, RetryAfter retryAfter);

    /**
     * Answers something of one's own.
     *
     * @param status 200 to 599 except 204, 205 and 304, which have no body
     * @param contentType what the {@code Content-Type} header says, in printable ASCII
     * @param body the body, sent in UTF-8, up to a million characters
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the status lies elsewhere, the content type is blank or has other characters, or the
     *         body is empty or too long
     */
    Fault answer(int status, String contentType, String body);

    /**
     * Answers 200 with an HTML page, as a proxy's sign-in page would be.
     *
     * @return the fault, which is set up
     */
    Fault answerHtml();

    /**
     * Answers 200 with the Content-Type of JSON and a body that is none.
     *
     * @return the fault, which is set up
     */
    Fault answerGarbage();

    /**
     * Answers {@code null}, which is how eSign says that a token was refused.
     *
     * @return the fault, which is set up
     */
    Fault answerNull();

    /**
     * Answers as eSign does to what it refuses: {@code Message} is {@code Error}, {@code Details} holds the texts.
     *
     * @param texts what to say, 1 to 100 texts of up to 1,000 characters
     * @return the fault, which is set up
     * @throws IllegalArgumentException if there are none, or too many, or one is blank or too long
     */
    Fault answerErrors(String... texts);

    /**
     * Refuses to start sessions, in the words for anchor tags that are still being processed. Means StartSession if no other
     * method was named.
     *
     * @return the fault, which is set up
     * @throws IllegalArgumentException if another method than StartSession was named
     */
    Fault notReady();

    /**
     * Lets tokens expire early: those that the calls hand out. Means all methods that hand tokens out if none was named.
     *
     * @param lifetime how long they stay good by the sandbox's clock, zero for tokens that are refused at once
     * @return the fault, which is set up
     * @throws IllegalArgumentException if the lifetime is negative or longer than an hour, or another method was named
     */
    Fault tokensExpireAfter(Duration lifetime);
}
