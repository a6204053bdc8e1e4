package dev.esign.rest;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Writes an authentication method by its documented name, or by its number where one is set. */
final class AuthMethodSerializer extends JsonSerializer<String> {

    @Override
    public void serialize(String name, JsonGenerator generator, SerializerProvider provider) throws IOException {
        Integer number = WireForm.of(provider).authenticationNumbers().get(name);
        if (number == null) {
            generator.writeString(name);
        } else {
            generator.writeNumber(number);
        }
    }
}
