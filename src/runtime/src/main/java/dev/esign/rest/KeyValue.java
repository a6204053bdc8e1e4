package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A pair in .NET's list form of a dictionary.
 *
 * @param key {@code Key}
 * @param value {@code Value}
 */
public record KeyValue(@JsonProperty("Key") String key, @JsonProperty("Value") String value) {

    @Override
    public String toString() {
        return "KeyValue[***]";
    }
}
