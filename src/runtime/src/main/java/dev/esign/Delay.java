package dev.esign;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * Lets a call about a session wait until eSign is likely to have processed the session's anchor tags: for what is left of the
 * delay since this application last sent documents with anchor tags for it. A session without any, or whose documents were
 * sent long ago or by someone else, doesn't wait. The method has exactly one parameter of type
 * {@link dev.esign.model.SessionId}; the wait comes once, before {@code @Retry} begins. A method that returns a {@code Uni}
 * waits without a thread; any other blocks, and fails on an event loop instead.
 * <p>
 * Configurable like MicroProfile Fault Tolerance: {@code <class>/<method>/Delay/value}, {@code …/unit} and
 * {@code …/enabled}; {@code <class>/Delay/…} where the class is annotated; {@code Delay/…} for all.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Delay {

    /** @return how long after the upload, in {@link #unit()}; not negative */
    @Nonbinding
    long value() default 2;

    /** @return the unit of {@link #value()} */
    @Nonbinding
    ChronoUnit unit() default ChronoUnit.SECONDS;
}
