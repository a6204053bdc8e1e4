package dev.esign.examples;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.EsignAccount;
import dev.esign.spi.TokenSource;
import io.smallrye.mutiny.Uni;

// tag::example[]
@EsignAccount("elsewhere")
@ApplicationScoped
public class OwnTokens implements TokenSource {

    @Override
    public Uni<String> token() {
        return Uni.createFrom().item("from wherever your tokens come");
    }
}
// end::example[]
