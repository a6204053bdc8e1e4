package dev.esign.anchortags;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A stream of a PDF that inflates no further than the limits allow, and not at all when it is an image. */
final class BoundedStream extends COSStream {

    private static final int MOST_FILTERS = 8;
    /** The filters of texts; those of images start AWT. */
    private static final Set<COSName> FILTERS = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION, COSName.ASCII85_DECODE, COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE, COSName.ASCII_HEX_DECODE_ABBREVIATION, COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION, COSName.CRYPT);

    private final Budget budget;

    BoundedStream(RandomAccessReadView raw, Budget budget) throws IOException {
        super(null, raw);
        this.budget = budget;
    }

    /** The whole stream, inflated. */
    byte[] decoded() throws IOException {
        List<COSName> filters = filters();
        byte[] bytes;
        try (InputStream raw = createRawInputStream()) {
            bytes = filters.isEmpty() ? copy(raw) : decode(raw, filters.get(0), 0);
        }
        for (int i = 1; i < filters.size(); i++) {
            bytes = decode(new ByteArrayInputStream(bytes), filters.get(i), i);
        }
        return bytes;
    }

    /** The stream as PDFBox reads objects, or where they are, out of it. */
    @Override
    public RandomAccessRead createView() throws IOException {
        byte[] bytes = decoded();
        if (!COSName.XREF.equals(getCOSName(COSName.TYPE)) || containsKey(COSName.N)) {
            budget.objects(values(bytes));
        }
        return new RandomAccessReadBuffer(bytes);
    }

    /** About how many numbers, names and the like there are. */
    private static long values(byte[] bytes) {
        long values = 0;
        boolean between = true;
        for (byte b : bytes) {
            boolean opening = b == '/' || b == '(' || b == '<' || b == '[';
            boolean blank = b >= 0 && b <= ' ';
            if (opening || between && !blank) {
                values++;
            }
            between = opening || blank;
        }
        return values;
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) {
        throw new UnsupportedOperationException("decoded() keeps the limits, this doesn't");
    }

    private byte[] copy(InputStream raw) throws IOException {
        Bounded bounded = new Bounded();
        raw.transferTo(bounded);
        return bounded.bytes.toByteArray();
    }

    private byte[] decode(InputStream encoded, COSName filter, int index) throws IOException {
        Bounded bounded = new Bounded();
        FilterFactory.INSTANCE.getFilter(filter).decode(encoded, bounded, this, index);
        return bounded.bytes.toByteArray();
    }

    private List<COSName> filters() throws IOException {
        List<COSName> filters = new ArrayList<>();
        COSBase given = getFilters();
        if (given instanceof COSName name) {
            filters.add(name);
        } else if (given instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                filters.add(array.getObject(i) instanceof COSName name ? name : COSName.IMAGE);
            }
        }
        if (filters.size() > MOST_FILTERS || !FILTERS.containsAll(filters)) {
            throw new IOException("not a stream of text");
        }
        return filters;
    }

    /** Keeps bytes up to the limit. */
    private final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            write(new byte[] { (byte) b }, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            if (bytes.size() + length > budget.limits().streamBytes()) {
                throw UnreadableDocumentException.overLimit("has a stream that inflates to more than "
                        + budget.limits().streamBytes() + " bytes", "streamBytes");
            }
            budget.inflated(length);
            bytes.write(buffer, offset, length);
        }
    }
}
