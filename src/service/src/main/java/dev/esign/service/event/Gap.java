package dev.esign.service.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

@Schema(name = "Gap", description = "The data of an event called gap, the first of a stream: what came after lastEventId isn't "
        + "held any more. Read the sessions anew; the stream goes on with what happens from now on.")
@RegisterForReflection // it is written into streams, where Quarkus doesn't see its type
record Gap(@Schema(required = true, description = "The id that the client asked to go on from.") String lastEventId) {

    static final String NAME = "gap";
}
