package dev.esign.deployment;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import io.quarkus.test.QuarkusUnitTest;

/**
 * An application whose tests are in {@code @Nested} classes. They share it and use what is injected into the outer class; by
 * itself, {@link QuarkusUnitTest} would start the application once more for each of them.
 */
final class NestedTests extends QuarkusUnitTest {

    /** The instances inside the application, by those of JUnit. */
    private final Map<Object, Object> instances = new WeakHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (!isNested(context.getRequiredTestClass())) {
            super.beforeAll(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (!isNested(context.getRequiredTestClass())) {
            super.afterAll(context);
        }
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        if (isNested(method.getExecutable().getDeclaringClass())) {
            invokeInside(invocation, method, context);
        } else {
            super.interceptBeforeEachMethod(invocation, method, context);
        }
    }

    @Override
    public void interceptAfterEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        if (isNested(method.getExecutable().getDeclaringClass())) {
            invokeInside(invocation, method, context);
        } else {
            super.interceptAfterEachMethod(invocation, method, context);
        }
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        if (isNested(method.getExecutable().getDeclaringClass())) {
            invokeInside(invocation, method, context);
        } else {
            super.interceptTestMethod(invocation, method, context);
        }
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        if (isNested(method.getExecutable().getDeclaringClass())) {
            invokeInside(invocation, method, context);
        } else {
            super.interceptTestTemplateMethod(invocation, method, context);
        }
    }

    private static boolean isNested(Class<?> type) {
        return type.getEnclosingClass() != null;
    }

    private void invokeInside(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        Object test = method.getTarget().orElseThrow();
        Object instance = instances.get(test);
        if (instance == null) {
            instance = instantiateInside(test.getClass(), context);
            instances.put(test, instance);
        }
        Method inside = Arrays.stream(instance.getClass().getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method.getExecutable().getName())).findFirst().orElseThrow();
        inside.setAccessible(true);
        try {
            inside.invoke(instance, method.getArguments().toArray());
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
        invocation.skip();
    }

    /** Quarkus keeps the outer instance, with all that is injected, under the name of its class. */
    private static Object instantiateInside(Class<?> type, ExtensionContext context) throws ReflectiveOperationException {
        Object outer = context.getStore(Namespace.GLOBAL).get(type.getEnclosingClass().getName());
        Constructor<?> constructor = Class
                .forName(type.getName(), true, Thread.currentThread().getContextClassLoader())
                .getDeclaredConstructor(outer.getClass());
        constructor.setAccessible(true);
        return constructor.newInstance(outer);
    }
}
