package dev.esign.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.WithTestResource;

/**
 * Runs a {@code @QuarkusTest} or {@code @QuarkusIntegrationTest} against a sandbox that the test can look into:
 * {@link InjectEsignSandbox @InjectEsignSandbox} injects it. The sandbox is started before the application, whose
 * {@code quarkus.esign.url} points to it, and stopped after it.
 * <p>
 * Test classes with equal annotations share an application and a sandbox. What the application is told is listed at
 * {@link EsignSandboxResource}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(EsignSandboxResource.class)
public @interface WithEsignSandbox {

    /**
     * How long the sandbox takes to process the anchor tags of a document. The application is told to wait as long before it
     * starts a session, and not longer before it tries again.
     *
     * @return milliseconds, 0 or more; 200 by default
     */
    long tagProcessingMillis() default EsignSandboxResource.TAG_PROCESSING_MILLIS;

    /**
     * Named accounts whose settings shall point to the sandbox, too. Needed for those that have an address of their own, and
     * where the Dev Service is off: it sees to all others.
     *
     * @return names of accounts, as in {@code quarkus.esign."name".*}, with commas between them; none by default
     */
    String accounts() default "";
}
