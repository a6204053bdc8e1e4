package dev.esign.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a sandbox was asked, and what it answered: every request to the API or to an unknown path, the latest last.
 * <p>
 * An entry is there before its answer is on the way, so that whoever has an answer finds its entry. The journal holds as many
 * entries as {@link EsignSandbox.Builder#journalSize(int)} says, then forgets the oldest. Thread-safe.
 * <p>
 * Secrets are masked: keys and salts in paths, tokens, the values of {@code Authorization} and similar headers, passwords and
 * images of signatures. Equal secrets have equal masks within one sandbox, so that a test can see whether a token was used
 * twice. Names, e-mail addresses and titles are not masked.
 */
public interface Journal {

    /**
     * Lists the requests.
     *
     * @return them, in the order in which their answers were found
     */
    List<RecordedRequest> requests();

    /**
     * Lists the requests to a method.
     *
     * @param operation the name of a documented method, such as {@code CreateSession}
     * @return them, in the order in which their answers were found
     */
    List<RecordedRequest> requests(String operation);

    /**
     * Lists the requests that are wanted.
     *
     * @param wanted says which
     * @return them, in the order in which their answers were found
     */
    List<RecordedRequest> requests(Predicate<? super RecordedRequest> wanted);

    /**
     * Lists the requests that came after one.
     *
     * @param id the {@link RecordedRequest#id()} of a request, or 0
     * @param timeout how long to wait for the first of them, zero for not at all
     * @return them, perhaps none
     * @throws IllegalStateException if the thread is interrupted, which it is then still
     */
    List<RecordedRequest> since(long id, Duration timeout);

    /**
     * Waits for requests to a method. Those that are in the journal already count.
     *
     * @param count how many there must be
     * @param operation the name of a documented method
     * @param timeout how long to wait
     * @return the requests to this method, at least as many
     * @throws IllegalStateException if there are fewer when the time is over, or if the thread is interrupted, which it is then
     *         still
     */
    List<RecordedRequest> await(int count, String operation, Duration timeout);

    /** Forgets all requests. The numbers of later ones go on. */
    void clear();
}
