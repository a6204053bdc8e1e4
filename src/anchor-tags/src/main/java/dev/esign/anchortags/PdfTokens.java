package dev.esign.anchortags;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits the contents of a page into operands and operators. PDFBox' own parser keeps every operator it has ever seen, so a
 * hostile file would stay in memory.
 */
final class PdfTokens {

    /** What stands in the contents of a page. */
    sealed interface Token {
    }

    /** A number. */
    record Number(double value) implements Token {
    }

    /** A name, without its slash. */
    record Name(String text) implements Token {
    }

    /** A string, in the encoding of the font. */
    record Text(byte[] bytes) implements Token {
    }

    /** An array; only numbers and strings in it matter. */
    record Array(List<Token> items) implements Token {
    }

    /** An operator. */
    record Operator(String name) implements Token {
    }

    /** A dictionary, or anything else that text doesn't need. */
    record Other() implements Token {
    }

    private static final int MOST_ITEMS = 100_000;
    private static final int LONGEST_WORD = 127;
    private static final int DEEPEST = 64;
    private static final int END = -1;

    private final byte[] bytes;
    private int position;

    PdfTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next token; nothing at the end. */
    Optional<Token> next() {
        skipBlanks();
        return peek() == END ? Optional.empty() : Optional.of(token(0));
    }

    /** Goes behind the data of an image that stands right in the contents. */
    void skipImage() {
        while (position < bytes.length) {
            boolean end = peek() == 'E' && at(1) == 'I' && isBlank(at(-1)) && (at(2) == END || isBlank(at(2)));
            if (end && looksLikeText(position + 2)) {
                position += 2;
                return;
            }
            position++;
        }
    }

    private Token token(int depth) {
        int c = read();
        switch (c) {
            case '(':
                return new Text(literal());
            case '<':
                if (peek() == '<') {
                    position++;
                    return dictionary(depth + 1);
                }
                return new Text(hexadecimal());
            case '[':
                return array(depth + 1);
            case '/':
                return new Name(name());
            case ']', '>', ')', '{', '}':
                return new Other();
            default:
                position--;
                return word();
        }
    }

    private Token word() {
        int start = position;
        while (isRegular(peek())) {
            position++;
        }
        String word = new String(bytes, start, Math.min(position - start, LONGEST_WORD), StandardCharsets.ISO_8859_1);
        int first = word.charAt(0);
        if (first >= '0' && first <= '9' || first == '.' || first == '-' || first == '+') {
            return number(word);
        }
        return new Operator(word);
    }

    private static Token number(String word) {
        try {
            return new Number(Double.parseDouble(word));
        } catch (NumberFormatException e) {
            // As viewers do: what is no number counts as 0.
            return new Number(0);
        }
    }

    private Token array(int depth) {
        List<Token> items = new ArrayList<>();
        for (skipBlanks(); peek() != END && peek() != ']'; skipBlanks()) {
            Token item = nested(depth);
            if (items.size() < MOST_ITEMS) {
                items.add(item);
            }
        }
        position++;
        return new Array(items);
    }

    private Token dictionary(int depth) {
        for (skipBlanks(); peek() != END && !(peek() == '>' && at(1) == '>'); skipBlanks()) {
            nested(depth);
        }
        position += 2;
        return new Other();
    }

    private Token nested(int depth) {
        if (depth > DEEPEST) {
            throw UnreadableDocumentException.broken("is nested too deeply");
        }
        return token(depth);
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (isRegular(peek())) {
            int c = read();
            if (c == '#' && hex(peek()) >= 0 && hex(at(1)) >= 0) {
                c = hex(read()) * 16 + hex(read());
            }
            if (name.length() < LONGEST_WORD) {
                name.append((char) c);
            }
        }
        return name.toString();
    }

    private byte[] hexadecimal() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int high = -1;
        for (int c = read(); c != END && c != '>'; c = read()) {
            int digit = hex(c);
            if (digit >= 0 && high < 0) {
                high = digit;
            } else if (digit >= 0) {
                text.write(high * 16 + digit);
                high = -1;
            }
        }
        if (high >= 0) {
            text.write(high * 16);
        }
        return text.toByteArray();
    }

    private byte[] literal() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int open = 1;
        for (int c = read(); c != END; c = read()) {
            if (c == '\\') {
                escape(text);
                continue;
            }
            if (c == '(') {
                open++;
            } else if (c == ')' && --open == 0) {
                break;
            }
            text.write(c);
        }
        return text.toByteArray();
    }

    private void escape(ByteArrayOutputStream text) {
        int c = read();
        switch (c) {
            case 'n' -> text.write('\n');
            case 'r' -> text.write('\r');
            case 't' -> text.write('\t');
            case 'b' -> text.write('\b');
            case 'f' -> text.write('\f');
            case '\r' -> {
                if (peek() == '\n') {
                    position++;
                }
            }
            case '\n', END -> {
                return;
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int code = c - '0';
                for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; i++) {
                    code = code * 8 + read() - '0';
                }
                text.write(code);
            }
            default -> text.write(c);
        }
    }

    private void skipBlanks() {
        while (peek() != END && (isBlank(peek()) || peek() == '%')) {
            if (read() == '%') {
                while (peek() != END && peek() != '\n' && peek() != '\r') {
                    position++;
                }
            }
        }
    }

    /** Whether what follows is contents again, and not the data of an image that happens to have the same letters. */
    private boolean looksLikeText(int from) {
        for (int i = from; i < Math.min(bytes.length, from + 10); i++) {
            int c = bytes[i] & 0xFF;
            if (c > '~' || c < ' ' && !isBlank(c)) {
                return false;
            }
        }
        return true;
    }

    private int read() {
        int c = peek();
        position++;
        return c;
    }

    private int peek() {
        return at(0);
    }

    private int at(int offset) {
        int index = position + offset;
        return index >= 0 && index < bytes.length ? bytes[index] & 0xFF : END;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean isRegular(int c) {
        return c != END && !isBlank(c) && "()<>[]{}/%".indexOf(c) < 0;
    }

    private static int hex(int c) {
        return c == END ? -1 : Character.digit(c, 16);
    }
}
