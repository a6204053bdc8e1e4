package dev.esign.service.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.esign.model.InvalidSessionException;

/** Collects everything that is wrong with a request, so that the caller can put it right in one go. Not thread-safe. */
public final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    public void add(String field, String problem) {
        found.add(new FieldProblem(field, problem));
    }

    /** Builds what the domain model checks as a whole; fails with its problems and those that were found before. */
    public <T> T build(Supplier<T> building) {
        T built = null;
        try {
            built = building.get();
        } catch (InvalidSessionException invalid) {
            invalid.problems().forEach(problem -> add(field(problem.path()), problem.problem()));
        }
        throwIfAny();
        return built;
    }

    /**
     * The return URL of a request that has nothing else to be checked.
     *
     * @param text the address; null when there is none in the request
     * @return the address; null for null
     * @throws InvalidRequestException when it is no http or https address
     */
    public static URI returnUrl(String text) {
        Problems problems = new Problems();
        URI address = problems.webAddress("returnUrl", text);
        problems.throwIfAny();
        return address;
    }

    /** The web address that a member of a request gives; null, with a problem noted unless it is missing, if there is none. */
    public URI webAddress(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException notAUri) {
            // Reported below, like any other text that isn't an address.
        }
        add(field, "is not an http or https address; give one like https://www.example.com/");
        return null;
    }

    /** Refuses a request that has no JSON object for a body. */
    public static void requireBody(Object body) {
        if (body == null) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(null, "the request has no body; send a JSON object")));
        }
    }

    /**
     * Makes a call of eSign. What can't be sent because of a setting that the service lacks shows only then.
     *
     * @param field the member that such a setting stands in for; null for the request as a whole
     * @param call the call
     * @return what it returns
     */
    public static <T> T sendable(String field, Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException unsendable) {
            throw new InvalidRequestException(List.of(new FieldProblem(field, unsendable.getMessage())));
        }
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }

    /** Where the request has what the model has at this path. */
    private static String field(String path) {
        return path.startsWith("copyTo[") ? path.replaceFirst("copyTo", "copyTo.emails") : path;
    }
}
