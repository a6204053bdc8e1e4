/** Keeps a sandbox's state in a directory. */
package dev.esign.sandbox.store;
