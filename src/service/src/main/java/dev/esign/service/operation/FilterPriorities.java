package dev.esign.service.operation;

/** In which order requests pass; whatever knows the caller comes after all of these. */
final class FilterPriorities {

    static final int ACCESS_LOG = 1_003;
    static final int HEADERS = 1_002;
    static final int SHUTDOWN = 1_001;

    private FilterPriorities() {
    }
}
