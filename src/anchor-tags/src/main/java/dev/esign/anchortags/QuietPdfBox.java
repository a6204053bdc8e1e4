package dev.esign.anchortags;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps PDFBox from logging about broken documents, since it quotes from them. A level that the application has set for these
 * loggers stays.
 */
final class QuietPdfBox {

    /** Held here, since a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS = Stream.of("org.apache.pdfbox", "org.apache.fontbox").map(Logger::getLogger)
            .toList();

    private QuietPdfBox() {
    }

    static void silence() {
        LOGGERS.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.OFF));
    }
}
