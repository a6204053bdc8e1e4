package dev.esign.it;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.esign.EsignException;
import dev.esign.model.SessionId;

/** Tells the tests what failed, and how. */
class Failures {

    private static final int FAILED = 502;
    private static final int REFUSED = 422;

    @ServerExceptionMapper
    Response esign(EsignException failure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", failure.getClass().getSimpleName());
        told.put("message", failure.getMessage());
        told.put("account", failure.account());
        told.put("operation", failure.operation().documentedName());
        told.put("session", failure.sessionId().map(SessionId::value).orElse(""));
        told.put("transaction", failure.transactionId().orElse(""));
        told.put("texts", failure.texts());
        return Response.status(FAILED).type(MediaType.APPLICATION_JSON).entity(told).build();
    }

    @ServerExceptionMapper
    Response argument(IllegalArgumentException failure) {
        return Response.status(REFUSED).type(MediaType.APPLICATION_JSON)
                .entity(Map.of("kind", failure.getClass().getSimpleName(), "message", failure.getMessage())).build();
    }
}
