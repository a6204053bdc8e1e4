package dev.esign.anchortags;

import java.io.IOException;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;

/**
 * The objects of a PDF, as PDFBox finds and repairs them, within limits: each object that is read and each place of one is
 * counted, and each stream knows how far it may inflate. PDFBox' own {@code PDDocument} isn't used, since it starts AWT.
 */
final class PdfStructure extends COSParser {

    private final Budget budget;

    PdfStructure(RandomAccessRead source, Budget budget) throws IOException {
        super(source, "", null, null);
        this.budget = budget;
        this.document = new BoundedDocument(this, source, budget);
        this.xrefTrailerResolver = new CountedObjects(budget);
    }

    /** Reads what is needed to find any object. */
    COSDictionary catalog() throws IOException {
        parsePDFHeader();
        COSDictionary trailer = retrieveTrailer();
        COSDictionary catalog = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
        if (catalog == null) {
            throw UnreadableDocumentException.broken("has no catalog");
        }
        checkPages(catalog);
        return catalog;
    }

    COSDocument document() {
        return document;
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        budget.object();
        return super.parseDirObject();
    }

    /** Names count, too: each one that is new stays in memory. */
    @Override
    protected COSName parseCOSName() throws IOException {
        budget.object();
        return super.parseCOSName();
    }

    /** Counts what the file says that there is, before it is looked at. */
    private static final class CountedObjects extends XrefTrailerResolver {

        private final Budget budget;

        private CountedObjects(Budget budget) {
            this.budget = budget;
        }

        @Override
        public void setXRef(COSObjectKey key, long offset) {
            budget.object();
            super.setXRef(key, offset);
        }
    }

    /** Gives its streams their limits. */
    private static final class BoundedDocument extends COSDocument {

        private final RandomAccessRead source;
        private final Budget budget;

        private BoundedDocument(ICOSParser parser, RandomAccessRead source, Budget budget) {
            super(parser);
            this.source = source;
            this.budget = budget;
        }

        /** Decrypting for certificates takes a library that isn't here, and a key that nobody gave. */
        @Override
        public COSDictionary getEncryptionDictionary() {
            COSDictionary encryption = super.getEncryptionDictionary();
            if (encryption != null && !"Standard".equals(encryption.getNameAsString(COSName.FILTER))) {
                throw UnreadableDocumentException.encrypted();
            }
            return encryption;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long position, long length) throws IOException {
            COSStream stream = new BoundedStream(source.createView(position, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }
}
