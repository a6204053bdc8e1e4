/**
 * eSign's REST API as it is documented: one declarative interface per resource, and the objects that travel. Requests are
 * records that write themselves as the documented client does; answers are read from any of the spellings that the
 * documentation uses. Most applications want {@link dev.esign.SigningSessions} instead.
 */
package dev.esign.rest;
