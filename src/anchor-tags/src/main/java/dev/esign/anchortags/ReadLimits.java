package dev.esign.anchortags;

import java.time.Duration;
import java.util.Objects;

/**
 * How much reading one document may take. The defaults let any document through that people make, and keep hostile ones
 * within 256 MB of heap.
 *
 * @param bytes the size of the file, in bytes
 * @param inflatedBytes what all its compressed parts together may become, in bytes
 * @param streamBytes what one compressed stream of a PDF may become, in bytes; it is held in memory
 * @param entries how many files an Office document may consist of
 * @param objects how many values, names and places of objects may be read of a PDF, counting forms each time they are shown;
 *        and how many texts with delimiters the cells of an Excel document may share
 * @param pages how many pages a PDF may have
 * @param characters how much text is looked at, in characters
 * @param charactersPerPage how much text may stand on one page of a PDF, in characters; it is held in memory
 * @param cells how many cells the sheets of an Excel document may have
 * @param findings how many tags and problems may be found
 * @param time how long reading may take
 */
public record ReadLimits(long bytes, long inflatedBytes, int streamBytes, int entries, int objects, int pages,
        long characters, int charactersPerPage, int cells, int findings, Duration time) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final ReadLimits STANDARD = new ReadLimits(100L * MEGABYTE, 1024L * MEGABYTE, 16 * MEGABYTE, 10_000,
            1_000_000, 5_000, 20_000_000, 200_000, 5_000_000, 10_000, Duration.ofSeconds(60));

    /**
     * Checks the components.
     *
     * @param bytes the size of the file, in bytes
     * @param inflatedBytes what all its compressed parts together may become, in bytes
     * @param streamBytes what one compressed stream of a PDF may become, in bytes; it is held in memory
     * @param entries how many files an Office document may consist of
     * @param objects how many values, names and places of objects may be read of a PDF, counting forms each time they are
     *        shown; and how many texts with delimiters the cells of an Excel document may share
     * @param pages how many pages a PDF may have
     * @param characters how much text is looked at, in characters
     * @param charactersPerPage how much text may stand on one page of a PDF, in characters; it is held in memory
     * @param cells how many cells the sheets of an Excel document may have
     * @param findings how many tags and problems may be found
     * @param time how long reading may take
     * @throws IllegalArgumentException when a limit is below 1, or {@code time} isn't positive
     */
    public ReadLimits {
        positive("bytes", bytes);
        positive("inflatedBytes", inflatedBytes);
        positive("streamBytes", streamBytes);
        positive("entries", entries);
        positive("objects", objects);
        positive("pages", pages);
        positive("characters", characters);
        positive("charactersPerPage", charactersPerPage);
        positive("cells", cells);
        positive("findings", findings);
        Objects.requireNonNull(time, "time");
        positive("time", time.isNegative() ? 0 : time.toNanos());
    }

    /**
     * The defaults: 100 MB, which become 1 GB at most, 16 MB for one stream of a PDF; 10,000 parts of an Office document,
     * 1,000,000 objects and 5,000 pages of a PDF; 20 million characters, 200,000 on one page; 5 million cells; 10,000 findings;
     * a minute.
     *
     * @return the limits
     */
    public static ReadLimits standard() {
        return STANDARD;
    }

    /**
     * @param bytes the new limit
     * @return the same limits with another {@link #bytes()}
     */
    public ReadLimits withBytes(long bytes) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param inflatedBytes the new limit
     * @return the same limits with another {@link #inflatedBytes()}
     */
    public ReadLimits withInflatedBytes(long inflatedBytes) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param streamBytes the new limit
     * @return the same limits with another {@link #streamBytes()}
     */
    public ReadLimits withStreamBytes(int streamBytes) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param entries the new limit
     * @return the same limits with another {@link #entries()}
     */
    public ReadLimits withEntries(int entries) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param objects the new limit
     * @return the same limits with another {@link #objects()}
     */
    public ReadLimits withObjects(int objects) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param pages the new limit
     * @return the same limits with another {@link #pages()}
     */
    public ReadLimits withPages(int pages) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param characters the new limit
     * @return the same limits with another {@link #characters()}
     */
    public ReadLimits withCharacters(long characters) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param charactersPerPage the new limit
     * @return the same limits with another {@link #charactersPerPage()}
     */
    public ReadLimits withCharactersPerPage(int charactersPerPage) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param cells the new limit
     * @return the same limits with another {@link #cells()}
     */
    public ReadLimits withCells(int cells) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param findings the new limit
     * @return the same limits with another {@link #findings()}
     */
    public ReadLimits withFindings(int findings) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    /**
     * @param time the new limit
     * @return the same limits with another {@link #time()}
     */
    public ReadLimits withTime(Duration time) {
        return new ReadLimits(bytes, inflatedBytes, streamBytes, entries, objects, pages, characters, charactersPerPage, cells,
                findings, time);
    }

    private static void positive(String field, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + ": is not above 0; give a limit above 0");
        }
    }
}
