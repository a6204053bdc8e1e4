package dev.esign.sandbox.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.esign.sandbox.RecordedAnswer;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Delivery;

/** Tells an answer in a few words, without reading more of it than needed. */
final class Summary {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");
    private static final int LONGEST = 1_000;

    private Summary() {
    }

    static RecordedAnswer of(Answer answer) {
        if (!answer.delivery().isAnswer()) {
            return new RecordedAnswer(0, "", delivery(answer.delivery()));
        }
        String type = answer.headers().getOrDefault("Content-Type", "");
        String words = type.startsWith("application/json") ? json(answer.body())
                : type.startsWith("text/html")
                        ? title(answer.body())
                        : "";
        return new RecordedAnswer(answer.status(), words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words,
                delivery(answer.delivery()));
    }

    private static String delivery(Delivery delivery) {
        if (delivery instanceof Delivery.Silent) {
            return "silent";
        }
        if (delivery instanceof Delivery.Dropped) {
            return "dropped";
        }
        if (delivery instanceof Delivery.Cut) {
            return "cut";
        }
        return delivery instanceof Delivery.Trickled ? "trickled" : "whole";
    }

    private static String title(byte[] page) {
        Matcher title = TITLE.matcher(new String(page, StandardCharsets.UTF_8));
        return title.find() ? title.group(1) : "";
    }

    /** Message and Details come before anything long. */
    private static String json(byte[] body) {
        String message = null;
        StringJoiner details = null;
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return first == JsonToken.VALUE_NULL ? "null" : "";
            }
            while ((message == null || details == null) && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("Message") && value == JsonToken.VALUE_STRING) {
                    message = parser.getText();
                } else if (name.equals("Details") && value == JsonToken.START_ARRAY) {
                    details = texts(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return "(no JSON)";
        }
        return message == null ? "" : details == null || details.length() == 0 ? message : message + ": " + details;
    }

    private static StringJoiner texts(JsonParser parser) throws IOException {
        StringJoiner texts = new StringJoiner(" / ");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }
}
