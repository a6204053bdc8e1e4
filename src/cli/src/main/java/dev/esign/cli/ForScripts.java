package dev.esign.cli;

/** A command that can answer in JSON. */
interface ForScripts {

    /** Whether it is to. */
    boolean wantsJson();
}
