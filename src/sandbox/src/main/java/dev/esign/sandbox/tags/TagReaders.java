package dev.esign.sandbox.tags;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.DocumentTags;
import dev.esign.anchortags.FoundTag;
import dev.esign.anchortags.TagDocument;
import dev.esign.anchortags.UnreadableDocumentException;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.TagProcessor;

/**
 * Reads the anchor tags of documents on a few threads of its own, so that neither many nor hostile documents keep the sandbox
 * from answering. Thread-safe.
 */
public final class TagReaders implements TagProcessor, AutoCloseable {

    private static final Logger LOG = System.getLogger(TagReaders.class.getName());
    private static final int THREADS = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);
    private static final long MOST_INFLATED = 512L * 1024 * 1024;

    private final AnchorTags anchorTags;
    private final ExecutorService readers;
    /** Documents that wait or are being read. */
    private final Map<String, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    public TagReaders(AnchorTags anchorTags, ThreadFactory threads) {
        this.anchorTags = anchorTags
                .limits(anchorTags.limits().withTime(LONGEST_READ).withInflatedBytes(MOST_INFLATED));
        this.readers = Executors.newFixedThreadPool(THREADS, threads);
    }

    @Override
    public void submit(SigningSession session, Document document) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.put(document.id(), end);
        try {
            readers.execute(() -> {
                try {
                    read(session, document);
                } catch (RuntimeException | Error e) {
                    // It could be read but not kept: the document stays as it is.
                    report("kept", e);
                } finally {
                    ends.remove(document.id());
                    end.complete(null);
                }
            });
        } catch (RejectedExecutionException e) {
            // The sandbox is being closed; with a directory, the next one reads the document.
            ends.remove(document.id());
        }
    }

    @Override
    public void await(String documentId) {
        CompletableFuture<Void> end = ends.get(documentId);
        if (end == null) {
            return;
        }
        try {
            end.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It isn't read yet, and the caller will see that.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    private void read(SigningSession session, Document document) {
        if (document.content().size() == 0) {
            session.tagsRead(document.id(), List.of(), 0);
            return;
        }
        List<String> roles = session.snapshot().contents().signers().stream().map(Signer::role)
                .filter(role -> !role.isEmpty()).toList();
        DocumentTags tags;
        try {
            tags = anchorTags.read(TagDocument.of("document", document.content()::open), roles);
        } catch (UnreadableDocumentException e) {
            if (readers.isShutdown()) {
                return;
            }
            String problem = e.problem().replaceFirst("^document: ", "");
            session.tagsUnreadable(document.id(), "anchor tags cannot be read: the document " + problem + ".");
            return;
        } catch (RuntimeException | Error e) {
            report("read", e);
            if (!readers.isShutdown()) {
                session.tagsUnreadable(document.id(), "anchor tags cannot be read.");
            }
            return;
        }
        if (!tags.wasRead()) {
            session.tagsUnreadable(document.id(), "anchor tags are read from Word, Excel and PDF files only.");
            return;
        }
        List<Field> fields = new ArrayList<>();
        for (FoundTag found : tags.found()) {
            found.reading().tag().ifPresent(
                    tag -> fields.add(Fields.of(tag, found.place(), document.id(), fields.size() + 1)));
        }
        session.tagsRead(document.id(), fields, tags.eaten().size());
    }

    /** Without the message, which may quote the document. Closing the sandbox interrupts reading, which is no failure. */
    private void report(String what, Throwable failure) {
        if (!readers.isShutdown()) {
            LOG.log(Level.ERROR, "Anchor tags could not be {0}: {1}", what, failure.getClass().getName());
        }
    }
}
