package dev.esign.service.lifecycle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;
import dev.esign.service.session.SessionDetails;

/**
 * Conditional requests (RFC 9110): eSign has no versions of sessions, so what a session looks like stands for them. Between
 * the look that {@code If-Match} asks for and the change, somebody else may still change the session.
 */
@Singleton
class SessionVersions {

    private final SigningSessions sessions;
    private final ObjectMapper mapper;

    SessionVersions(SigningSessions sessions, ObjectMapper mapper) {
        this.sessions = sessions;
        this.mapper = mapper;
    }

    /** Lets nothing but reading through for a session that isn't what the caller takes it for. */
    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        String expected = request.getHeaderString(HttpHeaders.IF_MATCH);
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        if (expected == null || id == null || isReading(request)
                || !request.getUriInfo().getPath().startsWith("/sessions/")) {
            return;
        }
        String version = version(SessionDetails.of(sessions.get(SessionId.of(id))));
        if (tags(expected).noneMatch(tag -> tag.equals("*") || tag.equals(version))) {
            throw new ProblemException(ProblemKind.SESSION_CHANGED);
        }
    }

    /** Names the version of a session that is read, and spares the caller one that it has already. */
    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof SessionDetails session) || !isReading(request)) {
            return;
        }
        String version = version(session);
        response.getHeaders().putSingle(HttpHeaders.ETAG, version);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && tags(known).anyMatch(tag -> tag.equals("*") || tag.replaceFirst("^W/", "").equals(version))) {
            response.setStatus(Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }

    private static boolean isReading(ContainerRequestContext request) {
        return List.of("GET", "HEAD").contains(request.getMethod());
    }

    /** A tag with a comma in it is none of ours, whatever becomes of it. */
    private static Stream<String> tags(String header) {
        return Stream.of(header.split(",")).map(String::strip);
    }

    private String version(SessionDetails session) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(session));
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
