/** Anchor tags: read in the background, and turned into fields for signers. */
package dev.esign.sandbox.tags;
