package dev.esign.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * Writes small request bodies in the form that they have, or else that is set. The application's own JSON settings have no
 * influence. Thread-safe.
 */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class WireBodyWriter implements MessageBodyWriter<WireBody> {

    private final ObjectWriter writer;

    @Inject
    WireBodyWriter(WireForm form) {
        this.writer = new ObjectMapper().writer().withAttribute(WireForm.class, form);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return WireBody.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(WireBody body, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> httpHeaders, OutputStream entityStream) throws IOException {
        ObjectWriter own = body.form() == null ? writer : writer.withAttribute(WireForm.class, body.form());
        entityStream.write(own.writeValueAsBytes(body));
    }
}
