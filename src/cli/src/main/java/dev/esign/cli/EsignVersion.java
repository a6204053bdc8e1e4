package dev.esign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into a resource: a native executable has no manifest. */
@RegisterForReflection
class EsignVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream resource = EsignVersion.class.getResourceAsStream("build.properties")) {
            build.load(resource);
        }
        return new String[] { "esign " + build.getProperty("version") };
    }
}
