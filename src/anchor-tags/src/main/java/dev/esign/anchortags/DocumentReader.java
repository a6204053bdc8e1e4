package dev.esign.anchortags;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Reads a document of any kind. */
final class DocumentReader {

    private final TagSyntax syntax;
    private final TagParser parser;
    private final ReadLimits limits;

    DocumentReader(TagSyntax syntax, Collection<String> roles, ReadLimits limits) {
        this.syntax = syntax;
        this.parser = new TagParser(syntax, roles);
        this.limits = limits;
    }

    DocumentTags read(TagDocument document) {
        Budget budget = new Budget(limits);
        FoundTags found = new FoundTags(syntax, parser, budget);
        try (OpenDocument open = OpenDocument.open(document, budget)) {
            return found.of(read(open, found, budget));
        } catch (IOException e) {
            throw new UncheckedIOException("content: can't be read; see that the file is there and may be read", e);
        } catch (StackOverflowError e) {
            throw UnreadableDocumentException.broken("is nested too deeply");
        }
    }

    private static DocumentKind read(OpenDocument document, FoundTags found, Budget budget) throws IOException {
        return switch (document.signature()) {
            case PDF -> {
                new PdfReader(found, budget).read(document);
                yield DocumentKind.PDF;
            }
            case ZIP -> {
                try (OfficePackage office = OfficePackage.open(document.file(), budget)) {
                    yield read(office, found, budget);
                }
            }
            case ENCRYPTED_OFFICE -> throw UnreadableDocumentException.encrypted();
            case OTHER -> DocumentKind.OTHER;
        };
    }

    private static DocumentKind read(OfficePackage office, FoundTags found, Budget budget) throws IOException {
        DocumentKind kind = office.kind();
        if (kind == DocumentKind.WORD) {
            new WordReader(office, found).read();
        } else if (kind == DocumentKind.EXCEL) {
            new ExcelReader(office, found, budget).read();
        }
        return kind;
    }
}
