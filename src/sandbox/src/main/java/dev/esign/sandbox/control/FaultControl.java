package dev.esign.sandbox.control;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.Fault;
import dev.esign.sandbox.Faults;
import dev.esign.sandbox.FaultyCalls;
import dev.esign.sandbox.RetryAfter;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;

/** Faults over HTTP: each kind has the name of its method in {@link FaultyCalls}. */
final class FaultControl {

    private static final Set<String> COMMON = Set.of("fault", "next", "of", "probability", "seed", "afterTheWork");
    private static final Map<String, Kind> KINDS = kinds();

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    /** A kind of fault: the members that only it has, and how it is set up. */
    private record Kind(Set<String> members, BiFunction<FaultyCalls, Settings, Fault> setUp) {

        static Kind of(BiFunction<FaultyCalls, Settings, Fault> setUp, String... members) {
            return new Kind(Set.of(members), setUp);
        }
    }

    List<Route> routes() {
        return List.of(
                ControlRoutes.get("_sandbox/faults", request -> list(faults.active())),
                ControlRoutes.post("_sandbox/faults", 201, settings -> tree(add(settings))),
                ControlRoutes.delete("_sandbox/faults", request -> {
                    faults.clear();
                    return list(faults.active());
                }),
                ControlRoutes.get("_sandbox/faults/{id}", request -> tree(find(request))),
                ControlRoutes.delete("_sandbox/faults/{id}", request -> {
                    Fault fault = find(request);
                    fault.remove();
                    return tree(fault);
                }));
    }

    private Fault add(Settings settings) {
        Kind kind = KINDS.get(settings.oneOf("fault", KINDS.keySet().toArray(String[]::new)));
        Set<String> allowed = new TreeSet<>(COMMON);
        allowed.addAll(kind.members());
        settings.allow(allowed);
        FaultyCalls calls = settings.has("next") ? faults.next(settings.number("next")) : faults.always();
        if (settings.has("of")) {
            calls = calls.of(settings.texts("of"));
        }
        if (settings.has("probability")) {
            calls = calls.withProbability(settings.fraction("probability"), settings.longNumber("seed", 0));
        } else if (settings.has("seed")) {
            throw new ControlException(400, "The member \"seed\" goes with \"probability\" only.");
        }
        return kind.setUp().apply(settings.truth("afterTheWork") ? calls.afterTheWork() : calls, settings);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("lag", Kind.of(FaultControl::lag, "time", "shortest", "longest"));
        kinds.put("trickle", Kind.of((calls, s) -> calls.trickle(s.number("bytes"), s.time("every")), "bytes", "every"));
        kinds.put("silence", Kind.of((calls, s) -> s.optionalTime("longest").map(calls::silence).orElseGet(calls::silence),
                "longest"));
        kinds.put("dropTheConnection", Kind.of((calls, s) -> calls.dropTheConnection()));
        kinds.put("loseTheAnswer", Kind.of((calls, s) -> calls.loseTheAnswer()));
        kinds.put("truncateTheAnswer", Kind.of((calls, s) -> calls.truncateTheAnswer(s.number("bytes")), "bytes"));
        kinds.put("status", Kind.of(FaultControl::status, "status", "retryAfter", "retryAfterAs"));
        kinds.put("answer", Kind.of((calls, s) -> calls.answer(s.number("status"), s.text("contentType"), s.text("body")),
                "status", "contentType", "body"));
        kinds.put("answerHtml", Kind.of((calls, s) -> calls.answerHtml()));
        kinds.put("answerGarbage", Kind.of((calls, s) -> calls.answerGarbage()));
        kinds.put("answerNull", Kind.of((calls, s) -> calls.answerNull()));
        kinds.put("answerErrors", Kind.of((calls, s) -> calls.answerErrors(s.texts("texts")), "texts"));
        kinds.put("notReady", Kind.of((calls, s) -> calls.notReady()));
        kinds.put("tokensExpireAfter", Kind.of((calls, s) -> calls.tokensExpireAfter(s.time("lifetime")), "lifetime"));
        return kinds;
    }

    private static Fault lag(FaultyCalls calls, Settings settings) {
        if (settings.has("time") == (settings.has("shortest") || settings.has("longest"))) {
            throw new ControlException(400, "A lag needs either \"time\", or \"shortest\" and \"longest\".");
        }
        return settings.has("time") ? calls.lag(settings.time("time"))
                : calls.lag(settings.time("shortest"), settings.time("longest"));
    }

    private static Fault status(FaultyCalls calls, Settings settings) {
        Optional<Duration> wait = settings.optionalTime("retryAfter");
        boolean asDate = settings.has("retryAfterAs") && settings.oneOf("retryAfterAs", "seconds", "date").equals("date");
        if (settings.has("retryAfterAs") && wait.isEmpty()) {
            throw new ControlException(400, "The member \"retryAfterAs\" goes with \"retryAfter\" only.");
        }
        int status = settings.number("status");
        return wait.map(delay -> calls.status(status, new RetryAfter(delay, asDate))).orElseGet(() -> calls.status(status));
    }

    private Fault find(Request request) {
        return faults.find(ControlRoutes.number(request.variable("id"), "The fault's id"))
                .orElseThrow(() -> new ControlException(404, "There is no such fault: it was removed, or ended long ago."));
    }

    private static JsonNode list(Collection<Fault> faults) {
        ObjectNode answer = ControlRoutes.object();
        ArrayNode array = answer.putArray("faults");
        faults.forEach(fault -> array.add(tree(fault)));
        return answer;
    }

    private static ObjectNode tree(Fault fault) {
        return ControlRoutes.object().put("id", fault.id()).put("description", fault.description()).put("hits", fault.hits())
                .put("active", fault.isActive());
    }
}
