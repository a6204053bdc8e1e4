package dev.esign.sandbox.api;

import java.util.List;

import dev.esign.sandbox.session.RefusedException;

/** A page of a list, the first one being number 0. */
record Page(int size, int number) {

    /**
     * Reads a page from the variables of a path.
     *
     * @param largest the largest page that is served
     * @throws RefusedException if the texts tell none
     */
    static Page of(String size, String number, int largest) throws RefusedException {
        Page page = new Page(number(size), number(number));
        if (page.size < 1 || page.size > largest || page.number < 0) {
            throw new RefusedException("Error: The page size must " + (largest < Integer.MAX_VALUE
                    ? "lie between 1 and " + largest
                    : "be above 0") + ", the page number must not be negative.");
        }
        return page;
    }

    /** The elements on this page. */
    <T> List<T> of(List<T> all) {
        return all.stream().skip((long) number * size).limit(size).toList();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
