package dev.esign.runtime;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import dev.esign.Delay;
import dev.esign.model.SessionId;
import io.quarkus.arc.ArcInvocationContext;
import io.smallrye.mutiny.Uni;

/** Waits before a call, as {@link Delay} says. Comes before fault tolerance, so that retries don't wait again. */
@Delay
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 5)
public class DelayInterceptor {

    private final DelayedStarts starts;
    private final Map<Method, Duration> settings = new ConcurrentHashMap<>();

    DelayInterceptor(DelayedStarts starts) {
        this.starts = starts;
    }

    @AroundInvoke
    Object delay(InvocationContext context) throws Exception {
        Method method = context.getMethod();
        SessionId sessionId = (SessionId) Arrays.stream(context.getParameters()).filter(SessionId.class::isInstance).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("session id: is null; @Delay needs the session to wait for"));
        Duration delay = settings.computeIfAbsent(method, key -> configured(key, binding(context)));
        if (method.getReturnType() == Uni.class) {
            return starts.reactive(sessionId, delay, () -> proceed(context));
        }
        return starts.blocking(sessionId, delay, context::proceed);
    }

    @SuppressWarnings("unchecked")
    private static Uni<Object> proceed(InvocationContext context) {
        try {
            return (Uni<Object>) context.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static Delay binding(InvocationContext context) {
        return ArcInvocationContext.findIterceptorBinding(context, Delay.class);
    }

    private static Duration configured(Method method, Delay annotation) {
        Config config = ConfigProvider.getConfig();
        String type = method.getDeclaringClass().getName();
        String scope = method.isAnnotationPresent(Delay.class) ? type + "/" + method.getName() + "/" : type + "/";
        if (!setting(config, scope, "enabled", Boolean.class).orElse(true)) {
            return Duration.ZERO;
        }
        long value = setting(config, scope, "value", Long.class).orElse(annotation.value());
        ChronoUnit unit = setting(config, scope, "unit", ChronoUnit.class).orElse(annotation.unit());
        if (value < 0) {
            throw new IllegalArgumentException(scope + "Delay/value: is " + value + "; give 0 or more");
        }
        return Duration.of(value, unit);
    }

    private static <T> Optional<T> setting(Config config, String scope, String member, Class<T> type) {
        return config.getOptionalValue(scope + "Delay/" + member, type)
                .or(() -> config.getOptionalValue("Delay/" + member, type));
    }
}
