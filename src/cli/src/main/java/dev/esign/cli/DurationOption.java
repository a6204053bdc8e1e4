package dev.esign.cli;

import java.time.Duration;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.DurationConverter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 90s}, {@code 2m} or {@code PT90S}, as settings are written. */
@RegisterForReflection
class DurationOption implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        Duration duration;
        try {
            duration = DurationConverter.parseDuration(text);
        } catch (IllegalArgumentException noTime) {
            throw new TypeConversionException("'" + text + "' is no time; give one like 500ms, 90s or 2m");
        }
        if (duration == null || duration.isZero() || duration.isNegative()) {
            throw new TypeConversionException("'" + text + "' is not above 0; give a time like 90s");
        }
        return duration;
    }
}
