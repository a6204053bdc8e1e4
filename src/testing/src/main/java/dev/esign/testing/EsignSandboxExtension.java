package dev.esign.testing;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.esign.sandbox.EsignSandbox;

/**
 * Runs a sandbox in JUnit tests without Quarkus: for a test class if it is declared by {@code @ExtendWith} or in a static
 * field,
 * else for each test.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final EsignSandboxExtension ESIGN = new EsignSandboxExtension();
 * </pre>
 *
 * Tests get the sandbox by {@link #sandbox()}, as a parameter of type {@link EsignSandbox}, or in a field with
 * {@link InjectEsignSandbox}. It is reset before each test, unless all annotated fields of the test say otherwise. Tests of one
 * class that run at the same time need extensions of their own.
 */
public final class EsignSandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final EsignSandbox.Builder settings;
    private EsignSandbox sandbox;
    /** How many test classes use it, one within another; 0 if it is for a single test. */
    private int classes;

    /** An extension with the usual sandbox, which takes 200 ms for anchor tags. */
    public EsignSandboxExtension() {
        this(EsignSandbox.builder().tagProcessing(Duration.ofMillis(200)));
    }

    /**
     * An extension with a sandbox of one's own.
     *
     * @param settings the sandbox's settings
     */
    public EsignSandboxExtension(EsignSandbox.Builder settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Gives the sandbox.
     *
     * @return the running sandbox
     * @throws IllegalStateException before and after the tests that it is for
     */
    public EsignSandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException("the sandbox runs during tests only: add @RegisterExtension to the extension's "
                    + "field, which has to be static to be used in @BeforeAll");
        }
        return sandbox;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classes++;
        startUnlessRunning();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        startUnlessRunning();
        SandboxFields fields = new SandboxFields();
        boolean injected = false;
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            injected |= inject(instance, fields);
        }
        if (!injected || fields.wantReset()) {
            sandbox.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EsignSandbox.class;
    }

    @Override
    public EsignSandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }

    private boolean inject(Object instance, SandboxFields fields) throws IllegalAccessException {
        boolean injected = false;
        for (Class<?> type = instance.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (fields.accepts(field)) {
                    field.setAccessible(true);
                    field.set(instance, sandbox);
                    injected = true;
                }
            }
        }
        return injected;
    }

    private void startUnlessRunning() {
        if (sandbox == null) {
            sandbox = settings.start();
        }
    }

    private void stop() {
        sandbox.close();
        sandbox = null;
    }
}
