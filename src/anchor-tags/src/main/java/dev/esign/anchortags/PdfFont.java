package dev.esign.anchortags;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Tells what the bytes of a string mean, and how wide each character is. */
interface PdfFont {

    /** Takes characters. */
    @FunctionalInterface
    interface Characters {

        /**
         * Takes the next character.
         *
         * @param text what it means; empty if the font doesn't tell
         * @param width how far the next one is, in sizes of the font
         * @param isSpace whether it is the single byte 32, which word spacing applies to
         */
        void take(String text, double width, boolean isSpace);
    }

    /** Takes a string apart. */
    void decode(byte[] string, Characters characters);

    static PdfFont of(COSDictionary font, Budget budget) {
        PdfUnicode unicode = PdfUnicode.of(font.getDictionaryObject(COSName.TO_UNICODE), budget);
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.size() > 0 && descendants.getObject(0) instanceof COSDictionary descendant) {
            return CompositeFont.of(font, descendant, unicode, budget);
        }
        return SimpleFont.of(font, unicode);
    }
}
