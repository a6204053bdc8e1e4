package dev.esign.sandbox.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.TimeMachine;

/** The sandbox's clock, with buttons that move it on. */
final class ClockCalls {

    private static final int LARGEST_FORM = 1024;

    private final TimeMachine time;
    private final Changes changes;

    ClockCalls(TimeMachine time, Changes changes) {
        this.time = time;
        this.changes = changes;
    }

    Markup clock() {
        return Markup.of("""
                <span><span class="unseen">Sandbox time: </span>{}</span>
                <form method="post" action="/clock"><button class="small" name="days" value="1" id="clock-1"\
                 aria-label="Move the clock on by 1 day">+1 day</button>
                <button class="small" name="days" value="30" id="clock-30"\
                 aria-label="Move the clock on by 30 days">+30 days</button></form>
                """, Parts.time(time.now()));
    }

    /** A button that moves the clock to a moment that lies ahead; nothing if it doesn't. */
    Markup jump(Instant moment, String label) {
        return Markup.of("""
                <form method="post" action="/clock"><input type="hidden" name="to" value="{}"><button>{}</button></form>
                """, moment, label).when(moment.isAfter(time.now()));
    }

    /** Takes a number of {@code days} or an instant {@code to}, and leads back to the page that asked. */
    Answer move(Request request) throws MalformedRequestException {
        Form form = FormReader.read(request, LARGEST_FORM);
        try {
            Instant target = form.has("to") ? Instant.parse(form.value("to"))
                    : time.now().plus(Duration.ofDays(Long.parseLong(form.value("days"))));
            if (target.isAfter(time.now())) {
                time.forwardTo(target);
                changes.happened();
            }
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new MalformedRequestException("The clock takes a number of days, or an instant such as 2027-01-31T00:00:00Z, "
                    + "before the year 9999.");
        }
        return Redirect.to(origin(request));
    }

    /** The page that the form was on: its path alone, so that it is one of this sandbox. */
    private static String origin(Request request) {
        try {
            URI referer = new URI(request.header("Referer"));
            String path = referer.getRawPath() == null ? "" : referer.getRawPath();
            String query = referer.getRawQuery() == null ? "" : "?" + referer.getRawQuery();
            return path.startsWith("/") && !path.startsWith("//") ? path + query : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
