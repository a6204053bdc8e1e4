package dev.esign.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.ProtocolException;
import dev.esign.SignInPage;
import dev.esign.SignInUrl;
import dev.esign.model.SessionId;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.TokensApi;
import dev.esign.spi.TokenSource;
import io.smallrye.mutiny.Uni;

/** Makes sign-in addresses in both documented forms, each with a fresh token. */
@Singleton
public class SignIn {

    private static final String AFTER_CREATE_PAGE = "continue";

    private final RequiredSettings required;
    private final TokensApi api;
    private final TokenSource tokens;
    private final Calls calls;
    private final Optional<String> configuredLandingUrl;
    private final SettingNames settings;

    SignIn(RequiredSettings required, @RestClient TokensApi api, TokenSource tokens, Calls calls, EsignConfig config,
            SettingNames settings) {
        this.required = required;
        this.api = api;
        this.tokens = tokens;
        this.calls = calls;
        this.configuredLandingUrl = config.landingUrl();
        this.settings = settings;
    }

    /** The form of the documented examples: landing URL, token, user, session and page. */
    public Uni<SignInUrl> url(SessionId sessionId) {
        return landingUrl().flatMap(landingUrl -> url(withSeparator(landingUrl),
                "&user=" + PercentEncoding.encode(required.username()) + "&ssid=" + PercentEncoding.encode(sessionId.value())
                        + "&page=" + AFTER_CREATE_PAGE));
    }

    /** The form of eSign 2.0: {@code Account/LogMeIn}. */
    public Uni<SignInUrl> url(SignInPage page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        page.sessionId().ifPresent(id -> parameters.put("ssid", id.value()));
        parameters.put("username", required.username());
        parameters.putAll(page.parameters());
        return url(page.base().toString().replaceAll("/+$", "") + "/Account/LogMeIn?", parameters.entrySet().stream()
                .map(parameter -> "&" + parameter.getKey() + "=" + PercentEncoding.encode(parameter.getValue()))
                .collect(Collectors.joining()));
    }

    private Uni<SignInUrl> url(String beforeParameters, String afterToken) {
        return Uni.createFrom().deferred(tokens::token)
                .map(token -> new SignInUrl(beforeParameters + "token=", PercentEncoding.encode(token), afterToken));
    }

    private Uni<String> landingUrl() {
        if (configuredLandingUrl.isPresent()) {
            return Uni.createFrom().item(configuredLandingUrl.get());
        }
        FailedCall call = calls.named(FailedCall.of(Operation.GET_LANDING_URL));
        return calls.perform(call, () -> tokens.token().flatMap(calls.carried(api::getLandingUrl)))
                .map(RequestResponse::returnValue)
                .invoke(url -> {
                    if (url == null || url.isBlank()) {
                        throw new ProtocolException(call, "eSign answered without a landing URL; set "
                                + settings.of("landing-url"), null);
                    }
                });
    }

    /** The documented examples just append, so a landing URL is expected to end with a separator; add it where it doesn't. */
    private static String withSeparator(String landingUrl) {
        if (landingUrl.endsWith("?") || landingUrl.endsWith("&")) {
            return landingUrl;
        }
        return landingUrl + (landingUrl.contains("?") ? "&" : "?");
    }
}
