package dev.esign.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.EsignServices;
import dev.esign.runtime.AccountKeys;
import dev.esign.runtime.EsignRecorder;
import dev.esign.runtime.InjectedAccounts;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;

/** Makes the beans of named accounts, and has the settings of all accounts checked at the start. */
class AccountsProcessor {

    private static final DotName ACCOUNT = DotName.createSimple(EsignAccount.class);
    private static final Set<String> OWN_PACKAGES = Set.of("dev.esign", "dev.esign.rest", "dev.esign.runtime",
            "dev.esign.runtime.observe", "dev.esign.runtime.webhook");
    private static final Set<DotName> SERVICES = EsignRecorder.SERVICES.keySet().stream().map(DotName::createSimple)
            .collect(Collectors.toUnmodifiableSet());

    @BuildStep
    void find(BeanDiscoveryFinishedBuildItem beans, BuildProducer<AccountBuildItem> accounts,
            BuildProducer<DefaultAccountBuildItem> defaultAccount) {
        Map<String, List<String>> points = new TreeMap<>();
        boolean defaultInjected = false;
        for (InjectionPointInfo point : beans.getInjectionPoints()) {
            Optional<String> account = account(point);
            account.ifPresent(name -> points.computeIfAbsent(name, key -> new ArrayList<>()).add(point.getTargetInfo()));
            defaultInjected |= account.isEmpty() && isService(point) && !isOurs(point);
        }
        points.forEach((name, targets) -> accounts.produce(new AccountBuildItem(name, targets.stream().sorted().toList())));
        defaultAccount.produce(new DefaultAccountBuildItem(defaultInjected));
    }

    private static Optional<String> account(InjectionPointInfo point) {
        return point.getRequiredQualifiers().stream().filter(qualifier -> qualifier.name().equals(ACCOUNT))
                .map(AnnotationInstance::value).map(value -> value.asString()).findFirst();
    }

    private static boolean isService(InjectionPointInfo point) {
        return SERVICES.contains(point.getRequiredType().name());
    }

    private static boolean isOurs(InjectionPointInfo point) {
        return point.getTargetBean()
                .map(bean -> OWN_PACKAGES.contains(bean.getBeanClass().packagePrefix())).orElse(false);
    }

    @BuildStep
    void validate(List<AccountBuildItem> accounts, ValidationPhaseBuildItem validation,
            BuildProducer<ValidationErrorBuildItem> errors) {
        accounts.stream().filter(account -> AccountKeys.isReserved(account.name()))
                .map(account -> new DefinitionException("@EsignAccount(\"" + account.name() + "\") on "
                        + String.join(", ", account.injectionPoints()) + ": no account can have this name, which is blank, has"
                        + " a quotation mark or is the name of a setting; leave the annotation out for the default account"))
                .map(ValidationErrorBuildItem::new).forEach(errors::produce);
    }

    /** The run-time configuration knows an account when any of its keys is there; environment variables don't tell names. */
    @BuildStep
    void nameToConfiguration(List<AccountBuildItem> accounts, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        accounts.stream().map(AccountBuildItem::name).filter(Predicate.not(AccountKeys::isReserved))
                .map(name -> new AccountKeys(name).property("token.source"))
                .forEach(key -> defaults.produce(new RunTimeConfigurationDefaultBuildItem(key, "api-key")));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void makeBeans(EsignRecorder recorder, List<AccountBuildItem> accounts, BuildProducer<SyntheticBeanBuildItem> beans) {
        List<Class<?>> services = EsignRecorder.SERVICES.keySet().stream().sorted(Comparator.comparing(Class::getName))
                .toList();
        for (AccountBuildItem account : accounts) {
            for (Class<?> service : services) {
                beans.produce(SyntheticBeanBuildItem.configure(service).scope(ApplicationScoped.class)
                        .addQualifier().annotation(ACCOUNT).addValue("value", account.name()).done()
                        .addInjectionPoint(ClassType.create(EsignAccounts.class))
                        .defaultBean().setRuntimeInit()
                        .createWith(recorder.service(account.name(), service)).done());
            }
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem injectedAccounts(EsignRecorder recorder, List<AccountBuildItem> accounts,
            DefaultAccountBuildItem defaultAccount) {
        Map<String, List<String>> points = new TreeMap<>();
        accounts.forEach(account -> points.put(account.name(), account.injectionPoints()));
        return SyntheticBeanBuildItem.configure(InjectedAccounts.class).scope(Singleton.class)
                .runtimeValue(recorder.injected(points, defaultAccount.isInjected())).done();
    }

    /** The check looks itself up by its type. */
    @BuildStep
    UnremovableBeanBuildItem startupCheck() {
        return UnremovableBeanBuildItem.beanClassNames("dev.esign.runtime.StartupCheck");
    }

    /** {@link EsignServices#client} looks up by their types those of the default account. */
    @BuildStep
    UnremovableBeanBuildItem clients(CombinedIndexBuildItem index) {
        return UnremovableBeanBuildItem.beanTypes(index.getIndex().getAnnotations(RegisterRestClient.class).stream()
                .filter(client -> client.value("configKey") != null && client.value("configKey").asString().equals("esign"))
                .map(client -> client.target().asClass().name())
                .filter(name -> !OWN_PACKAGES.contains(name.packagePrefix())).collect(Collectors.toSet()));
    }

    @BuildStep(onlyIf = IsProduction.class)
    @Produce(SettingsCheckedBuildItem.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void checkSettings(EsignRecorder recorder, BeanContainerBuildItem beans) {
        recorder.checkSettings(beans.getValue());
    }
}
