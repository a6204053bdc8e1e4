package dev.esign.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The webhooks of a sandbox: who is told of changes of sessions and signers, what was told, and how it went.
 * <p>
 * Messages have the form of eSign's documented {@code EsignView}. What a session or signer goes through is told in its
 * order: to each receiver, a session's next message is sent when the one before was delivered or given up. Sessions and
 * receivers don't wait for each other, and no call of the API waits for a receiver. Thread-safe.
 */
public interface Webhooks {

    /**
     * Tells a receiver of everything that happens from now on. The user information of the URL, if any, is sent as an
     * {@code Authorization} header of scheme Basic.
     *
     * @param url an absolute http or https URL with a host
     * @return the receiver; the same one as before if the URL is known already
     * @throws IllegalArgumentException if it is another kind of URL
     * @throws IllegalStateException if there are 16 receivers already
     */
    WebhookTarget add(URI url);

    /**
     * Tells a receiver nothing more; what was still waiting for it is dropped.
     *
     * @param targetId {@link WebhookTarget#id()}
     * @return whether there was such a receiver
     */
    boolean remove(String targetId);

    /**
     * Lists the receivers.
     *
     * @return them, in the order in which they were added
     */
    List<WebhookTarget> targets();

    /**
     * Lists what was sent, is being sent and waits to be sent: the last 1,000 deliveries, also after the sandbox was closed.
     *
     * @return them, the oldest first
     */
    List<WebhookDelivery> deliveries();

    /**
     * Waits until a delivery has ended, well or not, that is wanted.
     *
     * @param wanted says which; must be quick
     * @param timeout how long to wait
     * @return the oldest such delivery
     * @throws IllegalStateException if there is none in time, or if the thread is interrupted, which it is then still
     */
    WebhookDelivery awaitDelivery(Predicate<? super WebhookDelivery> wanted, Duration timeout);

    /**
     * Waits until nothing is being sent or waits to be sent.
     *
     * @param timeout how long to wait
     * @return all deliveries, the oldest first
     * @throws IllegalStateException if that isn't so in time, or if the thread is interrupted, which it is then still
     */
    List<WebhookDelivery> awaitIdle(Duration timeout);

    /**
     * Sends the body of an earlier delivery once more, as a delivery of its own.
     *
     * @param deliveryId {@link WebhookDelivery#id()}
     * @return the new delivery, which is yet to be made
     * @throws IllegalArgumentException if there is no such delivery (any more)
     * @throws IllegalStateException if its receiver was removed
     */
    WebhookDelivery redeliver(String deliveryId);

    /**
     * Sends a message about a session that doesn't exist, with a title that says so and the status InDraft, to all receivers.
     *
     * @return one delivery per receiver, which are yet to be made
     */
    List<WebhookDelivery> sendTest();

    /**
     * Makes the next messages go wrong in some way; {@link WebhookMisbehaviour#LATE} and
     * {@link WebhookMisbehaviour#OUT_OF_ORDER} with a delay of 5 seconds. Several ways can be combined; the same way again
     * replaces what was asked for before.
     *
     * @param misbehaviour the way
     * @param times for how many messages, 1 to 1,000,000; a message to several receivers counts once
     * @throws IllegalArgumentException if the number is another
     */
    void misbehave(WebhookMisbehaviour misbehaviour, int times);

    /**
     * Makes the next messages be late or out of order.
     *
     * @param misbehaviour {@link WebhookMisbehaviour#LATE} or {@link WebhookMisbehaviour#OUT_OF_ORDER}
     * @param times for how many messages, 1 to 1,000,000; a message to several receivers counts once
     * @param delay how long a late message waits, or how long a message waits at most to be overtaken; up to a day
     * @throws IllegalArgumentException if a value is another
     */
    void misbehave(WebhookMisbehaviour misbehaviour, int times, Duration delay);

    /** Ends all misbehaviour for messages to come. */
    void behave();
}
