package dev.esign.anchortags;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;

/** The fonts of one document, each understood once. */
final class PdfFonts {

    private static final int MOST_FONTS = 500;

    private final Budget budget;
    private final Map<COSDictionary, PdfFont> fonts = new IdentityHashMap<>();

    PdfFonts(Budget budget) {
        this.budget = budget;
    }

    Optional<PdfFont> of(COSBase font) {
        if (!(font instanceof COSDictionary dictionary)) {
            return Optional.empty();
        }
        if (fonts.size() >= MOST_FONTS && !fonts.containsKey(dictionary)) {
            fonts.clear();
        }
        return Optional.of(fonts.computeIfAbsent(dictionary, unknown -> PdfFont.of(unknown, budget)));
    }
}
