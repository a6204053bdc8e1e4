package dev.esign.model;

/** How the people in {@code CopyTo} get the documents ({@code SessionInfo.EmailOptions}). */
public enum CopyDelivery {

    /** As links (0). */
    LINKS,
    /** As attachments (3). */
    ATTACHMENTS
}
