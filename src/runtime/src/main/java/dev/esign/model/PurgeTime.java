package dev.esign.model;

/** When a session's documents are purged ({@code purgeNow}). */
public enum PurgeTime {

    /** At once, and without a last mail to the parties. */
    NOW,
    /** After the client's waiting time, 72 hours unless eSign was told otherwise; until then it can be taken back. */
    SCHEDULED
}
