package dev.esign.sandbox.pages.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

import dev.esign.sandbox.session.DocumentCollector;
import dev.esign.sandbox.session.DocumentContent;

class PdfPicturesTest {

    private final PdfPictures pictures = new PdfPictures();

    @Test
    void showsThePagesOfAPdf() throws IOException {
        DocumentContent sample = sample();

        assertThat(pictures.outline(sample)).hasValueSatisfying(outline -> {
            assertThat(outline.pages()).containsExactly(new PdfOutline.Page(1100, 1555));
            assertThat(outline.morePages()).isZero();
        });
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(pictures.picture(sample, 0).orElseThrow()));
        assertThat(picture.getWidth()).isEqualTo(1100);
        assertThat(darkPixels(picture)).as("letters").isGreaterThan(5_000);
    }

    @Test
    void tellsWhereTheTagsStand() throws IOException {
        assertThat(pictures.outline(sample()).orElseThrow().spots()).extracting(TagSpot::tag).containsExactly(
                "txt_req_Seller 1_300", "txt_req_Buyer 1_120_10", "chk_opt_Buyer 1", "sig_req_Seller 1_175",
                "sig_req_Buyer 1_175", "ini_req_Seller 1", "ini_req_Buyer 1", "d_aut_Seller 1_100", "d_aut_Buyer 1_100");
        assertThat(pictures.outline(sample()).orElseThrow().spots()).allSatisfy(spot -> {
            assertThat(spot.page()).isEqualTo(1);
            assertThat(spot.left()).isBetween(.1, .9);
            assertThat(spot.left() + spot.width()).isBetween(.1, .95);
            assertThat(spot.top()).isBetween(.05, .95);
            assertThat(spot.height()).isBetween(.005, .05);
        });
    }

    @Test
    void aPictureIsMadeOnce() throws IOException {
        byte[] first = pictures.picture(sample(), 0).orElseThrow();

        assertThat(pictures.picture(sample(), 0).orElseThrow()).isSameAs(first);
    }

    @Test
    void hasNothingForOtherFilesBrokenOnesAndPagesThatAreNot() throws IOException {
        byte[] half = Files.readAllBytes(path());
        assertThat(pictures.outline(content("text".getBytes()))).isEmpty();
        assertThat(pictures.outline(DocumentContent.NONE)).isEmpty();
        assertThat(pictures.outline(content("%PDF-1.7 and nothing else".getBytes()))).isEmpty();
        assertThat(pictures.picture(content("%PDF-1.7 and nothing else".getBytes()), 0)).isEmpty();
        assertThat(pictures.picture(content(half), 1)).isEmpty();
        assertThat(pictures.picture(content(half), -1)).isEmpty();
    }

    @Test
    void hasNothingForAPdfThatAsksForAPassword() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));

            assertThat(pictures.outline(saved(document))).isEmpty();
        }
    }

    @Test
    void showsTheFirstPagesOfALongDocument() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < PdfFile.MOST_PAGES + 5; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            assertThat(pictures.outline(saved(document))).hasValueSatisfying(outline -> {
                assertThat(outline.pages()).hasSize(PdfFile.MOST_PAGES);
                assertThat(outline.morePages()).isEqualTo(5);
            });
        }
    }

    @Test
    void aHugePageMakesNoHugePicture() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(200, 14_400)));

            assertThat(pictures.outline(saved(document)).orElseThrow().pages())
                    .allSatisfy(page -> assertThat(page.height()).isLessThanOrEqualTo(2_200));
        }
    }

    @Test
    void givesUpWhenItTakesTooLong() throws IOException {
        assertThat(new PdfPictures(Duration.ofNanos(1)).outline(sample())).isEmpty();
    }

    @Test
    void keepsNoMoreThanItsBound() {
        Recent<Integer, byte[]> recent = new Recent<>(100, value -> value.length);
        recent.keep(1, new byte[40]);
        recent.keep(2, new byte[40]);
        recent.find(1);
        recent.keep(3, new byte[40]);

        assertThat(recent.find(1)).isPresent();
        assertThat(recent.find(2)).as("used least").isEmpty();
        assertThat(recent.find(3)).isPresent();
    }

    private static Path path() {
        return Path.of("../../docs/samples/purchase-agreement.pdf");
    }

    private static DocumentContent sample() throws IOException {
        return content(Files.readAllBytes(path()));
    }

    private static DocumentContent saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return content(bytes.toByteArray());
    }

    static DocumentContent content(byte[] bytes) {
        DocumentCollector collector = new DocumentCollector(Long.MAX_VALUE);
        collector.write(bytes, 0, bytes.length);
        return collector.finish();
    }

    private static long darkPixels(BufferedImage picture) {
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
            }
        }
        return dark;
    }
}
