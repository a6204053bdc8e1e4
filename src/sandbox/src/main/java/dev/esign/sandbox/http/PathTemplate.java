package dev.esign.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as the documentation prints it, such as <code>rest/v1/sessions/{id}/start</code>. Doubled slashes count as one
 * (the documentation prints some), and a variable may be empty.
 */
public final class PathTemplate {

    private final String template;
    private final Pattern pattern;
    private final List<String> variables = new ArrayList<>();

    private PathTemplate(String template) {
        this.template = template;
        StringBuilder regex = new StringBuilder();
        for (String segment : template.split("/")) {
            if (segment.isEmpty()) {
                continue;
            }
            if (segment.startsWith("{")) {
                variables.add(segment.substring(1, segment.length() - 1));
                regex.append("/+([^/]*)");
            } else {
                regex.append("/+").append(Pattern.quote(segment));
            }
        }
        this.pattern = Pattern.compile(regex.append("/*").toString());
    }

    public static PathTemplate of(String template) {
        return new PathTemplate(template);
    }

    public boolean matches(String rawPath) {
        return pattern.matcher(rawPath).matches();
    }

    /**
     * Reads the variables out of a path that matches.
     *
     * @throws MalformedRequestException if one is not percent-encoded UTF-8
     */
    public Map<String, String> variables(String rawPath) throws MalformedRequestException {
        Matcher matcher = pattern.matcher(rawPath);
        Map<String, String> values = new LinkedHashMap<>();
        if (matcher.matches()) {
            for (int i = 0; i < variables.size(); i++) {
                values.put(variables.get(i), PercentEncoding.decode(matcher.group(i + 1), false));
            }
        }
        return values;
    }

    /** A path that matches, with something else in the place of some variables. */
    public String with(String rawPath, Predicate<String> replaced, UnaryOperator<String> replacement) {
        Matcher matcher = pattern.matcher(rawPath);
        if (!matcher.matches()) {
            return rawPath;
        }
        StringBuilder path = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < variables.size(); i++) {
            if (replaced.test(variables.get(i))) {
                path.append(rawPath, copied, matcher.start(i + 1)).append(replacement.apply(matcher.group(i + 1)));
                copied = matcher.end(i + 1);
            }
        }
        return path.append(rawPath, copied, rawPath.length()).toString();
    }

    /** The template as the documentation prints it. */
    @Override
    public String toString() {
        return template;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathTemplate that && template.equals(that.template);
    }

    @Override
    public int hashCode() {
        return template.hashCode();
    }
}
