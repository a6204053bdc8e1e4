package dev.esign.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Lenient access to what .NET writes. */
class JsonMembersTest {

    @ParameterizedTest
    @ValueSource(strings = { "\\/Date(1796947200000)\\/", "/Date(1796947200000)/", "/Date(1796947200000+0100)/",
            "/Date(1796947200000-0800)/", "2026-12-11T00:00:00Z", "2026-12-11T01:00:00+01:00" })
    void bothFormsOfDatesAndIso(String text) throws IOException {
        assertThat(JsonMembers.moment(json("{\"D\":\"" + text + "\"}"), "D")).contains(Instant.ofEpochMilli(1796947200000L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"D\":null}", "{\"D\":\"\"}", "{\"D\":\"soon\"}", "{\"D\":{}}" })
    void noDate(String text) throws IOException {
        assertThat(JsonMembers.moment(json(text), "D")).isEmpty();
    }

    @Test
    void namesInAnyCaseTheFirstSpellingFirst() throws IOException {
        JsonNode node = json("{\"signerid\":\"b\",\"SignerID\":\"a\",\"Other\":null}");
        assertThat(JsonMembers.text(node, "SignerID")).contains("a");
        assertThat(JsonMembers.text(node, "SIGNERID")).contains("b");
        assertThat(JsonMembers.text(node, "Other", "SignerID")).contains("a");
        assertThat(JsonMembers.text(node, "Missing")).isEmpty();
    }

    @Test
    void numbersAndTruthInAnyForm() throws IOException {
        JsonNode node = json("{\"a\":2,\"b\":\"2\",\"c\":\"x\",\"d\":true,\"e\":\"True\",\"f\":1,\"g\":\"False\",\"h\":2.5}");
        assertThat(JsonMembers.integer(node, "a")).contains(2);
        assertThat(JsonMembers.integer(node, "b")).contains(2);
        assertThat(JsonMembers.integer(node, "c")).isEmpty();
        assertThat(JsonMembers.integer(node, "h")).isEmpty();
        assertThat(JsonMembers.truth(node, "d") && JsonMembers.truth(node, "e") && JsonMembers.truth(node, "f")).isTrue();
        assertThat(JsonMembers.truth(node, "g") || JsonMembers.truth(node, "missing")).isFalse();
    }

    @Test
    void aListOrASingleValueInItsPlace() throws IOException {
        assertThat(JsonMembers.texts(json("{\"d\":[\"a\",null,\"b\"]}"), "d")).containsExactly("a", "b");
        assertThat(JsonMembers.texts(json("{\"d\":\"a\"}"), "d")).containsExactly("a");
        assertThat(JsonMembers.texts(json("{\"d\":null}"), "d")).isEmpty();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
