package dev.esign.sandbox.pages;

import java.util.ArrayList;
import java.util.List;

import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.FieldKind;
import dev.esign.sandbox.session.Signer;

/** The part of the signing form that asks for one field. */
final class FieldInput {

    /** Begins the names of inputs that hold fields; the field's id follows. */
    static final String NAME = "field:";

    private final Field field;
    private final int number;
    private final Signer signer;
    private final String document;

    FieldInput(Field field, int number, Signer signer, String document) {
        this.field = field;
        this.number = number;
        this.signer = signer;
        this.document = document;
    }

    Markup markup() {
        Markup required = new Markup(" <span class=\"must\">required</span>").when(field.required());
        Markup label = Markup.of("<span class=\"number\">{}</span> {}{}", number, capitalized(field.kind().label()), required);
        Markup where = Markup.of("<p class=\"where\" id=\"w{}\">{}{}</p>", number, document,
                Markup.of(", page {}", field.page()).when(field.page() > 0)).when(!document.isEmpty());
        Markup content = field.automatic() ? automatic(label, where)
                : switch (field.kind()) {
                    case SIGNATURE, INITIALS -> signature(label, where);
                    case CHECKBOX -> checkbox(label, where);
                    case RADIO -> choices(label, where);
                    case DROPDOWN -> list(label, where);
                    case DATE -> input(label, where, "date");
                    case TIME -> input(label, where, "time");
                    case DATE_TIME -> input(label, where, "datetime-local");
                    case TEXT -> input(label, where, "text");
                };
        return Markup.of("<div class=\"field\" data-field=\"{}\"{}>\n{}</div>\n", number,
                new Markup(" data-required").when(field.required() && !field.automatic()), content);
    }

    private Markup automatic(Markup label, Markup where) {
        return Markup.of(
                "<p class=\"label\" id=\"f{}\" tabindex=\"-1\">{}</p>{}<p class=\"hint\">Filled in by itself when you sign.</p>\n",
                number,
                label, where);
    }

    private Markup signature(Markup label, Markup where) {
        String own = field.kind() == FieldKind.INITIALS ? signer.initials() : signer.name();
        if (signer.hasFixedName()) {
            return Markup.of("""
                    <label class="choice" for="f{}"><input type="checkbox" id="f{}" name="{}" value="{}"{}{}>
                    <span>{}: <span class="typed">{}</span></span></label>{}
                    """, number, number, name(), own, required(), checked(field.value().equals(own)), label, own, where);
        }
        boolean isDrawn = Drawing.of(field.value()).isPresent();
        Markup drawn = Markup.of("<input type=\"hidden\" name=\"{}\" value=\"{}\" data-drawn>", name(), field.value())
                .when(isDrawn);
        Markup typed = Markup.of("""
                <input class="typed" id="f{}" name="{}" value="{}" maxlength="200" autocomplete="off"\
                 aria-describedby="h{}"{}{}>
                """, number, name(), isDrawn ? "" : field.value(), number, required(), new Markup(" disabled").when(isDrawn));
        return Markup.of(
                """
                        <label for="f{}">{}</label>{}
                        {}{}<p class="hint" id="h{}">Type it, as\
                         <button type="button" class="small" data-insert="{}" hidden>{}</button><span data-plain>{}</span>
                        <button type="button" class="small" data-draw aria-expanded="false" hidden>Draw it</button></p>
                        <div class="drawing" hidden>
                        <canvas class="pad" width="{}" height="{}" role="img" aria-label="Draw here with a mouse, pen or finger"></canvas>
                        <p class="buttons"><button type="button" class="small" data-clear>Start again</button></p></div>
                        """,
                number, label, where, typed, drawn, number, own, own, own, Drawing.WIDTH, Drawing.HEIGHT);
    }

    private Markup checkbox(Markup label, Markup where) {
        return Markup.of("""
                <label class="choice" for="f{}"><input type="checkbox" id="f{}" name="{}" value="true"{}{}>
                <span>{}</span></label>{}
                """, number, number, name(), required(), checked(field.value().equals("true")), label, where);
    }

    private Markup choices(Markup label, Markup where) {
        List<Markup> choices = new ArrayList<>();
        for (int i = 0; i < field.options().size(); i++) {
            String option = field.options().get(i);
            String id = i == 0 ? "f" + number : "f" + number + "-" + i;
            choices.add(Markup.of("""
                    <label class="choice" for="{}"><input type="radio" id="{}" name="{}" value="{}"{}{}> Option {}</label>
                    """, id, id, name(), option, required(), checked(field.value().equals(option)), option));
        }
        return Markup.of("<fieldset><legend>{}</legend>{}\n{}</fieldset>\n", label, where, choices);
    }

    private Markup list(Markup label, Markup where) {
        return Markup.of("""
                <label for="f{}">{}</label>{}
                <select id="f{}" name="{}"{}><option value="">Choose…</option>{}</select>
                """, number, label, where, number, name(), required(), field.options().stream()
                .map(option -> Markup.of("<option{}>{}</option>", new Markup(" selected").when(option.equals(field.value())),
                        option))
                .toList());
    }

    private Markup input(Markup label, Markup where, String type) {
        return Markup.of("""
                <label for="f{}">{}</label>{}
                <input type="{}" id="f{}" name="{}" value="{}" maxlength="4000" autocomplete="off"{}>
                """, number, label, where, type, number, name(), field.value(), required());
    }

    private String name() {
        return NAME + field.id();
    }

    private Markup required() {
        return new Markup(" required").when(field.required());
    }

    private static Markup checked(boolean checked) {
        return new Markup(" checked").when(checked);
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
