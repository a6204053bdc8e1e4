package dev.esign.anchortags;

import java.util.Optional;

/** The characters that an account has chosen for its tags. */
record TagSyntax(char opening, char closing, Optional<Character> itemSpace) {

    static final char SEPARATOR = '_';
    static final TagSyntax STANDARD = new TagSyntax('<', '>', Optional.empty());

    TagSyntax {
        check("opening delimiter", opening);
        check("closing delimiter", closing);
        if (itemSpace.isPresent()) {
            char space = itemSpace.get();
            check("space of items", space);
            if (space == opening || space == closing) {
                throw new IllegalArgumentException("space of items: '" + space + "' is a delimiter; take another character");
            }
        }
    }

    /** The text between its delimiters, or the text as it is when it has none. */
    String withoutDelimiters(String text) {
        String bare = text.strip();
        return bare.length() >= 2 && bare.charAt(0) == opening && bare.charAt(bare.length() - 1) == closing
                ? bare.substring(1, bare.length() - 1)
                : text;
    }

    boolean isDelimiter(int character) {
        return character == opening || character == closing;
    }

    private static void check(String what, char character) {
        if (character == SEPARATOR || Character.isLetterOrDigit(character) || Character.isWhitespace(character)
                || Character.isSpaceChar(character) || Character.isISOControl(character)
                || Character.isSurrogate(character)) {
            throw new IllegalArgumentException(what + ": is a letter, digit, space, control character, '_' or half a "
                    + "character; take a sign such as '<', '#' or '|'");
        }
    }

    @Override
    public String toString() {
        return "opening=" + opening + ", closing=" + closing + itemSpace.map(space -> ", itemSpace=" + space).orElse("");
    }
}
