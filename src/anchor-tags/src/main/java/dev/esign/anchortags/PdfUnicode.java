package dev.esign.anchortags;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.pdfbox.cos.COSBase;

/**
 * What the codes of a font mean, as far as the font has a table for it ({@code ToUnicode}). FontBox' parser would keep each
 * code of a range, and a range may have billions.
 */
final class PdfUnicode {

    private static final int LONGEST_CODE = 4;

    /** Codes one behind the other, that mean characters one behind the other, or a text each. */
    private record Range(long last, List<byte[]> texts) {

        private String text(long index) {
            if (texts.size() > 1) {
                return index < texts.size() ? decoded(texts.get((int) index)) : "";
            }
            byte[] text = texts.get(0).clone();
            long carry = index;
            for (int i = text.length - 1; i >= 0 && carry > 0; i--) {
                carry += text[i] & 0xFF;
                text[i] = (byte) carry;
                carry >>= Byte.SIZE;
            }
            return decoded(text);
        }

        private static String decoded(byte[] text) {
            return text.length == 1 ? new String(text, StandardCharsets.ISO_8859_1)
                    : new String(text, StandardCharsets.UTF_16BE);
        }
    }

    /** By the first code of each range; codes of different lengths don't meet. */
    private final Map<Integer, TreeMap<Long, Range>> ranges = new TreeMap<>();

    private PdfUnicode() {
    }

    static PdfUnicode of(COSBase table, Budget budget) {
        PdfUnicode unicode = new PdfUnicode();
        if (table instanceof BoundedStream stream) {
            try {
                unicode.read(new PdfTokens(stream.decoded()), budget);
            } catch (IOException e) {
                // As viewers do: a font whose table can't be decoded tells its characters some other way, or not at all.
                return new PdfUnicode();
            }
        }
        return unicode;
    }

    /** What a code means, if the table tells. */
    Optional<String> text(long code, int length) {
        TreeMap<Long, Range> ofLength = ranges.get(length);
        Map.Entry<Long, Range> range = ofLength == null ? null : ofLength.floorEntry(code);
        return range == null || range.getValue().last() < code ? Optional.empty()
                : Optional.of(range.getValue().text(code - range.getKey()));
    }

    private void read(PdfTokens tokens, Budget budget) {
        List<PdfTokens.Token> operands = new ArrayList<>();
        int each = 0;
        for (Optional<PdfTokens.Token> token = tokens.next(); token.isPresent(); token = tokens.next()) {
            if (token.get() instanceof PdfTokens.Operator operator) {
                each = operator.name().equals("beginbfchar") ? 2 : operator.name().equals("beginbfrange") ? 3 : 0;
                operands.clear();
            } else if (each > 0) {
                operands.add(token.get());
                if (operands.size() == each) {
                    budget.object();
                    add(operands.get(0), operands.get(each - 2), operands.get(each - 1));
                    operands.clear();
                }
            }
        }
    }

    private void add(PdfTokens.Token first, PdfTokens.Token last, PdfTokens.Token meaning) {
        List<byte[]> texts = new ArrayList<>();
        if (meaning instanceof PdfTokens.Text text) {
            texts.add(text.bytes());
        } else if (meaning instanceof PdfTokens.Array array) {
            array.items().forEach(item -> texts.add(item instanceof PdfTokens.Text text ? text.bytes() : new byte[0]));
        }
        if (first instanceof PdfTokens.Text from && last instanceof PdfTokens.Text to && !texts.isEmpty()
                && from.bytes().length <= LONGEST_CODE && to.bytes().length <= LONGEST_CODE) {
            ranges.computeIfAbsent(from.bytes().length, length -> new TreeMap<>()).put(number(from.bytes()),
                    new Range(number(to.bytes()), texts));
        }
    }

    private static long number(byte[] bytes) {
        long number = 0;
        for (byte b : bytes) {
            number = number << Byte.SIZE | b & 0xFF;
        }
        return number;
    }
}
