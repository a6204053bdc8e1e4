package dev.esign.sandbox;

import java.io.InputStream;
import java.util.List;

import dev.esign.sandbox.session.DocumentContent;

/** A document of a session, or one that a signer added. Immutable. */
public final class SandboxDocument {

    private final String id;
    private final String fileName;
    private final DocumentContent content;
    private final List<SandboxField> fields;

    SandboxDocument(String id, String fileName, DocumentContent content, List<SandboxField> fields) {
        this.id = id;
        this.fileName = fileName;
        this.content = content;
        this.fields = List.copyOf(fields);
    }

    /**
     * Tells the sandbox's own id of the document.
     *
     * @return a GUID
     */
    public String id() {
        return id;
    }

    /**
     * Tells the name.
     *
     * @return the file name; empty for a document that comes from a template
     */
    public String fileName() {
        return fileName;
    }

    /**
     * Tells how many bytes arrived.
     *
     * @return the size; 0 for a document that comes from a template, and after a purge
     */
    public long size() {
        return content.size();
    }

    /**
     * Tells the digest of the bytes that arrived.
     *
     * @return SHA-256 in lower-case hexadecimal digits; empty if there are no bytes
     */
    public String sha256() {
        return content.sha256();
    }

    /**
     * Opens the bytes that arrived.
     *
     * @return a stream that the caller closes
     */
    public InputStream content() {
        return content.open();
    }

    /**
     * Tells the fields that its anchor tags made, whoever fills them in.
     *
     * @return the fields, in the order of the tags; none until they are processed
     */
    public List<SandboxField> fields() {
        return fields;
    }

    /** Names of files stay out of logs. */
    @Override
    public String toString() {
        return "SandboxDocument[" + size() + " bytes]";
    }
}
