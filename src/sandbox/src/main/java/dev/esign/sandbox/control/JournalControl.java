package dev.esign.sandbox.control;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.Journal;
import dev.esign.sandbox.RecordedRequest;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;

/** The journal over HTTP. */
final class JournalControl {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Journal journal;

    JournalControl(Journal journal) {
        this.journal = journal;
    }

    List<Route> routes() {
        return List.of(ControlRoutes.get("_sandbox/journal", this::read),
                ControlRoutes.delete("_sandbox/journal", request -> {
                    journal.clear();
                    return tree(List.of(), 0);
                }));
    }

    private JsonNode read(Request request) throws MalformedRequestException {
        long since = request.query("since").isEmpty() ? 0 : ControlRoutes.number(request.query("since"), "since");
        String operation = request.query("operation");
        long deadline = System.nanoTime() + wait(request).toNanos();
        long last = since;
        while (true) {
            List<RecordedRequest> news = journal.since(last, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            List<RecordedRequest> wanted = news.stream()
                    .filter(entry -> operation.isEmpty() || entry.operation().equals(operation)).toList();
            last = news.isEmpty() ? last : news.get(news.size() - 1).id();
            if (!wanted.isEmpty() || news.isEmpty()) {
                return tree(wanted, last);
            }
        }
    }

    private static Duration wait(Request request) throws MalformedRequestException {
        Duration wait = request.query("wait").isEmpty() ? Duration.ZERO : Times.parse(request.query("wait"));
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new ControlException(400, "wait must lie between 0s and " + LONGEST_WAIT.toSeconds() + "s.");
        }
        return wait;
    }

    private static ObjectNode tree(List<RecordedRequest> entries, long last) {
        ObjectNode answer = ControlRoutes.object();
        ArrayNode requests = answer.putArray("requests");
        entries.forEach(entry -> requests.add(tree(entry)));
        return answer.put("last", last);
    }

    private static ObjectNode tree(RecordedRequest entry) {
        ObjectNode tree = ControlRoutes.object().put("id", entry.id()).put("at", entry.at().toString())
                .put("operation", entry.operation()).put("verb", entry.verb()).put("template", entry.template())
                .put("path", entry.path());
        ObjectNode query = tree.putObject("query");
        entry.query().forEach(query::put);
        ObjectNode headers = tree.putObject("headers");
        entry.headers().forEach((name, values) -> values.forEach(headers.putArray(name)::add));
        tree.set("body", entry.body().orElse(null));
        tree.putObject("form").put("transfer", entry.form().transfer()).put("size", entry.form().size())
                .put("fileBytes", entry.form().fileBytes());
        tree.putObject("answer").put("status", entry.answer().status()).put("summary", entry.answer().summary())
                .put("delivery", entry.answer().delivery());
        tree.put("milliseconds", entry.duration().toNanos() / 1e6);
        entry.faults().forEach(tree.putArray("faults")::add);
        return tree;
    }
}
