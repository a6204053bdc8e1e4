package dev.esign.sandbox.http;

/** One verb on one path, and the call that answers it. */
public record Route(String verb, PathTemplate path, Call call) {

    public static Route of(String verb, String template, Call call) {
        return new Route(verb, PathTemplate.of(template), call);
    }
}
