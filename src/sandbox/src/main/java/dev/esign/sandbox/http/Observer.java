package dev.esign.sandbox.http;

/** Watches requests from their arrival until their answers are on their way. */
@FunctionalInterface
public interface Observer {

    /** Looks away. */
    Observer NONE = request -> answer -> {
    };

    /**
     * Notices a request whose body was not read yet.
     *
     * @return what takes its answer, right before that is sent
     */
    Sighting arrived(Request request);

    /** A request that was noticed. */
    @FunctionalInterface
    interface Sighting {

        void answered(Answer answer);
    }
}
