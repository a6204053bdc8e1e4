package dev.esign.rest;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

import dev.esign.rest.WireForm.Dictionary;

/** Writes keys with values in the form that is set for the member: .NET's serializers know two. */
abstract sealed class DictionarySerializer extends JsonSerializer<Map<String, String>> {

    abstract Dictionary form(WireForm form);

    @Override
    public void serialize(Map<String, String> dictionary, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        if (form(WireForm.of(provider)) == Dictionary.OBJECT) {
            generator.writeStartObject();
            for (Map.Entry<String, String> entry : dictionary.entrySet()) {
                generator.writeStringField(entry.getKey(), entry.getValue());
            }
            generator.writeEndObject();
            return;
        }
        generator.writeStartArray();
        for (Map.Entry<String, String> entry : dictionary.entrySet()) {
            generator.writeStartObject();
            generator.writeStringField("Key", entry.getKey());
            generator.writeStringField("Value", entry.getValue());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    /** {@code MergeFieldMapping}. */
    static final class MergeFields extends DictionarySerializer {

        @Override
        Dictionary form(WireForm form) {
            return form.mergeFields();
        }
    }

    /** {@code Properties}. */
    static final class Properties extends DictionarySerializer {

        @Override
        Dictionary form(WireForm form) {
            return form.properties();
        }
    }
}
