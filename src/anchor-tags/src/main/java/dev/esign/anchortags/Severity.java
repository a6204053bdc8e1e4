package dev.esign.anchortags;

/** How bad a finding is. */
public enum Severity {

    /** The document can't be signed as it was meant: a field is missing, or the document can't be read. */
    ERROR,
    /** eSign does something that was probably not meant, or that its documentation doesn't tell. */
    WARNING
}
