package dev.esign.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.esign.EsignAccount;
import dev.esign.runtime.AccountKeys;
import dev.esign.sandbox.EsignSandbox;
import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;

/**
 * The sandbox as a resource of Quarkus' tests, in the JVM and the class loader of the tests. {@link WithEsignSandbox} is the
 * usual way to it; a subclass with settings of its own goes with {@code @WithTestResource}:
 *
 * <pre>
 * public class StrictSandbox extends EsignSandboxResource {
 *     &#64;Override
 *     protected EsignSandbox.Builder settings() {
 *         return super.settings().apiKeys("sandbox-key").wireMode(WireMode.DATA_CONTRACT);
 *     }
 * }
 * </pre>
 *
 * The application is told {@code quarkus.esign.url}, {@code return-url} and {@code start.delay} and {@code start.retry-delay};
 * and for the default account, as for those that are named, {@code api-key} ({@code sandbox-key}), {@code salt}
 * ({@code sandboxSalt}) and {@code username} ({@code owner@example.com}). {@code environment}, {@code encrypted-api-key} and
 * {@code credentials-provider} are taken away, lest they contradict. These win over all other settings.
 */
public class EsignSandboxResource implements QuarkusTestResourceConfigurableLifecycleManager<WithEsignSandbox> {

    static final long TAG_PROCESSING_MILLIS = 200;

    private Duration tagProcessing = Duration.ofMillis(TAG_PROCESSING_MILLIS);
    private List<String> accounts = List.of();
    private EsignSandbox sandbox;

    /** Takes what the annotation says. */
    @Override
    public void init(WithEsignSandbox annotation) {
        tagProcessing = Duration.ofMillis(annotation.tagProcessingMillis());
        accounts = Stream.of(annotation.accounts().split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /**
     * The settings of the sandbox that is about to start.
     *
     * @return settings that have what the annotation says; a free port, any API key and any user
     */
    protected EsignSandbox.Builder settings() {
        return EsignSandbox.builder().tagProcessing(tagProcessing);
    }

    /** Starts the sandbox and tells the application's settings. */
    @Override
    public Map<String, String> start() {
        sandbox = settings().start();
        String wait = tagProcessing.toMillis() + "MS";
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.esign.return-url", "https://www.example.com/signed");
        properties.put("quarkus.esign.start.delay", wait);
        properties.put("quarkus.esign.start.retry-delay", wait);
        List<String> all = new ArrayList<>(accounts);
        all.add(EsignAccount.DEFAULT);
        all.stream().map(AccountKeys::new).forEach(account -> point(account, properties));
        return properties;
    }

    private void point(AccountKeys account, Map<String, String> properties) {
        properties.put(account.property("url"), sandbox.url().toString());
        properties.put(account.property("api-key"), "sandbox-key");
        properties.put(account.property("salt"), "sandboxSalt");
        properties.put(account.property("username"), "owner@example.com");
        // Blank is as good as not set.
        properties.put(account.property("environment"), "");
        properties.put(account.property("encrypted-api-key"), "");
        properties.put(account.property("credentials-provider"), "");
    }

    /** Puts the sandbox into the fields of a new test instance, and resets it if they want it so. */
    @Override
    public void inject(TestInjector injector) {
        SandboxFields fields = new SandboxFields();
        injector.injectIntoFields(sandbox, fields::accepts);
        if (fields.wantReset()) {
            sandbox.reset();
        }
    }

    /** Stops the sandbox. */
    @Override
    public void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
