package dev.esign.anchortags;

import org.apache.fontbox.afm.FontMetrics;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.DictionaryEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/** A font with a byte for each character. */
final class SimpleFont implements PdfFont {

    private static final int CODES = 256;
    private static final int SPACE = 32;
    private static final double PER_MILLE = 1000;
    private static final double USUAL_WIDTH = 0.5;

    private final String[] texts = new String[CODES];
    private final double[] widths = new double[CODES];

    private SimpleFont() {
    }

    static SimpleFont of(COSDictionary dictionary, PdfUnicode unicode) {
        SimpleFont font = new SimpleFont();
        Encoding encoding = encoding(dictionary);
        FontMetrics metrics = Standard14Fonts.getAFM(dictionary.getNameAsString(COSName.BASE_FONT, ""));
        COSArray widths = dictionary.getCOSArray(COSName.WIDTHS);
        int first = dictionary.getInt(COSName.FIRST_CHAR, 0);
        double scale = scale(dictionary);
        for (int code = 0; code < CODES; code++) {
            String name = encoding.getName(code);
            font.texts[code] = text(unicode, code, name);
            font.widths[code] = width(widths, code - first, scale, metrics, name);
        }
        return font;
    }

    @Override
    public void decode(byte[] string, Characters characters) {
        for (byte b : string) {
            int code = b & 0xFF;
            characters.take(texts[code], widths[code], code == SPACE);
        }
    }

    private static String text(PdfUnicode unicode, int code, String name) {
        return unicode.text(code, 1).orElseGet(() -> {
            String known = name == null ? null : GlyphList.getAdobeGlyphList().toUnicode(name);
            return known == null ? "" : known;
        });
    }

    private static double width(COSArray widths, int index, double scale, FontMetrics metrics, String name) {
        if (widths != null && index >= 0 && index < widths.size()
                && widths.getObject(index) instanceof COSNumber width) {
            return width.floatValue() * scale;
        }
        return metrics == null || name == null ? USUAL_WIDTH : metrics.getCharacterWidth(name) / PER_MILLE;
    }

    /** How wide 1 is: fonts of drawn characters have a measure of their own. */
    private static double scale(COSDictionary font) {
        boolean drawn = COSName.TYPE3.equals(font.getCOSName(COSName.SUBTYPE));
        return drawn ? Math.abs(Matrix.of(font.getCOSArray(COSName.FONT_MATRIX)).a()) : 1 / PER_MILLE;
    }

    private static Encoding encoding(COSDictionary font) {
        COSBase given = font.getDictionaryObject(COSName.ENCODING);
        boolean trueType = COSName.TRUE_TYPE.equals(font.getCOSName(COSName.SUBTYPE));
        Encoding usual = trueType ? WinAnsiEncoding.INSTANCE : StandardEncoding.INSTANCE;
        if (given instanceof COSName name) {
            Encoding named = Encoding.getInstance(name);
            return named == null ? usual : named;
        }
        return given instanceof COSDictionary differences ? new DictionaryEncoding(differences, false, usual) : usual;
    }
}
