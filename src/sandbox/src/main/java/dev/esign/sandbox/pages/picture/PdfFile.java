package dev.esign.sandbox.pages.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import dev.esign.sandbox.session.DocumentContent;

/** An open PDF document. Used by one thread. */
final class PdfFile implements AutoCloseable {

    static final int MOST_PAGES = 60;

    private static final float WIDTH = 1100;
    private static final float LONGEST_SIDE = 2200;
    private static final long MEMORY_FOR_STREAMS = 64L * 1024 * 1024;

    private final PDDocument document;

    private PdfFile(PDDocument document) {
        this.document = document;
    }

    static PdfFile open(DocumentContent content) {
        try (InputStream in = content.open()) {
            return new PdfFile(Loader.loadPDF(new RandomAccessReadBuffer(in), "", null, null,
                    MemoryUsageSetting.setupMixed(MEMORY_FOR_STREAMS).streamCache));
        } catch (IOException e) {
            throw PdfPictures.unchecked(e);
        }
    }

    PdfOutline outline() {
        List<PdfOutline.Page> pages = new ArrayList<>();
        for (int i = 0; i < Math.min(document.getNumberOfPages(), MOST_PAGES); i++) {
            PDPage page = document.getPage(i);
            float scale = scale(page);
            pages.add(new PdfOutline.Page(Math.max(1, (int) (width(page) * scale)), Math.max(1, (int) (height(page) * scale))));
        }
        try {
            TagFinder finder = TagFinder.read(document);
            return new PdfOutline(pages, document.getNumberOfPages() - pages.size(), finder.spots(),
                    finder.texts(pages.size()));
        } catch (IOException e) {
            throw PdfPictures.unchecked(e);
        }
    }

    byte[] picture(int index) {
        PDFRenderer renderer = new PDFRenderer(document);
        // Scans of many megapixels are read at the size they are shown in.
        renderer.setSubsamplingAllowed(true);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            BufferedImage image = renderer.renderImage(index, scale(document.getPage(index)), ImageType.RGB);
            // ImageIO would put a file between on its own account.
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
                ImageIO.write(image, "png", out);
            }
        } catch (IOException e) {
            throw PdfPictures.unchecked(e);
        }
        return png.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw PdfPictures.unchecked(e);
        }
    }

    private static float scale(PDPage page) {
        return Math.min(WIDTH / width(page), LONGEST_SIDE / Math.max(width(page), height(page)));
    }

    private static float width(PDPage page) {
        PDRectangle box = page.getCropBox();
        return isTurned(page) ? box.getHeight() : box.getWidth();
    }

    private static float height(PDPage page) {
        PDRectangle box = page.getCropBox();
        return isTurned(page) ? box.getWidth() : box.getHeight();
    }

    private static boolean isTurned(PDPage page) {
        return page.getRotation() % 180 != 0;
    }
}
