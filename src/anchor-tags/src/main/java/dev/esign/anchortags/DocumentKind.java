package dev.esign.anchortags;

/** What a document is, told by its content. */
public enum DocumentKind {

    /** Word: docx, docm, dotx. */
    WORD,
    /** Excel: xlsx, xlsm, xltx. */
    EXCEL,
    /** PDF. */
    PDF,
    /** Anything else, such as an image, RTF, or the older doc and xls; tags aren't read from it. */
    OTHER
}
