package dev.esign;

/**
 * What can be done with one account: the same that is injected by {@link EsignAccount @EsignAccount}. Everything it gives is
 * thread-safe and can be kept.
 */
public interface EsignServices {

    /** @return the name of the account; {@link EsignAccount#DEFAULT} for the default one */
    String account();

    /** @return its signing sessions */
    SigningSessions sessions();

    /** @return its signing sessions, for reactive applications */
    ReactiveSigningSessions reactiveSessions();

    /** @return the signers of its sessions */
    SessionSigners signers();

    /** @return the signers of its sessions, for reactive applications */
    ReactiveSessionSigners reactiveSigners();

    /** @return its users */
    EsignUsers users();

    /** @return its users, for reactive applications */
    ReactiveEsignUsers reactiveUsers();

    /** @return what comes back from its sessions */
    SignedDocuments documents();

    /** @return what comes back from its sessions, for reactive applications */
    ReactiveSignedDocuments reactiveDocuments();

    /** @return where eSign calls this application about it */
    EsignWebhook webhook();

    /**
     * A client of a declarative REST interface, with the account's address and tokens, to call further methods of eSign.
     *
     * @param <T> the interface
     * @param api the interface; has {@code @RegisterRestClient(configKey = "esign")}, and
     *        {@code @RegisterProvider(TokenFilter.class)} where it needs tokens
     * @return the client
     */
    <T> T client(Class<T> api);
}
