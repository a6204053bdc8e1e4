package dev.esign.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variant.PaddingReadBehaviour;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * Finds documents in an answer while it arrives. Their form is published nowhere, so they are looked for everywhere: any
 * object with a member that is likely to hold bytes is a document, named by a member of the same object or of the object
 * around it, before or after the bytes. Bytes are an array of numbers or base64. A document never stands in memory as a
 * whole, and neither does its text.
 */
public final class DocumentsReader {

    private static final int HEAD = 64;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TEXT = 1_000_000;

    /** Limits the texts that are kept; base64 isn't, and is not limited. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build()).build();
    private static final Base64Variant BASE64 = Base64Variants.MIME_NO_LINEFEEDS
            .withReadPadding(PaddingReadBehaviour.PADDING_ALLOWED);

    /** Members that can't be anything but bytes: without them, a document is missing. */
    private static final Set<String> SURELY_BYTES = Set.of("filebytes", "bytes", "documentbytes", "filecontent",
            "filecontents", "filedata");
    private static final Set<String> BYTES = Set.of("content", "contents", "data", "base64", "base64content", "filebase64",
            "documentcontent", "documentdata", "pdf", "pdfbytes");
    /** Members that are bytes only as an array of numbers; as a text they may as well be a name, or anything. */
    private static final Set<String> BYTES_IF_NUMBERS = Set.of("file", "document", "value", "returnvalue");
    /** The likeliest name first. */
    private static final List<String> NAMES = List.of("filename", "documentname", "originalfilename", "name", "title",
            "documenttitle", "file", "document", "key");

    private final JsonParser parser;
    private final DocumentSink sink;
    private String message;
    private String returnValue;
    private final List<String> details = new ArrayList<>();
    private boolean nothing;
    private boolean otherContent;
    private int withoutBytes;
    private int documents;

    private DocumentsReader(JsonParser parser, DocumentSink sink) {
        this.parser = parser;
        this.sink = sink;
    }

    /**
     * Reads an answer to its end.
     *
     * @param answer the answer; closed
     * @param sink takes the documents, each as soon as it is whole
     * @return the rest of the answer; null when it is {@code null} or empty
     * @throws UnreadableAnswerException when it isn't whole, isn't JSON, or its documents can't be recognised
     * @throws IOException when the connection is lost
     */
    public static DocumentsResponse read(InputStream answer, DocumentSink sink) throws IOException {
        byte[] head = answer.readNBytes(HEAD);
        try (JsonParser parser = JSON.createParser(new SequenceInputStream(new ByteArrayInputStream(head), answer))) {
            return new DocumentsReader(parser, sink).read();
        } catch (JsonProcessingException notJson) {
            // The parser's own message quotes the answer, so it isn't kept as a cause.
            throw new UnreadableAnswerException(
                    "the answer is " + UnreadableAnswerException.kindOf(head) + " and can't be read");
        }
    }

