package dev.esign.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.esign.EsignAccounts;
import dev.esign.EsignServices;
import dev.esign.EsignUsers;
import dev.esign.EsignWebhook;
import dev.esign.ReactiveEsignUsers;
import dev.esign.ReactiveSessionSigners;
import dev.esign.ReactiveSignedDocuments;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SessionSigners;
import dev.esign.SignedDocuments;
import dev.esign.SigningSessions;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.arc.runtime.BeanContainer;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** What the extension does when an application starts. */
@Recorder
public class EsignRecorder {

    /** The beans that an account has, by their types. */
    public static final Map<Class<?>, Function<EsignServices, ?>> SERVICES = Map.of(
            SigningSessions.class, EsignServices::sessions,
            ReactiveSigningSessions.class, EsignServices::reactiveSessions,
            SessionSigners.class, EsignServices::signers,
            ReactiveSessionSigners.class, EsignServices::reactiveSigners,
            EsignUsers.class, EsignServices::users,
            ReactiveEsignUsers.class, EsignServices::reactiveUsers,
            SignedDocuments.class, EsignServices::documents,
            ReactiveSignedDocuments.class, EsignServices::reactiveDocuments,
            EsignWebhook.class, EsignServices::webhook);

    private final RuntimeValue<EsignAccountsConfig> config;

    /**
     * Takes the settings.
     *
     * @param config the run-time settings
     */
    public EsignRecorder(RuntimeValue<EsignAccountsConfig> config) {
        this.config = config;
    }

    /**
     * Keeps what the build has found.
     *
     * @param points the named accounts that are injected, each with its injection points
     * @param defaultAccount whether the default account is injected
     * @return both
     */
    public RuntimeValue<InjectedAccounts> injected(Map<String, List<String>> points, boolean defaultAccount) {
        return new RuntimeValue<>(new InjectedAccounts(points, defaultAccount));
    }

    /**
     * Fails the start while settings are missing or wrong, unless the application doesn't want that.
     *
     * @param beans the application's beans
     */
    public void checkSettings(BeanContainer beans) {
        if (config.getValue().startupCheck()) {
            beans.beanInstance(StartupCheck.class).check();
        }
    }

    /**
     * Makes a bean of a named account.
     *
     * @param account the account
     * @param type the bean's type, one of {@link #SERVICES}
     * @return makes the bean
     */
    public Function<SyntheticCreationalContext<Object>, Object> service(String account, Class<?> type) {
        return context -> SERVICES.get(type).apply(context.getInjectedReference(EsignAccounts.class).get(account));
    }
}
