package dev.esign.deployment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.FaultKind;
import dev.esign.sandbox.RecordedRequest;
import dev.esign.sandbox.SandboxSession;
import dev.esign.sandbox.WebhookDelivery;

/** What the pages of the Dev UI show of a sandbox: texts and numbers, the latest first. */
record SandboxView(EsignSandbox sandbox) {

    private static final int MOST = 200;

    /** What happened, in numbers. */
    record Counts(String url, Map<String, Long> sessions, int requests,
            Map<String, Long> deliveries,
            int faults) {
    }

    /**
     * The latest rows.
     *
     * @param sandbox its URL: another sandbox, another list
     * @param total how many there are
     */
    record Rows<T>(String sandbox, int total, List<T> rows) {
    }

    record SessionRow(String id, String url, String title, String status, String owner, String createdOn, int documents,
            List<SignerRow> signers) {
    }

    record SignerRow(String name, String role, String status, String invitation) {
    }

    record RequestRow(long id, String at, String operation, String verb, String path, int status, String summary,
            String delivery, long milliseconds, List<String> faults) {
    }

    record DeliveryRow(String id, String at, String url, String type, int status, String session, String state, String outcome,
            int tries, String repeats, boolean repeatable) {
    }

    record FaultRow(long id, String description, long hits) {
    }

    record Choice(String id, String label) {
    }

    /** The faults that are set up, what can be, and the time in the sandbox. */
    record FaultRows(String now, List<FaultRow> rows, List<Choice> kinds, List<String> methods) {
    }

    Counts counts() {
        return new Counts(url(), counted(sandbox.sessions().list(), SandboxSession::status),
                sandbox.journal().requests().size(),
                counted(sandbox.webhooks().deliveries(), SandboxView::state), sandbox.faults().active().size());
    }

    Rows<SessionRow> sessions() {
        return rows(sandbox.sessions().list(), session -> new SessionRow(session.id(), url() + "/sessions/" + session.id(),
                session.title(), session.status(), session.owner(), seconds(session.createdOn()), session.documents().size(),
                session.signers().stream()
                        .map(signer -> new SignerRow((signer.firstName() + " " + signer.lastName()).strip(), signer.role(),
                                signer.status(), signer.invitedOn().isPresent() ? signer.signUrl().toString() : ""))
                        .toList()));
    }

    Rows<RequestRow> requests() {
        return rows(sandbox.journal().requests(), SandboxView::row);
    }

    Rows<DeliveryRow> deliveries() {
        List<String> targets = sandbox.webhooks().targets().stream().map(target -> target.id()).toList();
        return rows(sandbox.webhooks().deliveries(), delivery -> row(delivery, targets.contains(delivery.target())));
    }

    FaultRows faults() {
        return new FaultRows(seconds(sandbox.clock().now()),
                sandbox.faults().active().stream()
                        .map(fault -> new FaultRow(fault.id(), fault.description(), fault.hits())).toList(),
                Arrays.stream(FaultKind.values()).map(kind -> new Choice(kind.name(), kind.label())).toList(),
                sandbox.faults().operations().stream().sorted().toList());
    }

    /** Headers, query and body of a request, the secrets masked. */
    String request(long id) {
        return sandbox.journal().requests(entry -> entry.id() == id).stream().findFirst().map(SandboxView::whole)
                .orElse("The journal has forgotten this request.");
    }

    private static String whole(RecordedRequest request) {
        StringBuilder text = new StringBuilder(request.verb()).append(' ').append(request.path()).append('\n');
        new TreeMap<>(request.query()).forEach((name, value) -> text.append("  ").append(name).append('=').append(value)
                .append('\n'));
        new TreeMap<>(request.headers()).forEach((name, values) -> text.append(name).append(": ")
                .append(String.join(", ", values)).append('\n'));
        request.body().ifPresent(body -> text.append('\n').append(body.toPrettyString()).append('\n'));
        return text.toString();
    }

    private <S, R> Rows<R> rows(List<S> oldestFirst, Function<S, R> row) {
        List<S> latest = new ArrayList<>(oldestFirst.subList(Math.max(0, oldestFirst.size() - MOST), oldestFirst.size()));
        Collections.reverse(latest);
        return new Rows<>(url(), oldestFirst.size(), latest.stream().map(row).toList());
    }

    private String url() {
        return sandbox.url().toString();
    }

    private static RequestRow row(RecordedRequest request) {
        return new RequestRow(request.id(), seconds(request.at()), request.operation(), request.verb(), request.path(),
                request.answer().status(), request.answer().summary(), request.answer().delivery(),
                request.duration().toMillis(), request.faults());
    }

    private static DeliveryRow row(WebhookDelivery delivery, boolean repeatable) {
        int tries = delivery.tries().size();
        String outcome = tries == 0 ? "" : outcome(delivery.tries().get(tries - 1));
        return new DeliveryRow(delivery.id(), seconds(delivery.at()), delivery.url(), delivery.type(), delivery.status(),
                delivery.sessionId(), state(delivery), outcome, tries, delivery.repeats().orElse(""), repeatable);
    }

    private static String outcome(WebhookDelivery.Try last) {
        if (last.statusCode().isPresent()) {
            return "HTTP " + last.statusCode().getAsInt();
        }
        return last.failure().map(failure -> failure.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse("");
    }

    private static String state(WebhookDelivery delivery) {
        return delivery.state().name().toLowerCase(Locale.ROOT);
    }

    private static <T> Map<String, Long> counted(List<T> all, Function<T, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
