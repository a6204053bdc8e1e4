package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/** Tags of all kinds, by chance but the same ones each time. */
final class GeneratedTags {

    private static final String CHARACTERS = "abcXYZ 019-.,'&äßé日本()#|%*+/\\\"{}[]";

    private final Random random;
    private final AnchorTags tags;

    private GeneratedTags(long seed, AnchorTags tags) {
        this.random = new Random(seed);
        this.tags = tags;
    }

    static Stream<AnchorTag> writableBy(AnchorTags tags, int count) {
        GeneratedTags generated = new GeneratedTags(20_261_121, tags);
        return Stream.generate(generated::next).limit(count);
    }

    private AnchorTag next() {
        TagType type = TagType.values()[random.nextInt(TagType.values().length)];
        TagOption option = type.allows(TagOption.AUTO_FILLED) ? TagOption.values()[random.nextInt(3)]
                : TagOption.values()[random.nextInt(2)];
        String role = text(false);
        return switch (type) {
            case DATE_TIME, DATE, TIME -> new DateTag(type, option, role, width());
            case SIGNATURE -> new SignatureTag(option, role, width());
            case INITIALS -> new InitialsTag(option, role, width());
            case TEXT -> {
                OptionalInt width = width();
                yield new TextTag(option, role, width, width.isEmpty() ? width : width());
            }
            case CHECKBOX -> new CheckboxTag(option, role);
            case RADIO -> new RadioTag(option, role, 2 + random.nextInt(9));
            case DROPDOWN -> new DropdownTag(option, role, OptionalInt.of(1 + random.nextInt(500)), items());
        };
    }

    private OptionalInt width() {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(500));
    }

    private List<String> items() {
        List<String> items = new ArrayList<>();
        do {
            items.add(text(true));
        } while (random.nextInt(4) > 0);
        return items;
    }

    private String text(boolean item) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(12);
        while (text.length() < length) {
            char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            boolean second = c == ' '
                    && (text.isEmpty() || text.charAt(text.length() - 1) == ' ' || text.length() == length - 1);
            boolean taken = c == tags.opening() || c == tags.closing()
                    || item && tags.itemSpace().filter(space -> space == c).isPresent();
            text.append(second || taken ? 'x' : c);
        }
        return text.toString();
    }
}
