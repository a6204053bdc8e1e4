package dev.esign.service.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import dev.esign.service.problem.Problem;
import dev.esign.service.problem.ProblemKind;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;

/** Adds to the OpenAPI document what is alike for many operations: problems by status, conditional requests, the token. */
@OpenApiFilter(stages = RunStage.BUILD)
public class ServiceDescription implements OASFilter {

    private static final String TOKEN = "token";
    private static final String IF_MATCH = "IfMatch";
    private static final String IF_NONE_MATCH = "IfNoneMatch";
    private static final String SESSION = "/sessions/{id}";

    @Override
    public Schema filterSchema(Schema schema) {
        // What stands beside a reference is found behind it already; generators stumble over both.
        if (schema.getRef() != null) {
            schema.setType(null);
            schema.setProperties(null);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<Integer, List<ProblemKind>> kinds = Stream.of(ProblemKind.values())
                .collect(Collectors.groupingBy(ProblemKind::status));
        Components components = document.getComponents();
        addShared(components);
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            // To the end: clients ask for what the first answer has.
            operation.getResponses().removeAPIResponse("default");
            describeVersions(path, method, operation);
            for (int status : statuses(path, method, operation)) {
                String name = "Problem" + status;
                components.addResponse(name, problem(status, kinds.get(status)));
                if (!operation.getResponses().hasAPIResponse(String.valueOf(status))) {
                    operation.getResponses().addAPIResponse(String.valueOf(status), reference(name));
                }
            }
            operation.getResponses().addAPIResponse("default", reference("Problem"));
        }));
    }

    private static void addShared(Components components) {
        components.addSecurityScheme(TOKEN, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer")
                .bearerFormat("JWT").description("A token of the issuer that the service trusts, with a role for the "
                        + "operation. Not needed where a proxy authenticates callers, or the service is open to all."));
        components.addResponse("Problem", problem("Any other problem."));
        components.addParameter(IF_MATCH,
                header(HttpHeaders.IF_MATCH, "The ETag of the session as it was read: nothing is done "
                        + "when it looks different now. eSign has no versions, so somebody else may still change the session in "
                        + "between."));
        components.addParameter(IF_NONE_MATCH, header(HttpHeaders.IF_NONE_MATCH, "The ETag of the session as you have it: the "
                + "answer is 304 without a body when it still looks like that."));
    }

    private static APIResponse problem(int status, List<ProblemKind> kinds) {
        APIResponse response = problem(kinds.stream()
                .map(kind -> "* `" + kind.type() + "`: " + kind.title()).collect(Collectors.joining("\n")));
        if (status == 401) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, text("What is wrong with the token (RFC 6750)."));
        }
        if (kinds.stream().anyMatch(kind -> kind.retryAfterSeconds() != null)) {
            response.addHeader(HttpHeaders.RETRY_AFTER, text("After how many seconds to try again."));
        }
        return response;
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Header text(String description) {
        return OASFactory.createHeader().description(description).schema(ofText());
    }

    private static Schema ofText() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).description(description).schema(ofText());
    }

    private static void describeVersions(String path, HttpMethod method, Operation operation) {
        if (path.startsWith(SESSION) && method != HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + IF_MATCH));
        } else if (path.equals(SESSION)) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + IF_NONE_MATCH));
            operation.getResponses().getAPIResponse("200").addHeader(HttpHeaders.ETAG,
                    text("Stands for what the session looks like now."));
            operation.getResponses().addAPIResponse("304",
                    OASFactory.createAPIResponse().description("The session still looks like that."));
        }
    }

    private static Collection<Integer> statuses(String path, HttpMethod method, Operation operation) {
        Collection<Integer> statuses = new TreeSet<>(List.of(401, 403, 429, 500, 503));
        boolean callsESign = path.startsWith("/sessions") || path.startsWith("/sign-in-urls");
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(400, 413, 415, 422));
        } else if (operation.getParameters() != null && operation.getParameters().stream()
                .anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            statuses.add(422);
        }
        if (path.startsWith(SESSION) && method != HttpMethod.GET) {
            statuses.addAll(List.of(409, 412, 422));
        }
        if (callsESign) {
            statuses.addAll(List.of(502, 504));
        }
        return statuses;
    }

    private static APIResponse reference(String response) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + response);
    }
}
