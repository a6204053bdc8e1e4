package dev.esign.sandbox.api;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.RequestBody;
import dev.esign.sandbox.session.DocumentContent;
import dev.esign.sandbox.session.DocumentPlace;
import dev.esign.sandbox.session.DocumentSink;

/**
 * Reads the JSON of a create or update as a stream. The result is a small tree in which each document's
 * {@code FileBytes} is a {@link DocumentContent} instead of a number per byte. One reader reads one body.
 */
public final class SessionBodyReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            // Interned names would outlive the request that brought them.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RequestBody body;
    private final DocumentPlace place;
    private String bytesForm = "";
    private long room = DocumentSink.SESSION_LIMIT;

    public SessionBodyReader(RequestBody body) {
        this(body, DocumentPlace.MEMORY);
    }

    /**
     * Begins.
     *
     * @param place where the documents in the body go
     */
    public SessionBodyReader(RequestBody body, DocumentPlace place) {
        this.body = body;
        this.place = place;
    }

    /**
     * Reads the body to its end.
     *
     * @throws MalformedRequestException if it is not one whole JSON object
     */
    public ObjectNode read() throws MalformedRequestException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedRequestException("The body is not a JSON object.");
            }
            ObjectNode root = object(parser, false);
            if (parser.nextToken() != null) {
                throw new MalformedRequestException("Something follows the JSON object.");
            }
            // An object that ends before the body does may have lost its tail without looking like it.
            if (!body.drain()) {
                throw new MalformedRequestException("The body ends before its announced length.");
            }
            return body.readAs(root, bytesForm);
        } catch (IOException e) {
            // Jackson's message would quote the body.
            throw body.failure("The body is not well-formed JSON, or ends too early.");
        }
    }

    private ObjectNode object(JsonParser parser, boolean isDocument) throws IOException, MalformedRequestException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (isDocument && name.equalsIgnoreCase("FileBytes")) {
                object.set(name, NODES.pojoNode(content(parser)));
            } else {
                object.set(name, value(parser, name.equalsIgnoreCase("Documents")));
            }
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, boolean ofDocuments) throws IOException, MalformedRequestException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(parser.currentToken() == JsonToken.START_OBJECT ? object(parser, ofDocuments) : value(parser, false));
        }
        return array;
    }

    private JsonNode value(JsonParser parser, boolean ofDocuments) throws IOException, MalformedRequestException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, false);
            case START_ARRAY -> array(parser, ofDocuments);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    private DocumentContent content(JsonParser parser) throws IOException, MalformedRequestException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return DocumentContent.NONE;
        }
        try (DocumentSink sink = place.begin(room)) {
            switch (parser.currentToken()) {
                case START_ARRAY -> {
                    note("numbers");
                    octets(parser, sink);
                }
                case VALUE_STRING -> {
                    note("base64");
                    base64(parser, sink);
                }
                default -> throw new MalformedRequestException("FileBytes is neither an array of numbers nor base64.");
            }
            DocumentContent content = sink.finish();
            room = content.isTooLarge() ? 0 : room - content.size();
            return content;
        }
    }

    private void note(String form) {
        bytesForm = bytesForm.isEmpty() || bytesForm.equals(form) ? form : "mixed";
    }

    private static void octets(JsonParser parser, DocumentSink sink) throws IOException, MalformedRequestException {
        while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            int octet = parser.getIntValue();
            if (octet < 0 || octet > 255) {
                throw new MalformedRequestException("FileBytes holds a number outside 0 to 255.");
            }
            sink.write(octet);
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new MalformedRequestException("FileBytes holds something other than whole numbers.");
        }
    }

    private static void base64(JsonParser parser, DocumentSink sink) throws IOException, MalformedRequestException {
        try {
            parser.readBinaryValue(sink);
        } catch (IllegalArgumentException e) {
            // Jackson's way of reporting some letters that are not base64; others make it throw an IOException.
            throw new MalformedRequestException("FileBytes is not base64.");
        }
    }
}
