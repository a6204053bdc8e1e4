package dev.esign.runtime;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.event.Event;

import dev.esign.event.SigningEvent;
import dev.esign.rest.ConfiguredCallsApi;
import dev.esign.rest.SessionsApi;
import dev.esign.rest.SignersApi;
import dev.esign.rest.TokensApi;
import dev.esign.rest.UsersApi;
import dev.esign.rest.WireForm;
import dev.esign.runtime.observe.CallObservers;
import dev.esign.spi.TokenSource;
import io.smallrye.mutiny.Uni;

/**
 * All that one named account needs, put together by hand as the container does for the default account: nothing in it that
 * has a state is shared with another account. Each part is made when it is first wanted. Thread-safe.
 */
public final class NamedAccount {

    private final AccountRestClients clients;
    private final AccountGuard guard;
    private final AccountStarts starts;
    private final Lazy<TokenSource> tokenSource;
    private final Lazy<SessionOperations> operations;
    private final Lazy<SessionCreation> creation;
    private final Lazy<SessionLifecycle> lifecycle;
    private final Lazy<SessionLists> lists;
    private final Lazy<SignIn> signIn;
    private final Lazy<SignerOperations> signers;
    private final Lazy<UserOperations> users;
    private final Lazy<SignedDocumentOperations> documents;

    /**
     * Puts an account together.
     *
     * @param settings how its settings are called
     * @param config its settings
     * @param required those among them that have been found to be there
     * @param ownTokens the application's tokens for it; empty for those that eSign gives
     * @param linter reads anchor tags; empty in an application without the artifact for it
     * @param allEvents takes the events of all accounts
     * @param observers are told of the calls of all accounts
     */
    NamedAccount(SettingNames settings, EsignConfig config, RequiredSettings required,
            Optional<Supplier<TokenSource>> ownTokens,
            Optional<TagLinter> linter, Event<SigningEvent> allEvents, CallObservers observers) {
        String name = settings.account();
        Tokens tokens = new Tokens();
        this.clients = new AccountRestClients(config, tokens);
        this.guard = new AccountGuard(name, config, clients::close);
        Pause pause = new Pause();
        RecentUploads uploads = new RecentUploads();
        SigningEvents events = new SigningEvents(name, allEvents);
        AccountCredentials credentials = new AccountCredentials(settings, config);
        Calls calls = new Calls(config, guard, pause, credentials, observers, () -> tokens);
        this.tokenSource = new Lazy<>(ownTokens.orElse(() -> new EsignTokenSource(
                new TokenFetcher(required, clients.of(TokensApi.class), calls, credentials, events), config)));
        WireForm form = ConfiguredWireForm.form(config, settings);
        SessionPayloads payloads = new SessionPayloads(config, required, form, settings);
        this.starts = new AccountStarts(name, config.start(), new DelayedStarts(uploads, pause, events, observers));
        TagCheck tags = new TagCheck(config, linter);
        this.operations = new Lazy<>(() -> new SessionOperations(required, clients.of(SessionsApi.class), calls, payloads,
                uploads, config, events, tags, settings));
        this.lists = new Lazy<>(() -> new SessionLists(required, clients.of(SessionsApi.class), calls));
        this.creation = new Lazy<>(() -> new SessionCreation(operations(), lists(), pause, config));
        this.lifecycle = new Lazy<>(() -> new SessionLifecycle(required, clients.of(SessionsApi.class), calls, operations()));
        this.signIn = new Lazy<>(() -> new SignIn(required, clients.of(TokensApi.class), tokens, calls, config, settings));
        this.signers = new Lazy<>(() -> new SignerOperations(required, clients.of(SignersApi.class), calls, payloads,
                operations()));
        this.users = new Lazy<>(() -> new UserOperations(required, clients.of(UsersApi.class), clients.of(TokensApi.class),
                calls, credentials));
        this.documents = new Lazy<>(() -> new SignedDocumentOperations(required, clients.of(ConfiguredCallsApi.class), calls,
                config, settings));
    }

    /** The account's tokens, for those that have to be made before their source: it needs a client itself. */
    private final class Tokens implements TokenSource {

        @Override
        public Uni<String> token() {
            return tokenSource.get().token();
        }

        @Override
        public void refused() {
            tokenSource.get().refused();
        }
    }

    /** @return a token */
    public Uni<String> token() {
        return tokenSource.get().token();
    }

    /** @return how its sessions are started */
    public AccountStarts starts() {
        return starts;
    }

    /** @return what can be done with its sessions */
    public SessionOperations operations() {
        return operations.get();
    }

    /** @return how its sessions are created */
    public SessionCreation creation() {
        return creation.get();
    }

    /** @return what becomes of its sessions */
    public SessionLifecycle lifecycle() {
        return lifecycle.get();
    }

    /** @return its lists of sessions */
    public SessionLists lists() {
        return lists.get();
    }

    /** @return its sign-in addresses */
    public SignIn signIn() {
        return signIn.get();
    }

    /** @return what can be done with its signers */
    public SignerOperations signers() {
        return signers.get();
    }

    /** @return what can be done with its users */
    public UserOperations users() {
        return users.get();
    }

    /** @return what comes back from its sessions */
    public SignedDocumentOperations documents() {
        return documents.get();
    }

    /**
     * A client of an interface of the application's own, with the account's address and tokens.
     *
     * @param <T> the interface
     * @param api the interface, registered with the REST client
     * @return the client
     */
    public <T> T client(Class<T> api) {
        return clients.of(api);
    }

    /** Lets no further call begin, and closes the connections when those under way have ended. */
    public void close() {
        guard.close();
    }
}
