package dev.esign.service.session;

import java.util.List;

import dev.esign.model.InvalidSessionException;
import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.InvalidRequestException;
import io.smallrye.mutiny.Uni;

/** What can't be sent because of a setting, or of what the documents hold, shows only at the call. */
final class Unsendable {

    private Unsendable() {
    }

    /** The call, with such failures as problems of the request. */
    static <T> Uni<T> told(String field, Uni<T> call) {
        return call.onFailure(IllegalArgumentException.class).transform(failure -> new InvalidRequestException(
                failure instanceof InvalidSessionException invalid
                        ? invalid.problems().stream().map(found -> new FieldProblem(found.path(), found.problem())).toList()
                        : List.of(new FieldProblem(field, failure.getMessage()))));
    }
}
