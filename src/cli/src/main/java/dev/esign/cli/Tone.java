package dev.esign.cli;

/** How a word is meant. */
enum Tone {

    PLAIN(0),
    GOOD(32),
    NOTE(33),
    BAD(31);

    private final int code;

    Tone(int code) {
        this.code = code;
    }

    /** The text in the colour of the tone, if there are colours. */
    String paint(String text, Terminal terminal) {
        return this == PLAIN || !terminal.colours() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
