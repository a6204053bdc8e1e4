package dev.esign.cli;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes records for scripts, on one line, without what isn't known. */
final class Json {

    private Json() {
    }

    static String text(Object value) {
        try {
            return JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
