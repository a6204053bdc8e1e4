package dev.esign.sandbox.control;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookMisbehaviour;
import dev.esign.sandbox.WebhookTarget;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;
import dev.esign.sandbox.webhook.WebhookHub;
import dev.esign.sandbox.webhook.WebhookUrl;

/** The webhooks over HTTP. */
final class WebhookControl {

    private static final String[] MISBEHAVIOURS = Arrays.stream(WebhookMisbehaviour.values()).map(Enum::name)
            .toArray(String[]::new);

    private final WebhookHub hub;

    WebhookControl(WebhookHub hub) {
        this.hub = hub;
    }

    List<Route> routes() {
        return List.of(
                ControlRoutes.get("_sandbox/webhooks", request -> tree()),
                ControlRoutes.post("_sandbox/webhooks/targets", 201, this::add),
                ControlRoutes.delete("_sandbox/webhooks/targets/{id}", this::remove),
                ControlRoutes.post("_sandbox/webhooks/deliveries/{id}/redeliver", 201, this::redeliver),
                ControlRoutes.post("_sandbox/webhooks/test", 201, this::sendTest),
                ControlRoutes.post("_sandbox/webhooks/misbehaviours", 200, this::misbehave),
                ControlRoutes.delete("_sandbox/webhooks/misbehaviours", request -> {
                    hub.behave();
                    return misbehaviours();
                }));
    }

    private ObjectNode tree() {
        ObjectNode tree = ControlRoutes.object();
        ArrayNode targets = tree.putArray("targets");
        hub.targets().forEach(target -> targets.add(tree(target)));
        tree.put("pending", hub.pending());
        tree.set("misbehaviours", misbehaviours());
        tree.set("deliveries", tree(hub.deliveries()));
        return tree;
    }

    private ObjectNode add(Settings settings) {
        settings.allow(Set.of("url"));
        return tree(hub.add(WebhookUrl.parse(settings.text("url"))));
    }

    private ObjectNode remove(Request request) {
        WebhookTarget target = hub.targets().stream().filter(one -> one.id().equals(request.variable("id"))).findFirst()
                .orElseThrow(() -> new ControlException(404, "There is no such receiver."));
        hub.remove(target.id());
        return tree(target);
    }

    private ObjectNode redeliver(Request request, Settings settings) {
        settings.allow(Set.of());
        String id = request.variable("id");
        if (hub.deliveries().stream().noneMatch(delivery -> delivery.id().equals(id))) {
            throw new ControlException(404, "There is no webhook delivery with this id (any more).");
        }
        return tree(hub.redeliver(id));
    }

    private ObjectNode sendTest(Settings settings) {
        settings.allow(Set.of());
        return ControlRoutes.object().set("deliveries", tree(hub.sendTest()));
    }

    private ObjectNode misbehave(Settings settings) {
        settings.allow(Set.of("misbehaviour", "times", "delay"));
        WebhookMisbehaviour misbehaviour = WebhookMisbehaviour.valueOf(settings.oneOf("misbehaviour", MISBEHAVIOURS));
        int times = settings.has("times") ? settings.number("times") : 1;
        settings.optionalTime("delay").ifPresentOrElse(delay -> hub.misbehave(misbehaviour, times, delay),
                () -> hub.misbehave(misbehaviour, times));
        return misbehaviours();
    }

    private ObjectNode misbehaviours() {
        ObjectNode tree = ControlRoutes.object();
        hub.misbehaviours().forEach((misbehaviour, times) -> tree.put(misbehaviour.name(), times));
        return tree;
    }

    private static ObjectNode tree(WebhookTarget target) {
        return ControlRoutes.object().put("id", target.id()).put("url", target.masked());
    }

    private static ArrayNode tree(List<WebhookDelivery> deliveries) {
        ArrayNode tree = ControlRoutes.object().arrayNode();
        deliveries.forEach(delivery -> tree.add(tree(delivery)));
        return tree;
    }

    private static ObjectNode tree(WebhookDelivery delivery) {
        ObjectNode tree = ControlRoutes.object().put("id", delivery.id()).put("repeats", delivery.repeats().orElse(null))
                .put("target", delivery.target()).put("url", delivery.url()).put("sessionId", delivery.sessionId())
                .put("signerId", delivery.signerId().orElse(null)).put("type", delivery.type())
                .put("status", delivery.status()).put("at", delivery.at().toString()).put("state", delivery.state().name());
        ArrayNode tries = tree.putArray("tries");
        for (WebhookDelivery.Try attempt : delivery.tries()) {
            tries.addObject().put("at", attempt.at().toString()).put("milliseconds", attempt.took().toNanos() / 1e6)
                    .put("statusCode", attempt.statusCode().isPresent() ? attempt.statusCode().getAsInt() : null)
                    .put("failure", attempt.failure().map(Enum::name).orElse(null));
        }
        ArrayNode misbehaviours = tree.putArray("misbehaviours");
        delivery.misbehaviours().stream().sorted().map(Enum::name).forEach(misbehaviours::add);
        return tree.put("body", delivery.body());
    }
}
