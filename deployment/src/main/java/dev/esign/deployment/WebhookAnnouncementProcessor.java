package dev.esign.deployment;

import static java.lang.constant.ConstantDescs.CD_String;

import java.lang.annotation.Annotation;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.arc.deployment.ObserverRegistrationPhaseBuildItem;
import io.quarkus.arc.deployment.ObserverRegistrationPhaseBuildItem.ObserverConfiguratorBuildItem;
import io.quarkus.arc.processor.ObserverConfigurator;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.LocalVar;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.desc.InterfaceMethodDesc;
import io.quarkus.gizmo2.desc.MethodDesc;
import io.quarkus.runtime.LaunchMode;

/**
 * Has an application with a port that is chosen at its start tell the sandbox where it listens. What tells it is generated in
 * dev and test mode, so that nothing of it is in production.
 */
class WebhookAnnouncementProcessor {

    static final String SERVER = "server";

    private static final String HTTP = "io.quarkus.vertx.http.";
    private static final ClassDesc HTTP_SERVER = ClassDesc.of(HTTP + "HttpServer");
    private static final ClassDesc URI = ClassDesc.of("java.net.URI");

    /** The name under which the application tells. Dev mode and the tests beside it are in one JVM. */
    static String announcement(LaunchMode mode) {
        return "dev.esign.sandbox.webhook." + mode;
    }

    @BuildStep(onlyIf = IsDevServicesSupportedByLaunchMode.class)
    void announce(SandboxPlanBuildItem sandbox, LaunchModeBuildItem mode, Capabilities capabilities,
            ObserverRegistrationPhaseBuildItem observers, BuildProducer<ObserverConfiguratorBuildItem> announcers) {
        boolean wanted = sandbox.plan().flatMap(SandboxPlan::applicationWebhook).isPresent();
        if (!wanted || mode.isAuxiliaryApplication() || capabilities.isMissing(Capability.VERTX_HTTP)) {
            return;
        }
        DotName started = DotName.createSimple(HTTP + "HttpServerStart");
        ObserverConfigurator announcer = observers.getContext().configure().beanClass(started)
                .observedType(Type.create(started, Type.Kind.CLASS)).async(true)
                .notify(observer -> tell(observer.notifyMethod(), announcement(mode.getLaunchMode())));
        announcers.produce(new ObserverConfiguratorBuildItem(announcer));
    }

    /** {@code DevConsoleManager.invoke(name, Map.of("server", Arc.container().instance(HttpServer.class).get()…))} */
    private static void tell(BlockCreator code, String name) {
        LocalVar container = code.localVar("container",
                code.invokeStatic(MethodDesc.of(Arc.class, "container", ArcContainer.class)));
        LocalVar handle = code.localVar("handle", code.invokeInterface(
                MethodDesc.of(ArcContainer.class, "instance", InstanceHandle.class, Class.class, Annotation[].class), container,
                Const.of(HTTP_SERVER), code.newEmptyArray(Annotation.class, 0)));
        LocalVar server = code.localVar("server", code.cast(
                code.invokeInterface(MethodDesc.of(InstanceHandle.class, "get", Object.class), handle), HTTP_SERVER));
        LocalVar base = code.localVar("base", code.invokeInterface(
                InterfaceMethodDesc.of(HTTP_SERVER, "getLocalBaseUri", MethodTypeDesc.of(URI)), server));
        LocalVar text = code.localVar("text", code.cast(code.objToString(base), CD_String));
        code.invokeStatic(MethodDesc.of(DevConsoleManager.class, "invoke", Object.class, String.class, Map.class),
                Const.of(name), code.mapOf(Const.of(SERVER), text));
        code.return_();
    }
}
