package dev.esign.sandbox.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as .NET writes them, and in the forms one or the other of its readers takes. */
public final class WireDate {

    /** The milliseconds count from 1970 in UTC, whatever offset follows them. */
    private static final Pattern DOT_NET = Pattern.compile("/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)/");
    /** The years a .NET DateTime has. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private WireDate() {
    }

    /** The date in the form of the service's answers. */
    public static String format(Instant instant) {
        return "/Date(" + instant.toEpochMilli() + ")/";
    }

    /** Reads {@code /Date(ms)/}, {@code /Date(ms+0000)/} or ISO 8601 (without an offset: UTC). */
    public static Optional<Instant> parse(String text) {
        Matcher dotNet = DOT_NET.matcher(text);
        try {
            Instant instant = dotNet.matches() ? Instant.ofEpochMilli(Long.parseLong(dotNet.group(1))) : parseIso(text);
            return Optional.of(instant).filter(i -> !i.isBefore(FIRST) && !i.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant parseIso(String text) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime withOffset ? withOffset.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }
}
