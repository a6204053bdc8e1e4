/** The pages for people. */
package dev.esign.sandbox.pages;
