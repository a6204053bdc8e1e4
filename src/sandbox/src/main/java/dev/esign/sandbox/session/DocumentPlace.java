package dev.esign.sandbox.session;

/** Where documents are kept. */
@FunctionalInterface
public interface DocumentPlace {

    /** Keeps documents in memory. */
    DocumentPlace MEMORY = DocumentCollector::new;

    /** Keeps of documents no more than their sizes and digests. */
    DocumentPlace NOWHERE = DocumentSum::new;

    /**
     * Begins a document.
     *
     * @param limit how many bytes it may have
     */
    DocumentSink begin(long limit);

    /** Keeps a document that was gathered elsewhere. */
    default DocumentContent take(DocumentContent content) {
        return content;
    }
}
