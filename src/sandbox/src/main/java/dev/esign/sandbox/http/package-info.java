/** Requests and answers as HTTP has them, whatever they are about. */
package dev.esign.sandbox.http;
