package dev.esign.sandbox.session;

import java.util.List;

/** Reads the anchor tags of documents, in its own time. Thread-safe. */
public interface TagProcessor {

    /** Finds no tags, at once. */
    TagProcessor NONE = new TagProcessor() {

        @Override
        public void submit(SigningSession session, Document document) {
            session.tagsRead(document.id(), List.of(), 0);
        }

        @Override
        public void await(String documentId) {
            // There is nothing to wait for.
        }
    };

    /**
     * Begins to read a document; tells the session when that has ended. Called while the session is being changed, so must
     * not wait.
     */
    void submit(SigningSession session, Document document);

    /** Waits for a document's end, but not for long. */
    void await(String documentId);
}
