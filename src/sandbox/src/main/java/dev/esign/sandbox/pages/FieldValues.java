package dev.esign.sandbox.pages;

import java.util.List;

import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.SessionSnapshot;

/** What stands in a document's fields, whoever filled them in. */
final class FieldValues {

    private FieldValues() {
    }

    static List<Field> of(SessionSnapshot session, Document document) {
        return document.fields().stream().map(field -> session.contents().signers().stream()
                .map(signer -> signer.progress().values().getOrDefault(field.id(), "")).filter(value -> !value.isEmpty())
                .findFirst().map(field::withValue).orElse(field)).toList();
    }
}
