package dev.esign.rest;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/**
 * Writes a moment, usually as {@code "\/Date(milliseconds)\/"}. The slashes are escaped although JSON doesn't need that:
 * .NET's readers tell a date from a text by just these escapes.
 */
final class MomentSerializer extends JsonSerializer<Instant> {

    @Override
    public void serialize(Instant moment, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (WireForm.of(provider).dates() == WireForm.Dates.ISO) {
            generator.writeString(moment.toString());
        } else {
            generator.writeRawValue("\"\\/Date(" + moment.toEpochMilli() + ")\\/\"");
        }
    }
}
