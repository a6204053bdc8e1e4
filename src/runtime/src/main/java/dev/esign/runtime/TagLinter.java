package dev.esign.runtime;

import java.util.List;

import dev.esign.model.Document;
import dev.esign.model.Problem;
import dev.esign.model.Signer;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig;

/** Reads the anchor tags of documents. Its one implementation is left out of applications without the artifact for it. */
interface TagLinter {

    /**
     * What is wrong with the tags.
     *
     * @param errors what keeps the session from being signed as it was meant
     * @param warnings what was probably not meant
     */
    record Findings(List<Problem> errors, List<Problem> warnings) {
    }

    /**
     * Reads all documents that eSign is to look for tags in. Blocks while it does.
     *
     * @param settings the account's delimiters
     * @param documents the documents of a request
     * @param signers the session's signers, to be held against the tags' roles; empty when not all of them are known
     * @return what was found
     */
    Findings lint(AnchorTagsConfig settings, List<Document> documents, List<Signer> signers);
}
