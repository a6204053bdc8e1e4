package dev.esign.sandbox.pages;

import java.util.List;

/** Texts of the service for programs, made fit for people. */
final class Texts {

    private Texts() {
    }

    static String forPeople(String text) {
        return text.replaceFirst("^Error: ", "");
    }

    /** A message for each text; nothing if there is none. */
    static Markup problems(List<String> texts) {
        if (texts.isEmpty()) {
            return Markup.NOTHING;
        }
        return Markup.of("""
                <div class="message bad" role="alert" id="problems" tabindex="-1"><ul>{}</ul></div>
                """, texts.stream().map(text -> Markup.of("<li>{}</li>", forPeople(text))).toList());
    }
}
