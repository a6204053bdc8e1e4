package dev.esign.runtime.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import dev.esign.EsignAccount;
import dev.esign.EsignException;
import dev.esign.runtime.EsignAccountsConfig;
import dev.esign.runtime.EsignAccountsConfig.HealthConfig;
import dev.esign.runtime.NamedAccounts;
import dev.esign.runtime.UsedAccounts;
import dev.esign.spi.TokenSource;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Ready when each account can have a token: eSign answers, and knows the account. The answer is kept for a while, and says of
 * each account no more than the kind of failure. Made a bean only where SmallRye Health is. Thread-safe.
 */
@Readiness
public class TokenHealthCheck implements AsyncHealthCheck {

    private static final String NAME = "eSign token";

    private final HealthConfig config;
    private final Uni<HealthCheckResponse> check;

    /** Tokens and accounts are asked for when the check is made: without their settings they can't be had. */
    TokenHealthCheck(UsedAccounts used, NamedAccounts accounts, Instance<TokenSource> defaultTokens,
            EsignAccountsConfig config) {
        this.config = config.health();
        List<Uni<Found>> looks = new ArrayList<>();
        if (used.includeDefault()) {
            looks.add(look(EsignAccount.DEFAULT, () -> defaultTokens.get().token()));
        }
        used.named().forEach(account -> looks.add(look(account, () -> accounts.configured(account).token())));
        Uni<HealthCheckResponse> all = Uni.join().all(looks).andFailFast().map(TokenHealthCheck::response);
        check = this.config.cache().isZero() ? all : all.memoize().atLeast(this.config.cache());
    }

    private record Found(String account, String outcome) {

        boolean isUp() {
            return outcome.equals(CallOutcome.SUCCESS.toString());
        }
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return check;
    }

    private Uni<Found> look(String account, Supplier<Uni<String>> token) {
        return Uni.createFrom().deferred(token::get).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem().after(config.maxWait()).fail()
                .map(had -> CallOutcome.SUCCESS.toString()).onFailure().recoverWithItem(TokenHealthCheck::kind)
                .map(outcome -> new Found(account, outcome));
    }

    private static HealthCheckResponse response(List<Found> found) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).status(found.stream().allMatch(Found::isUp));
        found.forEach(account -> response.withData(account.account(), account.outcome()));
        return response.build();
    }

    /** Without the failure's message, which is for those who may read logs. */
    private static String kind(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return CallOutcome.TIMEOUT.toString();
        } else if (failure instanceof ConfigurationException) {
            return "settings";
        }
        return failure instanceof EsignException ? CallOutcome.of(failure).toString() : failure.getClass().getSimpleName();
    }
}
