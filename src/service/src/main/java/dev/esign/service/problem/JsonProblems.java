package dev.esign.service.problem;

import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with JSON without quoting it, as Jackson's own messages do. */
final class JsonProblems {

    private static final Map<Class<?>, String> FORMS = Map.of(
            String.class, "a text",
            Boolean.class, "true or false",
            Integer.class, "a whole number",
            byte[].class, "a text in base64");

    private JsonProblems() {
    }

    static FieldProblem explain(JsonProcessingException malformed) {
        if (malformed instanceof UnrecognizedPropertyException unknown) {
            return new FieldProblem(field(unknown), "is not a member that is known here" + known(unknown));
        }
        if (malformed instanceof MismatchedInputException mismatch
                && !(mismatch.getCause() instanceof JsonProcessingException)) {
            String field = field(mismatch);
            return new FieldProblem(field, (field == null ? "the body is not " : "is not ") + form(mismatch.getTargetType()));
        }
        return new FieldProblem(null, "the body is not well-formed JSON" + place(malformed.getLocation()));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> members = unknown.getKnownPropertyIds();
        return members == null ? ""
                : "; known are " + String.join(", ", members.stream().map(Object::toString).sorted().toList());
    }

    private static String form(Class<?> wanted) {
        if (wanted == null) {
            return "what is wanted here";
        }
        return FORMS.getOrDefault(wanted, Collection.class.isAssignableFrom(wanted) ? "a list" : "an object");
    }

    private static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? ""
                : ", see line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The member in the form {@code signers[1].email}; null for the body as a whole. */
    private static String field(JsonMappingException problem) {
        StringBuilder field = new StringBuilder();
        for (Reference step : problem.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.isEmpty() ? null : field.toString();
    }
}
