package dev.esign.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer that is too large to be built before it is sent. */
@FunctionalInterface
public interface StreamedBody {

    void writeTo(OutputStream out) throws IOException;
}
