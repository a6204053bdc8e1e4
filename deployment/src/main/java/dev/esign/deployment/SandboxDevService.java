package dev.esign.deployment;

import java.net.URI;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.WebhookTarget;
import io.quarkus.deployment.builditem.Startable;
import io.quarkus.dev.console.DevConsoleManager;

/** The sandbox as Quarkus starts, shares and stops a Dev Service: in this JVM, without a container. */
final class SandboxDevService implements Startable {

    private final SandboxPlan plan;
    private final RunningSandbox running;
    private final String announcement;
    private EsignSandbox sandbox;
    private WebhookTarget application;

    /**
     * Gets ready.
     *
     * @param announcement the name under which an application that has begun to listen tells where
     */
    SandboxDevService(SandboxPlan plan, RunningSandbox running, String announcement) {
        this.plan = plan;
        this.running = running;
        this.announcement = announcement;
    }

    @Override
    public void start() {
        sandbox = plan.builder().start();
        running.started(sandbox);
        plan.applicationWebhook().ifPresent(path -> DevConsoleManager.register(announcement, server -> {
            tell(URI.create(server.get(WebhookAnnouncementProcessor.SERVER)).resolve(path));
            return true;
        }));
    }

    /** A restarted application may listen elsewhere. */
    private synchronized void tell(URI webhook) {
        WebhookTarget before = application;
        application = sandbox.webhooks().add(webhook);
        if (before != null && !before.id().equals(application.id())) {
            sandbox.webhooks().remove(before.id());
        }
    }

    @Override
    public String getConnectionInfo() {
        return sandbox.url().toString();
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        if (sandbox != null) {
            running.closed(sandbox);
            sandbox.close();
        }
    }
}
