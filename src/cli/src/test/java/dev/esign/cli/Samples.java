package dev.esign.cli;

import java.nio.file.Path;

/** Documents and signers to send. */
final class Samples {

    private static final Path DIRECTORY = Path.of("..", "..", "docs", "samples").toAbsolutePath().normalize();
    static final String DOCX = DIRECTORY.resolve("purchase-agreement.docx").toString();
    static final String PDF = DIRECTORY.resolve("purchase-agreement.pdf").toString();
    static final String SELLER = "Seller 1=Ada Lovelace <ada@example.com>";
    static final String BUYER = "Buyer 1=Alan Turing <alan@example.com>";

    private Samples() {
    }
}
