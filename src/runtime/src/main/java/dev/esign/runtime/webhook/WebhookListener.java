package dev.esign.runtime.webhook;

/** Is told of every webhook call. Implemented by beans; must neither block nor throw. */
public interface WebhookListener {

    /** What stands for the account of a call that carried no secret of any. */
    String UNKNOWN_ACCOUNT = "unknown";

    /**
     * A call has been dealt with.
     *
     * @param account the name of the account that it was about; {@link #UNKNOWN_ACCOUNT} when it carried no secret of any
     * @param type {@code SessionStatus}, {@code SignerStatus} or {@code unknown}
     * @param outcome what became of it
     */
    void received(String account, String type, WebhookOutcome outcome);
}
