package dev.esign.anchortags;

import static dev.esign.anchortags.Severity.ERROR;
import static dev.esign.anchortags.Severity.WARNING;

/** What can be wrong with tags and with the documents that hold them. Names stay, so programs may rely on them. */
public enum FindingCode {

    /** Begins like a tag, but with no type that eSign knows. */
    UNKNOWN_TYPE(ERROR),
    /** The option is missing, or none that eSign knows. */
    UNKNOWN_OPTION(ERROR),
    /** {@code aut} for another type than date and time. */
    OPTION_NOT_ALLOWED(ERROR),
    /** There is no role behind the option. */
    ROLE_MISSING(ERROR),
    /** The number of radio buttons is missing or outside 2 to 10. */
    RADIO_COUNT(ERROR),
    /** A dropdown without a width in front of its items. */
    DROPDOWN_WITHOUT_WIDTH(ERROR),
    /** A dropdown without items. */
    DROPDOWN_WITHOUT_ITEMS(ERROR),
    /** No signer has the role. */
    ROLE_WITHOUT_SIGNER(ERROR),
    /** The document is encrypted or wants a password. */
    DOCUMENT_ENCRYPTED(ERROR),
    /** The document is broken. */
    DOCUMENT_BROKEN(ERROR),
    /** Reading the document would take more than the limits allow. */
    DOCUMENT_OVER_LIMIT(ERROR),

    /** The role differs from the signer's in case or spaces. */
    ROLE_SPELLING(WARNING),
    /** A role with an underscore, which is also what separates the parts of a tag. */
    ROLE_WITH_UNDERSCORE(WARNING),
    /** Type or option in upper case. */
    UPPER_CASE(WARNING),
    /** eSign takes the default width. */
    WIDTH_BELOW_MINIMUM(WARNING),
    /** Text where the width belongs. */
    WIDTH_NOT_A_NUMBER(WARNING),
    /** eSign moves the font size into 6 to 28. */
    FONT_SIZE_CLAMPED(WARNING),
    /** Text where the font size belongs. */
    FONT_SIZE_NOT_A_NUMBER(WARNING),
    /** More parts than this type has. */
    UNEXPECTED_PART(WARNING),
    /** A dropdown with a blank item. */
    EMPTY_ITEM(WARNING),
    /** A tag that is broken by the end of a line. */
    TAG_OVER_LINES(WARNING),
    /** Text between delimiters that is no tag; eSign removes it. */
    EATEN_TEXT(WARNING),
    /** An opening delimiter without a closing one. */
    UNCLOSED_DELIMITER(WARNING),
    /** Looks like a tag, but stands between other characters than the delimiters. */
    OTHER_DELIMITERS(WARNING),
    /** No tag is in the document. */
    NO_TAGS(WARNING),
    /** A PDF without text, for example a scan. */
    PDF_WITHOUT_TEXT(WARNING),
    /** A kind of document that tags aren't read from. */
    DOCUMENT_NOT_READ(WARNING),
    /** No tag of any document is for this signer. */
    SIGNER_WITHOUT_TAG(WARNING),
    /** The signer has tags, but none for a signature. */
    SIGNER_WITHOUT_SIGNATURE(WARNING);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** @return how bad it is */
    public Severity severity() {
        return severity;
    }
}
