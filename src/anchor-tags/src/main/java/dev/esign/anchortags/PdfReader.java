package dev.esign.anchortags;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads the text of a PDF, page by page. A PDF that opens without a password is read, whatever else it forbids. */
final class PdfReader {

    private final FoundTags found;
    private final Budget budget;

    PdfReader(FoundTags found, Budget budget) {
        this.found = found;
        this.budget = budget;
    }

    void read(OpenDocument document) throws IOException {
        QuietPdfBox.silence();
        try (RandomAccessRead bytes = document.randomAccess()) {
            TimedRead source = new TimedRead(bytes, budget);
            source.countObjects();
            readPages(source);
        } finally {
            forgetNames();
        }
    }

    /** PDFBox keeps every name of every file, for good; equal ones may be made again at any time. */
    @SuppressWarnings("deprecation")
    private static void forgetNames() {
        COSName.clearResources();
    }

    private void readPages(RandomAccessRead source) {
        try {
            PdfStructure structure = new PdfStructure(source, budget);
            try {
                pages(structure.catalog());
            } finally {
                structure.document().close();
            }
        } catch (InvalidPasswordException e) {
            throw UnreadableDocumentException.encrypted();
        } catch (UnreadableDocumentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Its message may quote the document.
            throw UnreadableDocumentException.broken("is a broken PDF");
        }
    }

    private void pages(COSDictionary catalog) {
        PdfFonts fonts = new PdfFonts(budget);
        Deque<PdfPage> waiting = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
        if (root == null) {
            throw UnreadableDocumentException.broken("has no pages");
        }
        waiting.push(PdfPage.root(root));
        int number = 0;
        while (!waiting.isEmpty()) {
            PdfPage node = waiting.pop();
            if (!seen.add(node.dictionary())) {
                continue;
            }
            COSArray kids = node.dictionary().getCOSArray(COSName.KIDS);
            if (kids == null) {
                number++;
                budget.page();
                new PdfText(found, budget, fonts).read(node, number);
            } else {
                budget.objects(kids.size());
                for (int i = kids.size() - 1; i >= 0; i--) {
                    if (kids.getObject(i) instanceof COSDictionary kid) {
                        waiting.push(node.child(kid));
                    }
                }
            }
        }
    }
}
