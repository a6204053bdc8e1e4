package dev.esign.anchortags;

/**
 * Text between delimiters in a document.
 *
 * @param place where its opening delimiter stands
 * @param reading what it means; eSign removes it from the document even when it is no tag
 */
public record FoundTag(Place place, TagReading reading) {
}
