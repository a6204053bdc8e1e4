/**
 * Anchor tags of eSign: their grammar, reading them out of documents, and telling what is wrong with them. Begin with
 * {@link dev.esign.anchortags.AnchorTags}.
 */
package dev.esign.anchortags;
