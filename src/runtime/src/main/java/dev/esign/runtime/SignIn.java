package dev.esign.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.esign.SignInPage;
import dev.esign.SignInUrl;
import dev.esign.spi.TokenSource;
import io.smallrye.mutiny.Uni;

/** Makes sign-in addresses of eSign 2.0. */
@Singleton
public class SignIn {

    private final RequiredSettings required;
    private final TokenSource tokens;

    SignIn(RequiredSettings required, TokenSource tokens) {
        this.required = required;
        this.tokens = tokens;
    }

    /** {@code Account/LogMeIn} with a fresh token. */
    public Uni<SignInUrl> url(SignInPage page) {
        String beforeToken = page.base().toString().replaceAll("/+$", "") + "/Account/LogMeIn?token=";
        Map<String, String> parameters = new LinkedHashMap<>();
        page.sessionId().ifPresent(id -> parameters.put("ssid", id.value()));
        parameters.put("username", required.username());
        parameters.putAll(page.parameters());
        String afterToken = parameters.entrySet().stream()
                .map(parameter -> "&" + parameter.getKey() + "=" + SessionOperations.encode(parameter.getValue()))
                .collect(Collectors.joining());
        return Uni.createFrom().deferred(tokens::token)
                .map(token -> new SignInUrl(beforeToken, SessionOperations.encode(token), afterToken));
    }
}
