package dev.esign.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
class EsignVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] { "esign " + Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("(unpackaged)") };
    }
}
