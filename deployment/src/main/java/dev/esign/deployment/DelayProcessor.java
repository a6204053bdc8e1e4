package dev.esign.deployment;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.inject.spi.DefinitionException;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import dev.esign.Delay;
import dev.esign.model.SessionId;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/** Refuses a {@link Delay} that couldn't know which session to wait for. */
class DelayProcessor {

    private static final DotName DELAY = DotName.createSimple(Delay.class);
    private static final DotName SESSION_ID = DotName.createSimple(SessionId.class);

    @BuildStep
    void validate(CombinedIndexBuildItem index, ValidationPhaseBuildItem validation,
            BuildProducer<ValidationErrorBuildItem> errors) {
        List<Throwable> problems = new ArrayList<>();
        for (AnnotationInstance delay : index.getIndex().getAnnotations(DELAY)) {
            if (delay.target().kind() == AnnotationTarget.Kind.METHOD) {
                MethodInfo method = delay.target().asMethod();
                long sessions = method.parameterTypes().stream().filter(type -> type.name().equals(SESSION_ID)).count();
                if (sessions != 1) {
                    problems.add(new DefinitionException("@Delay on " + method.declaringClass().name() + "#" + method.name()
                            + ": the method has " + sessions + " parameters of type SessionId; give it exactly one, the session"
                            + " to wait for"));
                }
            }
        }
        if (!problems.isEmpty()) {
            errors.produce(new ValidationErrorBuildItem(problems));
        }
    }
}
