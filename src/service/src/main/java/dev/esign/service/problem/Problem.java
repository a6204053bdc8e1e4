package dev.esign.service.problem;

import java.net.URI;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import io.quarkus.runtime.annotations.RegisterForReflection;

@Schema(description = "Why a request failed (RFC 9457).")
@JsonInclude(Include.NON_EMPTY)
@RegisterForReflection // it is put into responses by mappers, where Quarkus doesn't see its type
public record Problem(
        @Schema(required = true, description = "The kind of problem: urn:esign:problem: and its name.", examples = "urn:esign:problem:invalid-request") URI type,
        @Schema(required = true, description = "The kind of problem for people.") String title,
        @Schema(required = true, description = "The HTTP status.") int status,
        @Schema(required = true, description = "What to do about it. The same for each problem of the kind.") String detail,
        @Schema(description = "This very problem, by which the service's log tells of it.") URI instance,
        @Schema(description = "The operation of eSign's API that failed.", examples = "StartSession") String operation,
        @Schema(description = "The session it was about.") String sessionId,
        @Schema(description = "The transaction id of the session it was about.") String transactionId,
        @Schema(description = "What eSign wrote, unchanged; may name signers.") List<String> texts,
        @Schema(description = "All that is wrong with the request.") List<FieldProblem> problems) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemKind kind) {
        return of(kind, List.of());
    }

    public static Problem of(ProblemKind kind, List<FieldProblem> problems) {
        return new Problem(kind.type(), kind.title(), kind.status(), kind.detail(), null, null, null, null, List.of(),
                problems);
    }

    @Override
    public String toString() {
        return "Problem[type=" + type + "]";
    }
}
