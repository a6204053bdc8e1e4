package dev.esign.service.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import io.quarkus.runtime.annotations.RegisterForReflection;

@Schema(description = "One thing that is wrong with a request.")
@JsonInclude(Include.NON_NULL)
@RegisterForReflection // it is part of a Problem
public record FieldProblem(
        @Schema(description = "The member, such as signers[1].email; missing when it is about the request as a whole.") String field,
        @Schema(required = true, description = "What is wrong, and how to put it right.") String problem) {
}
