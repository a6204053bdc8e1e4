package dev.esign.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.Operation;
import dev.esign.model.SessionId;
import dev.esign.rest.ConfiguredCall;
import dev.esign.runtime.EsignConfig.OperationConfig;
import dev.esign.runtime.EsignConfig.OperationsConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Verbs and addresses of the calls for which eSign's documentation publishes none. */
final class ConfiguredOperations {

    private static final String SESSION_ID = "{sessionId}";
    private static final String USER_NAME = "{userName}";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(sessionId|userName)}");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|[/\\\\]{2}.*");
    private static final Pattern PARENT = Pattern.compile("(.*/)?(\\.|%2[Ee]){2}([/?].*)?");

    /** The settings of one call, checked; null where they aren't set. */
    private record Setting(String name, String method, String template) {
    }

    private final SettingNames names;
    private final Map<Operation, Setting> settings = new EnumMap<>(Operation.class);

    /** @throws ConfigurationException when a setting can't be what it should be */
    ConfiguredOperations(OperationsConfig config, SettingNames settings) {
        this.names = settings;
        add(Operation.GET_SESSION_FILES, "session-files", config.sessionFiles());
        add(Operation.GET_ARCHIVED_SESSION_FILES, "archived-session-files", config.archivedSessionFiles());
        add(Operation.GET_SESSION_INVITE_URLS, "invite-urls", config.inviteUrls());
    }

    private void add(Operation operation, String group, OperationConfig config) {
        String name = names.of("operations." + group);
        settings.put(operation, new Setting(name,
                set(config.method()).map(method -> method(name + ".method", method)).orElse(null),
                set(config.uri()).map(uri -> template(name + ".uri", uri)).orElse(null)));
    }

    private static Optional<String> set(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The call for a session.
     *
     * @throws ConfigurationException when its settings are missing
     * @throws IllegalArgumentException when the session id would lead to another address
     */
    ConfiguredCall call(Operation operation, SessionId sessionId, String userName, Duration longestPause) {
        Setting setting = settings.get(operation);
        if (setting.method() == null || setting.template() == null) {
            throw new ConfigurationException(operation + " can't be called: eSign's documentation publishes neither its HTTP"
                    + " verb nor its address. Ask eSign's representative for both and set " + setting.name() + ".method ("
                    + (setting.method() == null ? "missing" : "set") + ") and " + setting.name() + ".uri ("
                    + (setting.template() == null ? "missing" : "set") + "). See docs/signed-documents.md.");
        }
        if (sessionId.value().equals(".") || sessionId.value().equals("..")) {
            throw new IllegalArgumentException("session id: isn't one; give the SigningSessionId that create returned");
        }
        return new ConfiguredCall(setting.method(), expand(setting.template(), sessionId.value(), userName),
                longestPause);
    }

    private static String method(String name, String method) {
        String verb = method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(verb)) {
            throw new ConfigurationException(name + ": must be one of " + String.join(", ", METHODS));
        }
        return verb;
    }

    private String template(String name, String uri) {
        if (ABSOLUTE.matcher(uri).matches()) {
            throw new ConfigurationException(name + ": must be relative to " + names.of("url") + ", without scheme and host");
        }
        String template = uri.startsWith("/") ? uri.substring(1) : uri;
        if (!template.contains(SESSION_ID)) {
            throw new ConfigurationException(name + ": must name the session by " + SESSION_ID);
        }
        String literal = template.replace(SESSION_ID, "").replace(USER_NAME, "");
        if (literal.contains("{") || literal.contains("}")) {
            throw new ConfigurationException(
                    name + ": may have no other placeholders than " + SESSION_ID + " and " + USER_NAME);
        }
        if (literal.contains("#") || PARENT.matcher(template).matches() || !isUri(expand(template, "s", "u"))) {
            throw new ConfigurationException(name + ": must be a path, with a query if need be, percent-encoded");
        }
        return template;
    }

    private static boolean isUri(String address) {
        try {
            return !URI.create("http://localhost/" + address).getRawPath().startsWith("//");
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** At once, so that a value that looks like a placeholder stays a value. */
    private static String expand(String template, String sessionId, String userName) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher
                .quoteReplacement(PercentEncoding.encode(match.group().equals(SESSION_ID) ? sessionId : userName)));
    }
}
