package dev.esign.testing;

import java.lang.reflect.Field;

import dev.esign.sandbox.EsignSandbox;

/** The fields of one test instance that the sandbox is put into. */
final class SandboxFields {

    private boolean reset;

    /**
     * Looks at a field.
     *
     * @throws IllegalStateException if it is annotated, but nothing can be put into it
     */
    boolean accepts(Field field) {
        InjectEsignSandbox annotation = field.getAnnotation(InjectEsignSandbox.class);
        if (annotation == null) {
            return false;
        }
        if (field.getType() != EsignSandbox.class) {
            throw new IllegalStateException(field.getDeclaringClass().getName() + "." + field.getName()
                    + ": has @InjectEsignSandbox, but is no EsignSandbox; give it this type");
        }
        reset |= annotation.reset();
        return true;
    }

    boolean wantReset() {
        return reset;
    }
}
