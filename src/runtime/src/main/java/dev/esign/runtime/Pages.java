package dev.esign.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.rest.PageResponse;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * A list that eSign hands out in pages: fetched page by page, as far as its reader goes. Each reading starts anew.
 *
 * @param <T> the rows
 */
public final class Pages<T> {

    /** The largest page that eSign is documented to allow. */
    static final int SIZE = 50;

    private final IntFunction<Uni<PageResponse>> pages;
    private final Function<JsonNode, T> reader;

    /** A list whose pages are numbered from 0. */
    Pages(IntFunction<Uni<PageResponse>> pages, Function<JsonNode, T> reader) {
        this.pages = pages;
        this.reader = reader;
    }

    /**
     * The rows for reactive readers.
     *
     * @return fetches the next page when the rows so far have been taken
     */
    public Multi<T> multi() {
        return Multi.createFrom().deferred(() -> {
            Reading reading = new Reading();
            return Multi.createBy().repeating().uni(reading::next).whilst(page -> !page.isEmpty())
                    .onItem().transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page));
        });
    }

    /**
     * The rows for readers that block.
     *
     * @return fetches the next page when the rows so far have been taken
     * @throws IllegalStateException when the caller is an event loop
     */
    public Stream<T> stream() {
        Threads.requireBlocking();
        Reading reading = new Reading();
        return StreamSupport.stream(new AbstractSpliterator<List<T>>(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            public boolean tryAdvance(Consumer<? super List<T>> action) {
                List<T> page = Threads.await(reading.next());
                if (page.isEmpty()) {
                    return false;
                }
                action.accept(page);
                return true;
            }
        }, false).flatMap(List::stream);
    }

    /** One way through the pages, one call at a time. */
    private final class Reading {

        private final Set<Ends> seen = new HashSet<>();
        private int number;
        private long received;
        private boolean ended;

        /** The next page; empty behind the last one, for which eSign is only asked if its count didn't tell. */
        Uni<List<T>> next() {
            return Uni.createFrom().deferred(
                    () -> ended ? Uni.createFrom().item(List.of()) : pages.apply(number++).map(this::take));
        }

        /** A count may be wrong: an empty page ends the list too, and so does one that was there before. */
        private List<T> take(PageResponse page) {
            List<JsonNode> rows = page.rows();
            if (rows.isEmpty() || !seen.add(Ends.of(rows))) {
                ended = true;
                return List.of();
            }
            received += rows.size();
            ended = page.totalCount() != null && page.totalCount() == received;
            return rows.stream().map(reader).toList();
        }
    }

    /** By this a page is known again, without keeping all of it. */
    private record Ends(JsonNode first, JsonNode last, int size) {

        static Ends of(List<JsonNode> rows) {
            return new Ends(rows.get(0), rows.get(rows.size() - 1), rows.size());
        }
    }
}
