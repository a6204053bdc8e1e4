package dev.esign.sandbox.pages.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import dev.esign.sandbox.session.DocumentContent;

/**
 * Pictures of the pages of PDF documents, made when somebody looks at them. Everything about it has a bound: the size of
 * a document, pages, pixels, work at a time, time and what is kept. Thread-safe.
 */
public final class PdfPictures {

    /** Larger documents are not looked into: reading one takes its size once more. */
    static final long LARGEST_DOCUMENT = 32L * 1024 * 1024;

    private static final Logger LOG = System.getLogger(PdfPictures.class.getName());
    /** Readers accept the mark of a PDF within its first kilobyte. */
    private static final int PLACE_OF_MARK = 1024;
    private static final int MOST_AT_A_TIME = 2;
    private static final int OUTLINE_CHARACTERS_KEPT = 4 * 1024 * 1024;
    private static final int PICTURE_BYTES_KEPT = 24 * 1024 * 1024;

    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);
    private final Recent<String, Optional<PdfOutline>> outlines = new Recent<>(OUTLINE_CHARACTERS_KEPT,
            outline -> outline.map(PdfOutline::length).orElse(100));
    private final Recent<PictureKey, byte[]> pictures = new Recent<>(PICTURE_BYTES_KEPT, picture -> picture.length);
    private final Duration timeLimit;

    private record PictureKey(String sha256, int page) {
    }

    public PdfPictures() {
        this(Duration.ofSeconds(15));
    }

    PdfPictures(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    /**
     * What the pages of a document look like from afar.
     *
     * @return nothing if it is no PDF, or one that cannot be shown
     */
    public Optional<PdfOutline> outline(DocumentContent content) {
        if (content.size() > LARGEST_DOCUMENT || !isPdf(content)) {
            return Optional.empty();
        }
        return outlines.find(content.sha256()).orElseGet(() -> {
            Optional<Optional<PdfOutline>> found = work(content, file -> Optional.of(file.outline()), Optional.empty());
            // A document for which there was no time now may get it later.
            found.ifPresent(outline -> outlines.keep(content.sha256(), outline));
            return found.orElse(Optional.empty());
        });
    }

    /**
     * The picture of a page as PNG.
     *
     * @param page from 0
     * @return nothing if there is no such page, or it cannot be shown
     */
    public Optional<byte[]> picture(DocumentContent content, int page) {
        PictureKey key = new PictureKey(content.sha256(), page);
        Optional<byte[]> kept = pictures.find(key);
        if (kept.isPresent()) {
            return kept;
        }
        if (page < 0 || page >= outline(content).map(outline -> outline.pages().size()).orElse(0)) {
            return Optional.empty();
        }
        Optional<byte[]> made = work(content, file -> Optional.of(file.picture(page)), Optional.<byte[]> empty())
                .flatMap(picture -> picture);
        made.ifPresent(picture -> pictures.keep(key, picture));
        return made;
    }

    /**
     * Looks into a document on a thread of its own, which may go on when the time is over: the library cannot be stopped.
     * It keeps its place until then, so that documents that take for ever take two threads and no more.
     *
     * @return what was found; {@code unreadable} if the library cannot read the document; nothing if there was no time
     */
    private <T> Optional<T> work(DocumentContent content, Function<PdfFile, T> look, T unreadable) {
        long deadline = System.nanoTime() + timeLimit.toNanos();
        try {
            if (!places.tryAcquire(timeLimit.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            CompletableFuture<T> result = new CompletableFuture<>();
            Thread worker = new Thread(() -> {
                try (PdfFile file = PdfFile.open(content)) {
                    result.complete(look.apply(file));
                } catch (Throwable e) {
                    result.completeExceptionally(e);
                } finally {
                    places.release();
                }
            }, "esign-sandbox-pictures");
            worker.setDaemon(true);
            worker.start();
            return Optional.of(result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "A document took too long to be shown as pictures.");
            return Optional.empty();
        } catch (ExecutionException e) {
            // Broken and protected documents, and machines without a font or without AWT: shown without pictures. The message
            // may quote the document.
            LOG.log(Level.DEBUG, "A document cannot be shown as pictures: {0}", e.getCause().getClass().getName());
            return Optional.of(unreadable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isPdf(DocumentContent content) {
        try (InputStream in = content.open()) {
            return new String(in.readNBytes(PLACE_OF_MARK), StandardCharsets.ISO_8859_1).contains("%PDF-");
        } catch (IOException e) {
            throw unchecked(e);
        }
    }

    static UncheckedIOException unchecked(IOException e) {
        return new UncheckedIOException("the document cannot be read", e);
    }
}
