package dev.esign.anchortags;

import java.util.Optional;

/**
 * Something that is wrong with the tags of a session's documents.
 *
 * @param code what kind of finding
 * @param document the name of the document; empty when it is about a signer and all documents
 * @param place where in the document; empty when it is about the whole of it
 * @param tag the text of the tag without delimiters, shortened; empty when it isn't about a tag
 * @param problem the field and what is wrong with it
 * @param fix what to do
 */
public record Finding(FindingCode code, Optional<String> document, Optional<Place> place, Optional<String> tag,
        String problem, String fix) {

    /** @return how bad it is */
    public Severity severity() {
        return code.severity();
    }

    /**
     * Tells all of it in one line for people: document, place, tag, problem, fix.
     *
     * @return for example {@code a.docx, document, paragraph 3: sig_req_Seler 1: role: 'Seler 1' is no signer's; …}
     */
    public String message() {
        StringBuilder message = new StringBuilder();
        document.ifPresent(message::append);
        place.ifPresent(where -> message.append(", ").append(where.describe()));
        if (!message.isEmpty()) {
            message.append(": ");
        }
        tag.ifPresent(text -> message.append(text).append(": "));
        return message.append(problem).append("; ").append(fix).toString();
    }

    /** Tells code, document and place; not the tag, so that logs stay without content. */
    @Override
    public String toString() {
        return "Finding[" + code + document.map(name -> ", " + name).orElse("")
                + place.map(where -> ", " + where.describe()).orElse("") + "]";
    }
}
