package dev.esign.cli;

/**
 * What the screen can do.
 *
 * @param interactive whether a person looks at it, so that lines may be drawn over again
 * @param colours whether it is to be coloured
 */
record Terminal(boolean interactive, boolean colours) {

    /** That of this process: both ends have to be a terminal. {@code NO_COLOR} takes the colours away. */
    static Terminal detect() {
        boolean interactive = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        String noColor = System.getenv("NO_COLOR");
        return new Terminal(interactive, interactive && (noColor == null || noColor.isEmpty()));
    }
}
