package dev.esign.sandbox.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;

/** One request, as the calls look at it. Used by one thread. */
public final class Request {

    private final HttpExchange exchange;
    private final RequestBody body;
    private Route route;
    private Map<String, String> variables = Map.of();
    private final List<String> faults = new ArrayList<>();
    private Map<String, String> query;

    public Request(HttpExchange exchange, BodyRule rule) {
        this.exchange = exchange;
        this.body = new RequestBody(exchange.getRequestBody(), exchange.getRequestHeaders(), rule);
    }

    public String verb() {
        return exchange.getRequestMethod();
    }

    /** The path as sent: decoding it as a whole would take an encoded slash for a separator. */
    public String rawPath() {
        URI uri = exchange.getRequestURI();
        // "//rest/v1/..." reads as a host by the rules for URIs; a base URL with a trailing slash makes such requests.
        boolean slashesAtStart = uri.getScheme() == null && uri.getRawAuthority() != null;
        return slashesAtStart ? "//" + uri.getRawAuthority() + uri.getRawPath() : uri.getRawPath();
    }

    /** Whether IIS would ask for a length: it wants one on every POST and PUT, even without a body. */
    public boolean lacksLength() {
        return (verb().equals("POST") || verb().equals("PUT")) && !body.isAnnounced();
    }

    /** This request, with its path's variables read by a route that matches. */
    public Request on(Route route) throws MalformedRequestException {
        this.route = route;
        this.variables = route.path().variables(rawPath());
        return this;
    }

    /** The route that matches; nothing if none does. */
    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    /** Remembers a fault that this request ran into. */
    public void meet(String fault) {
        faults.add(fault);
    }

    /** The faults that this request ran into, in that order. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** A variable of the path, perhaps empty; empty if the path has none of that name. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** This request, with a further variable from elsewhere. */
    public Request with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        variables = more;
        return this;
    }

    /** The IP address of the client. */
    public String remoteAddress() {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    /** The raw value of the {@code Authorization} header, or an empty text. */
    public String authorization() {
        return header("Authorization");
    }

    /** The raw value of a header, or an empty text. */
    public String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** All headers, as they were sent. */
    public Map<String, List<String>> headers() {
        return exchange.getRequestHeaders();
    }

    /** The query as sent, without its question mark; an empty text when absent. */
    public String rawQuery() {
        String raw = exchange.getRequestURI().getRawQuery();
        return raw == null ? "" : raw;
    }

    /** A value of the query, whatever the case of its name; an empty text when absent. */
    public String query(String name) throws MalformedRequestException {
        if (query == null) {
            query = parseQuery(rawQuery());
        }
        return query.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public RequestBody body() {
        return body;
    }

    private static Map<String, String> parseQuery(String raw) throws MalformedRequestException {
        Map<String, String> values = new HashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.putIfAbsent(PercentEncoding.decode(name, true).toLowerCase(Locale.ROOT),
                    PercentEncoding.decode(value, true));
        }
        return values;
    }
}
