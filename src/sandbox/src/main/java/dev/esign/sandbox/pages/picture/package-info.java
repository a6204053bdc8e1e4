/** Documents as people see them. */
package dev.esign.sandbox.pages.picture;
