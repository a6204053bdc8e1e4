package dev.esign.anchortags;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops XML whose tags, comments, instructions or CDATA sections are endless: the parser holds each of them in memory as a
 * whole. Other text comes in pieces, so it may have any length.
 */
final class MarkupGuard extends FilterReader {

    private static final int LONGEST = 1_048_576;

    private enum Inside {
        TEXT,
        MARKUP,
        QUOTED,
        APOSTROPHES,
        COMMENT,
        INSTRUCTION,
        CDATA
    }

    private Inside inside = Inside.TEXT;
    private final StringBuilder start = new StringBuilder();
    private char last;
    private char lastButOne;
    private int length;

    MarkupGuard(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        for (int i = offset; i < offset + read; i++) {
            see(buffer[i]);
        }
        return read;
    }

    private void see(char c) {
        if (inside == Inside.TEXT) {
            if (c == '<') {
                enter(Inside.MARKUP);
            }
            return;
        }
        if (++length > LONGEST) {
            throw UnreadableDocumentException.broken("has a part with endless markup");
        }
        switch (inside) {
            case MARKUP -> markup(c);
            case QUOTED -> leaveIf(c == '"', Inside.MARKUP);
            case APOSTROPHES -> leaveIf(c == '\'', Inside.MARKUP);
            case COMMENT -> leaveIf(c == '>' && last == '-' && lastButOne == '-' && length > 4, Inside.TEXT);
            case INSTRUCTION -> leaveIf(c == '>' && last == '?', Inside.TEXT);
            default -> leaveIf(c == '>' && last == ']' && lastButOne == ']', Inside.TEXT);
        }
        lastButOne = last;
        last = c;
    }

    private void markup(char c) {
        if (start.length() < 8) {
            start.append(c);
        }
        if (start.length() == 3 && start.toString().equals("!--")) {
            inside = Inside.COMMENT;
        } else if (start.length() == 1 && c == '?') {
            inside = Inside.INSTRUCTION;
        } else if (start.length() == 8 && start.toString().equals("![CDATA[")) {
            inside = Inside.CDATA;
            start.append(' ');
        } else if (c == '"') {
            inside = Inside.QUOTED;
        } else if (c == '\'') {
            inside = Inside.APOSTROPHES;
        } else if (c == '>') {
            inside = Inside.TEXT;
        }
    }

    private void enter(Inside next) {
        inside = next;
        start.setLength(0);
        length = 0;
        last = 0;
        lastButOne = 0;
    }

    private void leaveIf(boolean end, Inside next) {
        if (end) {
            inside = next;
        }
    }
}
