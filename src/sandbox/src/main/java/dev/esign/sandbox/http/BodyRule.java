package dev.esign.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Decides what the service takes of a body that is well-formed JSON. */
@FunctionalInterface
public interface BodyRule {

    /** Takes everything as it is. */
    BodyRule NONE = (tree, bytesForm) -> tree;

    /**
     * Judges a body.
     *
     * @param bytesForm how the bytes of documents were written; empty without any
     * @return what the service makes of it
     * @throws MalformedRequestException if the service could not have read it
     */
    ObjectNode apply(ObjectNode tree, String bytesForm) throws MalformedRequestException;
}
