package dev.esign.deployment;

import java.time.Duration;

import dev.esign.sandbox.EsignSandbox;
import io.quarkus.deployment.builditem.Startable;

/** The sandbox as Quarkus starts, shares and stops a Dev Service: in this JVM, without a container. */
final class SandboxDevService implements Startable {

    private final int port;
    private final Duration tagProcessing;
    private EsignSandbox sandbox;

    SandboxDevService(int port, Duration tagProcessing) {
        this.port = port;
        this.tagProcessing = tagProcessing;
    }

    @Override
    public void start() {
        sandbox = EsignSandbox.builder().port(port).tagProcessing(tagProcessing).start();
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
            sandbox.close();
        }
    }
}
