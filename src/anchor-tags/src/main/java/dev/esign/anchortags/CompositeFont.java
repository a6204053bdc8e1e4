package dev.esign.anchortags;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font with several bytes for a character. */
final class CompositeFont implements PdfFont {

    private static final int SPACE = 32;

    private final Optional<CMap> codes;
    private final PdfUnicode unicode;
    private final Optional<CMap> collection;
    private final CidWidths widths;

    private CompositeFont(Optional<CMap> codes, PdfUnicode unicode, Optional<CMap> collection, CidWidths widths) {
        this.codes = codes;
        this.unicode = unicode;
        this.collection = collection;
        this.widths = widths;
    }

    static CompositeFont of(COSDictionary font, COSDictionary descendant, PdfUnicode unicode, Budget budget) {
        return new CompositeFont(codes(font.getDictionaryObject(COSName.ENCODING)), unicode,
                collection(descendant.getCOSDictionary(COSName.CIDSYSTEMINFO)), CidWidths.of(descendant, budget));
    }

    @Override
    public void decode(byte[] string, Characters characters) {
        if (codes.isEmpty()) {
            for (int i = 0; i + 1 < string.length; i += 2) {
                int code = (string[i] & 0xFF) << Byte.SIZE | string[i + 1] & 0xFF;
                take(code, 2, code, characters);
            }
            return;
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(string);
        try {
            while (bytes.available() > 0) {
                int before = bytes.available();
                int code = codes.get().readCode(bytes);
                int length = before - bytes.available();
                take(code, length, codes.get().toCID(code, length), characters);
            }
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }

    private void take(int code, int length, int cid, Characters characters) {
        String text = unicode.text(code & 0xFFFF_FFFFL, length)
                .or(() -> collection.map(known -> known.toUnicode(cid)))
                .orElse("");
        characters.take(text, widths.of(cid), length == 1 && code == SPACE);
    }

    /** How bytes become codes; nothing for the usual two bytes each. */
    private static Optional<CMap> codes(COSBase encoding) {
        if (encoding instanceof COSName name) {
            return name.getName().startsWith("Identity") ? Optional.empty() : predefined(name.getName());
        }
        return encoding instanceof BoundedStream stream ? own(stream) : Optional.empty();
    }

    private static Optional<CMap> own(BoundedStream stream) {
        try {
            byte[] table = stream.decoded();
            // FontBox would keep each code of such a range, and a table of this kind has no use for them.
            boolean hasMeanings = new String(table, StandardCharsets.ISO_8859_1).contains("beginbf");
            return hasMeanings ? Optional.empty() : Optional.of(new CMapParser().parse(new RandomAccessReadBuffer(table)));
        } catch (IOException e) {
            // As viewers do: a table that can't be read counts as the usual one.
            return Optional.empty();
        }
    }

    /** What the characters of a known collection mean. */
    private static Optional<CMap> collection(COSDictionary info) {
        if (info == null) {
            return Optional.empty();
        }
        String registry = info.getString(COSName.REGISTRY, "");
        String ordering = info.getString(COSName.ORDERING, "");
        return registry.equals("Adobe") && !ordering.equals("Identity") ? predefined("Adobe-" + ordering + "-UCS2")
                : Optional.empty();
    }

    private static Optional<CMap> predefined(String name) {
        // The name becomes that of a resource.
        if (!name.matches("[A-Za-z0-9-]{1,40}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CMapParser().parsePredefined(name));
        } catch (IOException e) {
            // There is none of this name, so the font tells nothing.
            return Optional.empty();
        }
    }
}
