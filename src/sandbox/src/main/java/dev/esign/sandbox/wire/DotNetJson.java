package dev.esign.sandbox.wire;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Writes JSON as .NET's DataContractJsonSerializer does: every slash is escaped, which dates depend on. */
public final class DotNetJson {

    private static final JsonMapper MAPPER = JsonMapper
            .builder(new JsonFactoryBuilder().characterEscapes(new SlashEscapes()).build()).build();

    private DotNetJson() {
    }

    public static byte[] write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** Reads what was written; missing if it isn't JSON. */
    public static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static final class SlashEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final SerializableString ESCAPED = new SerializedString("\\/");

        private final int[] escapes = standardAsciiEscapesForJSON();

        SlashEscapes() {
            escapes['/'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return c == '/' ? ESCAPED : null;
        }
    }
}
