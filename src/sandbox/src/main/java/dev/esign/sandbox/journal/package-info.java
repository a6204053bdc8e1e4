/** The record of requests behind {@link dev.esign.sandbox.Journal}. */
package dev.esign.sandbox.journal;
