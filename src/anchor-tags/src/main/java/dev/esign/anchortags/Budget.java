package dev.esign.anchortags;

import java.util.concurrent.TimeUnit;

/** What is left of the limits while one document is read. */
final class Budget {

    private final ReadLimits limits;
    private final long deadline;
    private long inflated;
    private long characters;
    private int objects;
    private int pages;
    private int cells;
    private int findings;

    Budget(ReadLimits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    ReadLimits limits() {
        return limits;
    }

    long characters() {
        return characters;
    }

    /** Looks at the clock. */
    void tick() {
        if (System.nanoTime() - deadline > 0) {
            throw UnreadableDocumentException.overLimit(
                    "takes more than " + TimeUnit.NANOSECONDS.toMillis(limits.time().toNanos()) + " ms to read", "time");
        }
    }

    void size(long bytes) {
        if (bytes > limits.bytes()) {
            throw UnreadableDocumentException.overLimit("has more than " + limits.bytes() + " bytes", "bytes");
        }
    }

    void inflated(long bytes) {
        inflated += bytes;
        if (inflated > limits.inflatedBytes()) {
            throw UnreadableDocumentException.overLimit("inflates to more than " + limits.inflatedBytes() + " bytes",
                    "inflatedBytes");
        }
        tick();
    }

    void entries(long entries) {
        if (entries > limits.entries()) {
            throw UnreadableDocumentException.overLimit("has more than " + limits.entries() + " parts", "entries");
        }
    }

    void object() {
        objects(1);
    }

    void objects(long more) {
        if (more > limits.objects() - objects) {
            throw UnreadableDocumentException.overLimit("has more than " + limits.objects() + " objects", "objects");
        }
        objects += (int) more;
    }

    void page() {
        if (++pages > limits.pages()) {
            throw UnreadableDocumentException.overLimit("has more than " + limits.pages() + " pages", "pages");
        }
        tick();
    }

    void cell() {
        if (++cells > limits.cells()) {
            throw UnreadableDocumentException.overLimit("has more than " + limits.cells() + " cells", "cells");
        }
    }

    void text(int more) {
        characters += more;
        if (characters > limits.characters()) {
            throw UnreadableDocumentException.overLimit("has more than " + limits.characters() + " characters of text",
                    "characters");
        }
    }

    void finding() {
        if (++findings > limits.findings()) {
            throw UnreadableDocumentException.overLimit("has more than " + limits.findings() + " tags and problems",
                    "findings");
        }
    }
}
