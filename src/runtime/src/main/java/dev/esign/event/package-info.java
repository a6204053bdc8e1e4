/**
 * What happens on the way to a signed document, as CDI events: observe them with {@code @Observes}, or with
 * {@code @Observes @EsignAccount("name")} those of one account. An observer of a {@link dev.esign.event.SigningEvent} runs on
 * the thread that does the work, which may be an event loop, so it must not block. A {@link dev.esign.event.WebhookEvent} is
 * what eSign tells the application; its observers may block.
 */
package dev.esign.event;
