package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the text between delimiters. A role with an underscore can't be told from the parts behind it for sure: a known role
 * is taken if there is one, the longest first, or else all that stands before the first number.
 */
final class TagParser {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int TYPE = 0;
    private static final int OPTION = 1;
    private static final int ROLE = 2;

    private final TagSyntax syntax;
    private final Set<String> knownRoles;

    TagParser(TagSyntax syntax, Collection<String> knownRoles) {
        this.syntax = syntax;
        this.knownRoles = knownRoles.stream().map(Roles::key).collect(Collectors.toSet());
    }

    TagReading parse(String text) {
        if (text.length() > AnchorTags.LONGEST_TAG) {
            return new TagReading(text.substring(0, AnchorTags.LONGEST_TAG), Optional.empty(), List.of(eaten()));
        }
        List<TagProblem> problems = new ArrayList<>();
        List<String> parts = Stream.of(TagText.oneLine(text).split("_", -1)).map(String::strip).toList();
        return new TagReading(text, tag(parts, problems), problems);
    }

    private Optional<AnchorTag> tag(List<String> parts, List<TagProblem> problems) {
        Optional<TagType> type = TagType.ofCode(parts.get(TYPE));
        if (type.isEmpty()) {
            boolean meantAsTag = parts.size() > ROLE && TagOption.ofCode(parts.get(OPTION)).isPresent();
            problems.add(meantAsTag ? unknownType() : eaten());
            return Optional.empty();
        }
        Optional<TagOption> option = parts.size() > OPTION ? TagOption.ofCode(parts.get(OPTION)) : Optional.empty();
        if (option.isEmpty()) {
            problems.add(new TagProblem(FindingCode.UNKNOWN_OPTION, "option: is missing or unknown",
                    "write " + options(type.get()) + " behind the type"));
        } else if (!type.get().allows(option.get())) {
            problems.add(new TagProblem(FindingCode.OPTION_NOT_ALLOWED,
                    "option: " + option.get().code() + " is for date and time only", "write " + options(type.get())));
        }
        if (parts.size() <= ROLE || parts.get(ROLE).isEmpty()) {
            problems.add(new TagProblem(FindingCode.ROLE_MISSING, "role: is missing",
                    "write a signer's role behind the option, such as Seller 1"));
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        warnOfUpperCase(parts, problems);
        List<String> rest = parts.subList(ROLE, parts.size());
        int roleParts = roleParts(type.get(), rest);
        String role = role(rest.subList(0, roleParts));
        if (roleParts > 1) {
            problems.add(new TagProblem(FindingCode.ROLE_WITH_UNDERSCORE,
                    "role: has a '_', which also separates the parts of a tag; what eSign does then is not documented",
                    "name the role without it"));
        }
        return tag(type.get(), option.get(), role, rest.subList(roleParts, rest.size()), problems);
    }

    private Optional<AnchorTag> tag(TagType type, TagOption option, String role, List<String> tail,
            List<TagProblem> problems) {
        return switch (type) {
            case DATE_TIME, DATE, TIME -> Optional.of(new DateTag(type, option, role, onlyWidth(type, tail, problems)));
            case SIGNATURE -> Optional.of(new SignatureTag(option, role, onlyWidth(type, tail, problems)));
            case INITIALS -> Optional.of(new InitialsTag(option, role, onlyWidth(type, tail, problems)));
            case TEXT -> Optional.of(text(option, role, tail, problems));
            case CHECKBOX -> {
                warnOfMore(type, tail, 0, problems);
                yield Optional.of(new CheckboxTag(option, role));
            }
            case RADIO -> radio(option, role, tail, problems);
            case DROPDOWN -> dropdown(option, role, tail, problems);
        };
    }

    private static OptionalInt onlyWidth(TagType type, List<String> tail, List<TagProblem> problems) {
        warnOfMore(type, tail, 1, problems);
        return width(type, tail, problems);
    }

    private static OptionalInt width(TagType type, List<String> tail, List<TagProblem> problems) {
        if (tail.isEmpty()) {
            return OptionalInt.empty();
        }
        int least = type.minimumWidth().getAsInt();
        String taken = "eSign takes " + type.defaultWidth().getAsInt();
        OptionalInt width = number(tail.get(0));
        if (width.isEmpty()) {
            problems.add(new TagProblem(FindingCode.WIDTH_NOT_A_NUMBER, "width: is not a number, " + taken,
                    "write digits only, such as " + type.defaultWidth().getAsInt()));
        } else if (width.getAsInt() < least) {
            problems.add(new TagProblem(FindingCode.WIDTH_BELOW_MINIMUM,
                    "width: " + width.getAsInt() + " is below " + least + ", " + taken,
                    "write " + least + " or more, or leave it out"));
        }
        return width;
    }

    private static TextTag text(TagOption option, String role, List<String> tail, List<TagProblem> problems) {
        warnOfMore(TagType.TEXT, tail, 2, problems);
        OptionalInt width = width(TagType.TEXT, tail, problems);
        OptionalInt fontSize = tail.size() > 1 ? number(tail.get(1)) : OptionalInt.empty();
        TextTag tag = new TextTag(option, role, width, fontSize);
        if (tail.size() > 1 && fontSize.isEmpty()) {
            problems.add(new TagProblem(FindingCode.FONT_SIZE_NOT_A_NUMBER, "font size: is not a number",
                    "write 6 to 28, or leave it out"));
        } else if (!fontSize.equals(tag.effectiveFontSize())) {
            problems.add(new TagProblem(FindingCode.FONT_SIZE_CLAMPED, "font size: " + fontSize.getAsInt()
                    + " is outside 6 to 28, eSign takes " + tag.effectiveFontSize().getAsInt(), "write 6 to 28"));
        }
        return tag;
    }

    private static Optional<AnchorTag> radio(TagOption option, String role, List<String> tail, List<TagProblem> problems) {
        OptionalInt buttons = tail.isEmpty() ? OptionalInt.empty() : number(tail.get(0));
        if (buttons.isEmpty() || buttons.getAsInt() < RadioTag.FEWEST || buttons.getAsInt() > RadioTag.MOST) {
            problems.add(new TagProblem(FindingCode.RADIO_COUNT,
                    buttons.isEmpty() ? "buttons: their number is missing"
                            : "buttons: " + buttons.getAsInt() + " is outside 2 to 10",
                    "write 2 to 10 behind the role"));
            return Optional.empty();
        }
        warnOfMore(TagType.RADIO, tail, 1, problems);
        return Optional.of(new RadioTag(option, role, buttons.getAsInt()));
    }

    private Optional<AnchorTag> dropdown(TagOption option, String role, List<String> tail, List<TagProblem> problems) {
        OptionalInt width = tail.isEmpty() ? OptionalInt.empty() : number(tail.get(0));
        boolean hasWidth = width.isPresent() && width.getAsInt() > 0;
        if (!hasWidth) {
            problems.add(new TagProblem(FindingCode.DROPDOWN_WITHOUT_WIDTH, "width: is missing or no number above 0",
                    "write pixels between the role and the first item"));
        }
        List<String> texts = hasWidth ? tail.subList(1, tail.size()) : tail;
        List<String> items = texts.stream().map(this::item).filter(item -> !item.isEmpty()).toList();
        if (items.isEmpty()) {
            problems.add(new TagProblem(FindingCode.DROPDOWN_WITHOUT_ITEMS, "items: there are none",
                    "write them behind the width, with '_' between them"));
        } else if (items.size() < texts.size()) {
            problems.add(new TagProblem(FindingCode.EMPTY_ITEM, "items: one is blank", "write one '_' between two items"));
        }
        return hasWidth && !items.isEmpty() ? Optional.of(new DropdownTag(option, role, width, items)) : Optional.empty();
    }

    private String item(String text) {
        return syntax.itemSpace().map(space -> TagText.oneLine(text.replace(space, ' '))).orElse(text);
    }

    private int roleParts(TagType type, List<String> rest) {
        for (int parts = rest.size(); parts > 0; parts--) {
            if (knownRoles.contains(Roles.key(role(rest.subList(0, parts))))) {
                return parts;
            }
        }
        for (int part = 1; part < rest.size(); part++) {
            if (NUMBER.matcher(rest.get(part)).matches()) {
                return part;
            }
        }
        // Without a number, what is one part too many is a part of the role; a dropdown has any number of parts.
        return type == TagType.DROPDOWN || rest.size() <= 1 + numbers(type) ? 1 : rest.size();
    }

    private static String role(List<String> parts) {
        return String.join("_", parts);
    }

    /** How many numbers can stand behind the role. */
    private static int numbers(TagType type) {
        return switch (type) {
            case CHECKBOX -> 0;
            case TEXT -> 2;
            default -> 1;
        };
    }

    private static void warnOfMore(TagType type, List<String> tail, int most, List<TagProblem> problems) {
        if (tail.size() > most) {
            problems.add(new TagProblem(FindingCode.UNEXPECTED_PART,
                    "tag: has more parts than are documented for a " + type.label(), "leave out what is behind the "
                            + (most == 0 ? "role" : type == TagType.RADIO ? "number of buttons" : "last number")));
        }
    }

    private static void warnOfUpperCase(List<String> parts, List<TagProblem> problems) {
        String head = parts.get(TYPE) + "_" + parts.get(OPTION);
        String lower = head.toLowerCase(Locale.ROOT);
        if (!head.equals(lower)) {
            problems.add(new TagProblem(FindingCode.UPPER_CASE,
                    "type and option: are in upper case; whether eSign reads that is not documented", "write " + lower));
        }
    }

    private static OptionalInt number(String part) {
        return NUMBER.matcher(part).matches() ? OptionalInt.of(Integer.parseInt(part)) : OptionalInt.empty();
    }

    private static TagProblem unknownType() {
        return new TagProblem(FindingCode.UNKNOWN_TYPE, "type: is unknown; eSign removes the text and makes no field",
                "begin with one of " + Arrays.stream(TagType.values()).map(TagType::code).collect(Collectors.joining(", ")));
    }

    private static TagProblem eaten() {
        return new TagProblem(FindingCode.EATEN_TEXT,
                "text: stands between delimiters but is no tag; eSign removes it from the document",
                "write it without delimiters, or choose other delimiters for the account");
    }

    private static String options(TagType type) {
        return type.allows(TagOption.AUTO_FILLED) ? "req, opt or aut" : "req or opt";
    }
}
