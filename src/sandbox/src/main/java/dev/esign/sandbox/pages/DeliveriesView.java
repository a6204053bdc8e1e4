package dev.esign.sandbox.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.Webhooks;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Request;

/** What webhooks told of a session, and how it went. */
final class DeliveriesView {

    private static final int SHOWN = 100;

    private final Webhooks webhooks;

    DeliveriesView(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    Markup of(String sessionId) {
        if (webhooks.targets().isEmpty()) {
            return new Markup("<p class=\"soft\">No receiver is set.</p>");
        }
        List<WebhookDelivery> found = new ArrayList<>(webhooks.deliveries().stream()
                .filter(delivery -> delivery.sessionId().equalsIgnoreCase(sessionId)).toList());
        Collections.reverse(found);
        return found.isEmpty() ? new Markup("<p class=\"soft\">None yet.</p>")
                : Markup.of("<ul class=\"rows tight\">\n{}</ul>", found.stream().limit(SHOWN).map(this::row).toList());
    }

    /** Sends a message once more, and leads back to its session. */
    Answer redeliver(Request request) {
        try {
            return Redirect.to("/sessions/" + webhooks.redeliver(request.variable("delivery")).sessionId());
        } catch (IllegalArgumentException | IllegalStateException e) {
            // The log has forgotten it, or its receiver was removed.
            return Answer.notFound();
        }
    }

    private Markup row(WebhookDelivery delivery) {
        return Markup.of("""
                <li data-key="w{}"{}><div class="title small"><strong>{} {}</strong>{}</div>
                <p class="small soft">{}{}, {}</p>
                <details id="webhook-{}"><summary class="small">Message</summary><pre class="mono">{}</pre></details>
                {}</li>
                """, delivery.id(), new Markup(" data-unfinished").when(!delivery.isFinished()), delivery.type(),
                delivery.status(), badge(delivery), delivery.url(), tries(delivery),
                Parts.time(delivery.at()), delivery.id(), delivery.body(),
                Markup.of(
                        """
                                <form method="post" action="/webhooks/{}/redeliver"><button class="small" id="again-{}">Deliver again</button></form>
                                """,
                        delivery.id(), delivery.id()).when(delivery.isFinished()));
    }

    private static Markup badge(WebhookDelivery delivery) {
        Tone tone = switch (delivery.state()) {
            case PENDING -> Tone.BUSY;
            case DELIVERED -> Tone.GOOD;
            case FAILED, DROPPED -> Tone.BAD;
        };
        return Parts.badge(tone, delivery.state().name().toLowerCase(Locale.ROOT));
    }

    private static String tries(WebhookDelivery delivery) {
        if (delivery.tries().isEmpty()) {
            return "";
        }
        WebhookDelivery.Try last = delivery.tries().get(delivery.tries().size() - 1);
        String result = last.statusCode().isPresent() ? "HTTP " + last.statusCode().getAsInt()
                : last.failure().map(failure -> failure.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse("");
        return ", try " + delivery.tries().size() + (result.isEmpty() ? "" : ": " + result);
    }
}
