package dev.esign.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the running sandbox into a field of type {@link dev.esign.sandbox.EsignSandbox} of a test class that has
 * {@link WithEsignSandbox @WithEsignSandbox} or an {@link EsignSandboxExtension}. The field may be private, but neither static
 * nor final.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InjectEsignSandbox {

    /**
     * Whether a new instance of the test class finds the sandbox as after its start: without sessions, messages, faults and
     * entries of the journal. JUnit makes an instance for each test, unless the class is
     * {@code @TestInstance(Lifecycle.PER_CLASS)}.
     *
     * @return true by default
     */
    boolean reset() default true;
}