    private DocumentsResponse read() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return null;
        } else if (first == JsonToken.START_OBJECT) {
            finish(object(true));
        } else if (first == JsonToken.START_ARRAY) {
            array();
        } else {
            throw new UnreadableAnswerException("the answer is a single value, not an object");
        }
        if (parser.nextToken() != null) {
            throw new UnreadableAnswerException("the answer goes on behind its end");
        }
        if (nothing) {
            return null;
        }
        DocumentsResponse response = new DocumentsResponse(message, List.copyOf(details), returnValue, documents);
        if (!response.isError()) {
            requireRecognised();
        }
        return response;
    }

    /** Nobody must take an answer for "no documents" that says something else. */
    private void requireRecognised() throws UnreadableAnswerException {
        if (withoutBytes > 0) {
            throw new UnreadableAnswerException("the answer names " + withoutBytes + " documents without their bytes");
        }
        boolean value = returnValue != null && !returnValue.isBlank() && !returnValue.equalsIgnoreCase("True");
        if (documents == 0 && (otherContent || value)) {
            throw new UnreadableAnswerException("the answer holds no document in any of the forms that are looked for");
        }
    }

    /** A document whose object has been read: its bytes, and its name as far as it is known. */
    private record Found(DocumentSink.Place place, String name) {
    }

    /**
     * Reads an object.
     *
     * @param envelope whether it may have eSign's {@code Message}, {@code Details} and {@code ReturnValue}
     * @return the document that it is, or null
     */
    private Found object(boolean envelope) throws IOException {
        DocumentSink.Place place = null;
        String fileName = null;
        int rank = NAMES.size();
        boolean bytesExpected = false;
        int members = 0;
        otherContent |= !envelope;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = parser.nextToken();
            members++;
            bytesExpected |= SURELY_BYTES.contains(name);
            if (value == JsonToken.START_ARRAY) {
                if (envelope && name.equals("details")) {
                    details();
                } else if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && place == null && mayBeNumbers(name)) {
                    place = write(this::numbers);
                } else {
                    elements();
                }
            } else if (value == JsonToken.START_OBJECT) {
                Found inner = object(envelope && name.endsWith("result"));
                if (inner != null && inner.name() == null && place == null) {
                    place = inner.place();
                } else {
                    finish(inner);
                }
            } else if (value == JsonToken.VALUE_STRING && (SURELY_BYTES.contains(name) || BYTES.contains(name))) {
                if (place == null) {
                    place = write(this::base64);
                }
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                int nameRank = NAMES.indexOf(name);
                if (envelope && isOfEnvelope(name)) {
                    keep(name, text());
                } else if (value == JsonToken.VALUE_STRING && nameRank >= 0 && nameRank < rank) {
                    String text = parser.getText();
                    if (!text.isBlank()) {
                        fileName = text;
                        rank = nameRank;
                    }
                }
            } else if (envelope && name.endsWith("result")) {
                nothing = true;
            }
        }
        nothing &= members == 1;
        if (place == null) {
            withoutBytes += bytesExpected ? 1 : 0;
            return null;
        }
        return new Found(place, fileName);
    }

    private static boolean isOfEnvelope(String name) {
        return name.equals("message") || name.equals("details") || name.equals("returnvalue");
    }

    private static boolean mayBeNumbers(String name) {
        return SURELY_BYTES.contains(name) || BYTES.contains(name) || BYTES_IF_NUMBERS.contains(name);
    }

    private void keep(String name, String text) {
        switch (name) {
            case "message" -> message = text;
            case "returnvalue" -> returnValue = text;
            default -> details.add(text);
        }
    }

    private String text() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> "True";
            case VALUE_FALSE -> "False";
            default -> parser.getText();
        };
    }

    private void details() throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isStructStart()) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                details.add(text());
            }
        }
    }

    private void array() throws IOException {
        parser.nextToken();
        elements();
    }

    /** Reads an array from its current element to its end. */
    private void elements() throws IOException {
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            otherContent = true;
            if (token == JsonToken.START_OBJECT) {
                finish(object(false));
            } else if (token == JsonToken.START_ARRAY) {
                array();
            }
        }
    }

    private void finish(Found found) {
        if (found != null) {
            documents++;
            found.place().finish(found.name());
        }
    }

    /** Writes the bytes that the parser has come to. */
    private interface Bytes {
        long writeTo(OutputStream out) throws IOException;
    }

    /** A document without a single byte is none: null. */
    private DocumentSink.Place write(Bytes bytes) throws IOException {
        DocumentSink.Place place = sink.begin();
        try (OutputStream out = place.open()) {
            return bytes.writeTo(out) == 0 ? null : place;
        }
    }

    private long numbers(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int filled = 0;
        long count = 0;
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (filled == BUFFER) {
                out.write(buffer, 0, filled);
                filled = 0;
            }
            buffer[filled++] = number(token);
            count++;
        }
        out.write(buffer, 0, filled);
        return count;
    }

    private byte number(JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw new UnreadableAnswerException("the bytes of document " + (documents + 1) + " aren't all whole numbers");
        }
        try {
            int number = parser.getIntValue();
            if (number >= 0 && number <= 0xff) {
                return (byte) number;
            }
        } catch (InputCoercionException tooLarge) {
            // as any other number that is no byte
        }
        throw new UnreadableAnswerException("the bytes of document " + (documents + 1) + " aren't all from 0 to 255");
    }

    /** The parser decodes while it reads: the text of the value never stands in memory. */
    private long base64(OutputStream out) throws IOException {
        try {
            return parser.readBinaryValue(BASE64, out);
        } catch (JsonEOFException truncated) {
            throw truncated;
        } catch (JsonProcessingException | IllegalArgumentException notBase64) {
            throw new UnreadableAnswerException("the bytes of document " + (documents + 1) + " aren't base64");
        }
    }
}
