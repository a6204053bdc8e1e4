package dev.esign.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;

import dev.esign.model.DocumentContent;

/**
 * The JSON of a {@link SessionRequest} in parts: the small text around the documents is kept, the documents themselves are
 * read and encoded while they are sent. So memory doesn't grow with them.
 */
final class SessionBody {

    private static final ObjectWriter WRITER = new ObjectMapper().writer();

    private static final long UNKNOWN = -1;

    /** A part of the body: its length or {@link #UNKNOWN}, and a stream over it that can be opened any number of times. */
    private interface Part {
        long length();

        InputStream open() throws IOException;
    }

    private final List<Part> parts;

    private SessionBody(List<Part> parts) {
        this.parts = parts;
    }

    /** Writes the text, and measures each document by reading it once if the length is to be announced. */
    static SessionBody of(SessionRequest request) throws DocumentUnreadableException {
        Cuts cuts = new Cuts(request.form());
        try {
            WRITER.withAttribute(Cuts.class, cuts).withAttribute(WireForm.class, request.form()).writeValue(cuts, request);
        } catch (DocumentUnreadableException unreadable) {
            throw unreadable;
        } catch (IOException impossible) {
            throw new IllegalStateException("a session that can't be written as JSON", impossible);
        }
        return new SessionBody(cuts.finish());
    }

    /** The length of the whole; empty when a part's isn't known. */
    OptionalLong length() {
        return parts.stream().anyMatch(part -> part.length() == UNKNOWN) ? OptionalLong.empty()
                : OptionalLong.of(parts.stream().mapToLong(Part::length).sum());
    }

    /** The whole body; each document is opened when its turn comes and closed when it is through. */
    InputStream open() {
        return new PartsInputStream(parts);
    }

    /** What Jackson writes into: cut into parts where a document belongs. */
    private static final class Cuts extends ByteArrayOutputStream {

        private final WireForm form;
        private final List<Part> parts = new ArrayList<>();
        private int documents;

        Cuts(WireForm form) {
            this.form = form;
        }

        void document(DocumentContent content) throws DocumentUnreadableException {
            cut();
            parts.add(EncodedDocument.of(documents++, content, form));
        }

        List<Part> finish() {
            cut();
            return List.copyOf(parts);
        }

        private void cut() {
            parts.add(new Text(toByteArray()));
            reset();
        }
    }

    /** Leaves the place of {@code FileBytes} empty and cuts there. */
    static final class ContentSerializer extends JsonSerializer<DocumentContent> {

        @Override
        public void serialize(DocumentContent content, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeRawValue("");
            generator.flush();
            ((Cuts) provider.getAttribute(Cuts.class)).document(content);
        }
    }

    private record Text(byte[] bytes) implements Part {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A document in its encoded form. */
    private record EncodedDocument(int index, DocumentContent content, WireForm.Bytes form, long length) implements Part {

        static EncodedDocument of(int index, DocumentContent content, WireForm form) throws DocumentUnreadableException {
            if (form.length() == WireForm.Length.CHUNKED) {
                return new EncodedDocument(index, content, form.bytes(), UNKNOWN);
            }
            try (InputStream source = content.open()) {
                return new EncodedDocument(index, content, form.bytes(),
                        EncodingInputStream.encodedLength(form.bytes(), source));
            } catch (IOException e) {
                throw new DocumentUnreadableException(index, "can't be read (" + e.getClass().getSimpleName() + ")", e);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return EncodingInputStream.of(form, content.open());
        }
    }

    private static final class PartsInputStream extends InputStream {

        private final List<Part> parts;
        private int next;
        private InputStream current = InputStream.nullInputStream();
        private long left;
        private boolean measured;
        private boolean closed;

        PartsInputStream(List<Part> parts) {
            this.parts = parts;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("the body is closed");
            }
            if (length == 0) {
                return 0;
            }
            try {
                while (true) {
                    int count = current.read(buffer, offset, length);
                    if (measured && count > left) {
                        throw changed(null);
                    }
                    if (count > 0) {
                        left -= count;
                        return count;
                    }
                    if (measured && left > 0) {
                        throw changed(null);
                    }
                    current.close();
                    if (next == parts.size()) {
                        return -1;
                    }
                    left = parts.get(next).length();
                    measured = left != UNKNOWN;
                    current = parts.get(next++).open();
                }
            } catch (DocumentUnreadableException unreadable) {
                throw unreadable;
            } catch (IOException e) {
                throw changed(e);
            }
        }

        /** The length was announced before: sending more or less would corrupt the request, so it is broken off. */
        private DocumentUnreadableException changed(IOException cause) {
            int index = parts.get(next - 1) instanceof EncodedDocument document ? document.index() : -1;
            return new DocumentUnreadableException(index, "changed or became unreadable while it was being sent", cause);
        }

        @Override
        public synchronized void close() throws IOException {
            closed = true;
            current.close();
        }
    }
}
