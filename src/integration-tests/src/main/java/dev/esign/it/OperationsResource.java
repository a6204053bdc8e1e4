package dev.esign.it;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import dev.esign.EsignAccounts;
import io.smallrye.mutiny.Uni;

/** Calls what a test names, with an account that it names. */
@Path("operations")
@Produces(MediaType.TEXT_PLAIN)
public class OperationsResource {

    private final EsignAccounts accounts;

    OperationsResource(EsignAccounts accounts) {
        this.accounts = accounts;
    }

    @GET
    public String names() {
        return Told.of(new TreeSet<>(ReactiveOperations.BY_NAME.keySet()));
    }

    @POST
    @Path("blocking/{account}/{operation}")
    public String blocking(@RestPath String account, @RestPath String operation, Map<String, String> arguments)
            throws Exception {
        return Told.of(Optional.ofNullable(BlockingOperations.BY_NAME.get(operation)).orElseThrow(NotFoundException::new)
                .of(accounts.get(account), new Arguments(arguments)));
    }

    @POST
    @Path("reactive/{account}/{operation}")
    public Uni<String> reactive(@RestPath String account, @RestPath String operation, Map<String, String> arguments) {
        return Optional.ofNullable(ReactiveOperations.BY_NAME.get(operation)).orElseThrow(NotFoundException::new)
                .of(accounts.get(account), new Arguments(arguments)).map(Told::of);
    }
}
