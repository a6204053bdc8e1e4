package dev.esign.sandbox.fault;

import static dev.esign.sandbox.fault.Words.words;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.esign.sandbox.RetryAfter;
import dev.esign.sandbox.api.Envelope;
import dev.esign.sandbox.api.Tokens;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Delivery;
import dev.esign.sandbox.http.Html;
import dev.esign.sandbox.http.Interceptor.Stage;
import dev.esign.sandbox.http.MalformedRequestException;

/** What a fault does to a call; its text says so in words. Immutable. */
interface Effect {

    Answer on(Strike strike) throws MalformedRequestException;

    default Stage stage() {
        return Stage.ARRIVED;
    }

    record Lag(Duration shortest, Duration longest) implements Effect {

        @Override
        public Answer on(Strike strike) throws MalformedRequestException {
            try {
                strike.fault().pause(strike.fault().between(shortest, longest));
            } catch (InterruptedException e) {
                // The sandbox is being closed.
                Thread.currentThread().interrupt();
                return Answer.dropped();
            }
            return strike.proceed();
        }

        @Override
        public String toString() {
            return "lag of " + words(shortest) + (shortest.equals(longest) ? "" : " to " + words(longest));
        }
    }

    record Trickle(int bytes, Duration every) implements Effect {

        @Override
        public Answer on(Strike strike) throws MalformedRequestException {
            ActiveFault fault = strike.fault();
            Answer answer = strike.proceed();
            return answer.delivery().isAnswer() ? answer.by(new Delivery.Trickled(bytes, () -> fault.pause(every))) : answer;
        }

        @Override
        public String toString() {
            return "answer at " + bytes + " bytes every " + words(every);
        }
    }

    record Silence(Duration longest) implements Effect {

        @Override
        public Answer on(Strike strike) {
            ActiveFault fault = strike.fault();
            return Answer.dropped().by(new Delivery.Silent(() -> fault.pause(longest)));
        }

        @Override
        public String toString() {
            return "no answer, connection dropped after " + words(longest);
        }
    }

    record Drop() implements Effect {

        @Override
        public Answer on(Strike strike) {
            return Answer.dropped();
        }

        @Override
        public String toString() {
            return "connection dropped";
        }
    }

    record Truncate(int bytes) implements Effect {

        @Override
        public Answer on(Strike strike) throws MalformedRequestException {
            Answer answer = strike.proceed();
            return answer.delivery().isAnswer() ? answer.by(new Delivery.Cut(bytes)) : answer;
        }

        @Override
        public String toString() {
            return "answer cut off after " + bytes + " bytes";
        }
    }

    record Status(int status, Optional<RetryAfter> retryAfter) implements Effect {

        private static final Map<Integer, String> TITLES = Map.of(429, "Too Many Requests", 500, "Internal Server Error",
                502, "Bad Gateway", 503, "Service Unavailable", 504, "Gateway Timeout");
        private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'",
                Locale.US);

        @Override
        public Answer on(Strike strike) {
            Answer page = Answer.page(status, Html.page(TITLES.getOrDefault(status, "Error " + status),
                    "<p>The sandbox was told to answer this.</p>"));
            return retryAfter.map(header -> page.with("Retry-After", value(header))).orElse(page);
        }

        @Override
        public String toString() {
            return "status " + status + retryAfter
                    .map(header -> ", Retry-After " + words(header.delay()) + (header.asDate() ? " as a date" : "")).orElse("");
        }

        private static String value(RetryAfter header) {
            long seconds = header.delay().plusNanos(999_999_999).toSeconds();
            // A second more makes up for the part of one that the date doesn't tell.
            return header.asDate()
                    ? HTTP_DATE.format(Instant.now().plusSeconds(seconds + 1).atOffset(ZoneOffset.UTC))
                    : String.valueOf(seconds);
        }
    }

    record Body(int status, String contentType, String body) implements Effect {

        @Override
        public Answer on(Strike strike) {
            return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "status " + status + " with " + body.length() + " characters of " + contentType;
        }
    }

    record Nothing() implements Effect {

        @Override
        public Answer on(Strike strike) {
            return Envelope.nothing();
        }

        @Override
        public Stage stage() {
            return Stage.ADMITTED;
        }

        @Override
        public String toString() {
            return "answer null";
        }
    }

    record Errors(List<String> texts) implements Effect {

        @Override
        public Answer on(Strike strike) {
            return Envelope.refusalOf(strike.route().operation(), texts);
        }

        @Override
        public Stage stage() {
            return Stage.ADMITTED;
        }

        @Override
        public String toString() {
            return "answer Error: " + String.join(" / ", texts);
        }
    }

    record ShortTokens(Duration lifetime, Tokens tokens) implements Effect {

        @Override
        public Answer on(Strike strike) throws MalformedRequestException {
            Answer answer = strike.proceed();
            Envelope.returnValue(answer).ifPresent(token -> tokens.shorten(token, lifetime));
            return answer;
        }

        @Override
        public String toString() {
            return "tokens that expire after " + words(lifetime);
        }
    }
}
