package dev.esign.sandbox;

/** One verb on one path, and the call that answers it. */
record Route(String verb, PathTemplate path, Call call) {

    static Route of(String verb, String template, Call call) {
        return new Route(verb, PathTemplate.of(template), call);
    }
}
