package dev.esign.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request as the journal keeps it, without secrets and without documents. Immutable.
 *
 * @param id its number, which grows with time
 * @param at when it arrived, by the sandbox's clock
 * @param operation the name of the documented method; empty if there is none at this path with this verb
 * @param verb the HTTP method
 * @param template the path as it is documented, such as <code>rest/v1/sessions/{id}</code>; empty like the operation
 * @param path the path as it was sent
 * @param query the names and decoded values of the query; of a name that occurs twice, the first
 * @param headers the headers by their names in lower case, each with its values
 * @param body what the body was read as; empty if there was none, or it was refused or left unread. {@code FileBytes} is an
 *        object of {@code size} and {@code sha256}, long texts and very large bodies are cut, with an ellipsis
 * @param form how the body was written
 * @param answer what became of it
 * @param duration from its arrival until its answer was found
 * @param faults the faults it ran into, each with its number and description
 */
public record RecordedRequest(long id, Instant at, String operation, String verb, String template, String path,
        Map<String, String> query, Map<String, List<String>> headers, Optional<JsonNode> body, Form form, RecordedAnswer answer,
        Duration duration, List<String> faults) {

    /**
     * How a body was written.
     *
     * @param transfer {@code length} with a Content-Length, {@code chunked} without, {@code none} without a body
     * @param size how many bytes were read of it
     * @param fileBytes {@code numbers}, {@code base64} or {@code mixed}, or empty without documents
     */
    public record Form(String transfer, long size, String fileBytes) {
    }

    /**
     * The body.
     *
     * @return a copy, which may be changed
     */
    @Override
    public Optional<JsonNode> body() {
        return body.map(JsonNode::deepCopy);
    }

    /** Tells which request it is, and nothing of what was in it. */
    @Override
    public String toString() {
        return "#" + id + " " + verb + " " + (operation.isEmpty() ? "(no method)" : operation) + " -> " + answer.status();
    }
}
