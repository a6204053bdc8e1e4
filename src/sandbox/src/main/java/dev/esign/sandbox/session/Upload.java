package dev.esign.sandbox.session;

import java.time.Instant;

/** A document that a signer added. Immutable. */
public record Upload(String id, String fileName, DocumentContent content, Instant arrivedOn) {

    Upload withoutContent() {
        return new Upload(id, fileName, DocumentContent.NONE, arrivedOn);
    }

    @Override
    public String toString() {
        return "Upload[" + content.size() + " bytes]";
    }
}
