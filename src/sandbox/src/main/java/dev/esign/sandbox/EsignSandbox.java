package dev.esign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

import dev.esign.anchortags.AnchorTags;
import dev.esign.sandbox.api.Accepted;
import dev.esign.sandbox.session.Surroundings;
import dev.esign.sandbox.store.DirectoryStore;
import dev.esign.sandbox.store.SandboxStore;
import dev.esign.sandbox.tags.TagReaders;
import dev.esign.sandbox.webhook.WebhookSettings;
import dev.esign.sandbox.webhook.WebhookUrl;

/**
 * An eSign service of one's own: an HTTP server on the loopback interface that answers the calls of the Constellation1
 * eSign signing-sessions REST API as its public documentation describes them.
 * <p>
 * Everything is kept in memory and ends with {@link #close()}, unless a {@linkplain Builder#directory directory} is given.
 * Instances share nothing, so that several can run side by
 * side in one JVM. Instances are thread-safe; a {@link Builder} is not.
 */
public final class EsignSandbox implements AutoCloseable {

    /** More than any system allows by default; the rest of a burst of new connections may be reset. */
    private static final int PENDING_CONNECTIONS = 16_384;
    /** How late something may happen that is due: the clock may be moved from outside, so nobody can sleep until then. */
    private static final long TICK_MILLIS = 100;

    private final SandboxStore store;
    private final TagReaders tagReaders;
    private final HttpServer server;
    private final ExecutorService exchanges;
    private final URI url;
    private final Service service;
    private final Views views;
    private final SandboxClock clock;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EsignSandbox(SandboxSettings settings, SandboxStore store, int port) {
        suitBusyClients();
        this.store = store;
        this.server = listen(port);
        this.url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ThreadFactory threads = daemons(server.getAddress().getPort());
        this.exchanges = Executors.newCachedThreadPool(threads);
        this.timer = Executors.newSingleThreadScheduledExecutor(threads);
        this.tagReaders = new TagReaders(settings.anchorTags(), threads);
        try {
            this.service = new Service(settings, store, tagReaders, url);
        } catch (RuntimeException | Error e) {
            tagReaders.close();
            server.stop(0);
            throw e;
        }
        this.views = new Views(url);
        this.clock = new SandboxClock(service.time());
        server.setExecutor(exchanges);
        server.createContext("/", service.dispatcher());
        timer.scheduleWithFixedDelay(new Tick(service), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        // The server's own thread inherits "daemon" from the thread that starts it: a sandbox that somebody forgot to
        // close must not keep its host alive.
        CompletableFuture.runAsync(server::start, exchanges).join();
    }

    /**
     * Starts a sandbox with the default settings on a free port of 127.0.0.1.
     *
     * @return the running sandbox, to be closed by the caller
     * @throws UncheckedIOException if no port can be opened
     */
    public static EsignSandbox start() {
        return builder().start();
    }

    /**
     * Begins the settings of a sandbox.
     *
     * @return a builder that holds the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Tells where this sandbox listens.
     *
     * @return the base URL without a trailing slash, such as {@code http://127.0.0.1:43210}; the API is below
     *         {@code /rest}
     */
    public URI url() {
        return url;
    }

    /**
     * Tells the port this sandbox listens on.
     *
     * @return the TCP port
     */
    public int port() {
        return url.getPort();
    }

    /**
     * Gives the sessions, and what their signers do.
     *
     * @return the sessions, as long as this sandbox runs
     */
    public SandboxSessions sessions() {
        return new SandboxSessions(service.sessions(), views);
    }

    /**
     * Shows the messages that the real service would have sent.
     *
     * @return all messages of all sessions, the oldest first
     */
    public List<SandboxMail> mails() {
        return service.sessions().mails().stream().map(views::mail).toList();
    }

    /**
     * Gives the clock that everything in this sandbox goes by.
     *
     * @return the clock, which can be moved forward
     */
    public SandboxClock clock() {
        return clock;
    }

    /**
     * Gives access to the webhooks: who is told of changes of sessions and signers, and what they were told.
     *
     * @return the webhooks of this sandbox
     */
    public Webhooks webhooks() {
        return service.webhooks();
    }

    /**
     * Gives access to the sandbox's misbehaviour.
     *
     * @return where faults are set up and removed
     */
    public Faults faults() {
        return service.faults();
    }

    /**
     * Gives access to the record of requests.
     *
     * @return the journal of this sandbox
     */
    public Journal journal() {
        return service.journal();
    }

    /**
     * Forgets everything that happened since the start: sessions, messages, users and groups that were made, tokens, faults,
     * the journal, deliveries and misbehaviour of webhooks. Settings and receivers of webhooks stay, and the clock goes on from
     * where it is.
     */
    public void reset() {
        service.reset();
    }

    /**
     * Stops the sandbox at once: frees its port, threads and directory, cuts calls and webhooks under way and, unless there is
     * a
     * directory, forgets all sessions. Closing a second time does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        server.stop(0);
        timer.shutdownNow();
        tagReaders.close();
        exchanges.shutdownNow();
        service.webhooks().close();
        try {
            exchanges.awaitTermination(2, TimeUnit.SECONDS);
            timer.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }

    /**
     * The JDK's server has three habits that can only be changed by system properties, read once; a value set by the host is
     * left alone. It writes an answer's head and body separately, which Nagle's algorithm and delayed acknowledgements turn
     * into a pause of 40 ms. It closes connections beyond 200 idle ones, and those that are idle for 30 seconds, which is less
     * than many clients keep theirs: a request that is on its way just then is lost. A client that goes away ends its
     * connections anyway, so that they need no limit.
     */
    private static void suitBusyClients() {
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "1000000");
        setUnlessSet("sun.net.httpserver.idleInterval", "86400");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static HttpServer listen(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
            return HttpServer.create(new InetSocketAddress(loopback, port), PENDING_CONNECTIONS);
        } catch (IOException e) {
            throw new PortException("Port " + port + " of 127.0.0.1 cannot be opened: " + e.getMessage(), e);
        }
    }

    private static ThreadFactory daemons(int port) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "esign-sandbox-" + port + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Settings of a sandbox that is about to start. Not thread-safe; may be used for several sandboxes one after the
     * other.
     */
    public static final class Builder {

        private int port;
        private Duration tagProcessing = Duration.ofSeconds(3);
        private Duration tokenLifetime = Duration.ofSeconds(60);
        private final Set<String> apiKeys = new LinkedHashSet<>();
        private final Set<String> encryptedApiKeys = new LinkedHashSet<>();
        private final Set<String> users = new LinkedHashSet<>();
        private final Set<String> knownUsers = new LinkedHashSet<>();
        private Clock clock = Clock.systemUTC();
        private Duration purgeDelay = Surroundings.PURGE_DELAY;
        private Path directory;
        private AnchorTags anchorTags = AnchorTags.standard();
        private final Map<UnpublishedOperation, OperationAddress> operations = new EnumMap<>(UnpublishedOperation.class);
        private final Set<URI> webhooks = new LinkedHashSet<>();
        private int webhookRetries;
        private Duration webhookRetryDelay = Duration.ofSeconds(1);
        private Duration webhookTimeout = Duration.ofSeconds(10);
        private int journalSize = 1_000;
        private WireMode wireMode = WireMode.LENIENT;

        private Builder() {
        }

        /**
         * Sets the port to listen on.
         *
         * @param port the port, or 0 (the default) for a free one
         * @return this builder
         * @throws IllegalArgumentException if the port is not between 0 and 65535
         */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must lie between 0 and 65535, was " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * Sets how long the anchor tags of a document are processed after it arrived, however fast they are read; until
         * then its session cannot be started. StartSession's documentation speaks of "a couple of seconds"; the default is 3
         * seconds.
         *
         * @param duration the time, zero for none
         * @return this builder
         * @throws IllegalArgumentException if the duration is negative
         */
        public Builder tagProcessing(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("tagProcessing must not be negative, was " + duration);
            }
            this.tagProcessing = duration;
            return this;
        }

        /**
         * Sets how long an unused token stays valid. The documentation only says "very short"; the default is 60 seconds.
         *
         * @param duration the time
         * @return this builder
         * @throws IllegalArgumentException if the duration is zero or negative
         */
        public Builder tokenLifetime(Duration duration) {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("tokenLifetime must be positive, was " + duration);
            }
            this.tokenLifetime = duration;
            return this;
        }

        /**
         * Adds API keys that exist. Without any, every non-empty key is accepted.
         *
         * @param keys the keys, in plain text
         * @return this builder
         * @throws IllegalArgumentException if one is blank
         */
        public Builder apiKeys(String... keys) {
            addAll(apiKeys, "API key", keys);
            return this;
        }

        /**
         * Adds API keys as they were encrypted elsewhere, for example by eSign itself: they are taken as they are, with any
         * salt. Others need to have been encrypted by this sandbox.
         *
         * @param keys the keys, encrypted
         * @return this builder
         * @throws IllegalArgumentException if one is blank
         */
        public Builder encryptedApiKeys(String... keys) {
            addAll(encryptedApiKeys, "API key", keys);
            return this;
        }

        /**
         * Adds users that exist, by e-mail address; upper and lower case are the same. Without any, every non-empty user
         * is accepted as the owner of sessions, and signs in with any password. Users that the API creates exist as well.
         *
         * @param emails the users' e-mail addresses
         * @return this builder
         * @throws IllegalArgumentException if one is blank
         */
        public Builder users(String... emails) {
            addAll(users, "user", emails);
            return this;
        }

        /**
         * Adds users that can be looked up from the start, and keeps nobody out: who else is accepted is for {@link #users} to
         * say.
         *
         * @param emails the users' e-mail addresses
         * @return this builder
         * @throws IllegalArgumentException if one is blank
         */
        public Builder knownUsers(String... emails) {
            addAll(knownUsers, "user", emails);
            return this;
        }

        /**
         * Sets the clock that decides on everything that depends on time: tokens, anchor tags, expiry and the dates in
         * answers. The default is the system's.
         *
         * @param clock the clock, which must be thread-safe
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets how long a purge waits that isn't wanted at once, and can be cancelled. PurgeSessionDocs' documentation
         * calls it a setting of the client; the default is its 72 hours.
         *
         * @param duration the time
         * @return this builder
         * @throws IllegalArgumentException if the duration is negative
         */
        public Builder purgeDelay(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("purgeDelay must not be negative, was " + duration);
            }
            this.purgeDelay = duration;
            return this;
        }

        /**
         * Adds receivers of webhooks, who are told of every change of a session or signer. More can be added, and all of
         * them removed, while the sandbox runs: {@link EsignSandbox#webhooks()}.
         *
         * @param urls absolute http or https URLs with a host
         * @return this builder
         * @throws IllegalArgumentException if one is another kind of URL
         */
        public Builder webhook(URI... urls) {
            for (URI url : urls) {
                webhooks.add(WebhookUrl.check(url));
            }
            return this;
        }

        /**
         * Sets where an operation is served whose verb and address eSign's documentation doesn't publish.
         *
         * @param operation the operation
         * @param verb {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
         * @param uri a path relative to the sandbox's URL, with a query if need be; the placeholders
         *        <code>{sessionId}</code>, <code>{userName}</code> and <code>{groupId}</code> stand for whole segments or
         *        values
         * @return this builder
         * @throws IllegalArgumentException if verb or address can't be used
         */
        public Builder operation(UnpublishedOperation operation, String verb, String uri) {
            operations.put(operation, OperationAddress.of(verb, uri));
            return this;
        }

        /**
         * Sets the characters that anchor tags are between, as an administrator of eSign sets them for an account. The
         * documented default is {@code <} and {@code >}.
         *
         * @param opening what a tag begins with
         * @param closing what a tag ends with; may be the same
         * @return this builder
         * @throws IllegalArgumentException for letters, digits, spaces, {@code _}, and what isn't one character
         */
        public Builder tagDelimiters(char opening, char closing) {
            this.anchorTags = anchorTags.delimiters(opening, closing);
            return this;
        }

        /**
         * Sets how often a webhook is sent again that wasn't answered with a 2xx status in time. Whether eSign sends one
         * again is documented nowhere; the default is 0, so that nobody comes to rely on it.
         *
         * @param retries 0 to 20
         * @return this builder
         * @throws IllegalArgumentException if the number is another
         */
        public Builder webhookRetries(int retries) {
            if (retries < 0 || retries > 20) {
                throw new IllegalArgumentException("webhookRetries must lie between 0 and 20, was " + retries);
            }
            this.webhookRetries = retries;
            return this;
        }

        /**
         * Sets what stands for spaces in the items of dropdown tags, as it is set for an account: some makers of PDF files
         * lose spaces. By default, spaces stand for themselves.
         *
         * @param replacement for example {@code |}
         * @return this builder
         * @throws IllegalArgumentException for letters, digits, spaces, {@code _}, and delimiters
         */
        public Builder tagItemSpace(char replacement) {
            this.anchorTags = anchorTags.itemSpace(replacement);
            return this;
        }

        /**
         * Sets how long the first repetition of a webhook waits; each further one waits twice as long, up to a minute. The
         * default is 1 second.
         *
         * @param delay the time
         * @return this builder
         * @throws IllegalArgumentException if it is zero, negative or more than a minute
         */
        public Builder webhookRetryDelay(Duration delay) {
            this.webhookRetryDelay = upToAMinute("webhookRetryDelay", delay);
            return this;
        }

        /**
         * Keeps everything in a directory: sessions with their documents, signers, messages and logs, users and groups, and
         * how far the clock was moved. A later sandbox goes on from there, even if this one is killed. A machine that loses
         * power may lose the last seconds. One sandbox at a time can use a directory.
         *
         * @param directory the directory; made if it isn't there
         * @return this builder
         */
        public Builder directory(Path directory) {
            this.directory = Objects.requireNonNull(directory, "directory");
            return this;
        }

        /**
         * Sets how long a receiver of a webhook may take to answer, from the beginning of the connection. The default is 10
         * seconds.
         *
         * @param timeout the time
         * @return this builder
         * @throws IllegalArgumentException if it is zero, negative or more than a minute
         */
        public Builder webhookTimeout(Duration timeout) {
            this.webhookTimeout = upToAMinute("webhookTimeout", timeout);
            return this;
        }

        /**
         * Sets how many requests the journal holds. The default is 1,000.
         *
         * @param requests 0, for no journal, to 100,000
         * @return this builder
         * @throws IllegalArgumentException if the number is another
         */
        public Builder journalSize(int requests) {
            if (requests < 0 || requests > 100_000) {
                throw new IllegalArgumentException("journalSize must lie between 0 and 100000, was " + requests);
            }
            this.journalSize = requests;
            return this;
        }

        /**
         * Sets which forms of JSON are taken. The default is {@link WireMode#LENIENT}.
         *
         * @param mode the mode
         * @return this builder
         */
        public Builder wireMode(WireMode mode) {
            this.wireMode = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * Starts a sandbox with these settings.
         *
         * @return the running sandbox, to be closed by the caller
         * @throws UncheckedIOException if the port cannot be opened, or the directory can't be used, for example because
         *         another sandbox uses it
         */
        public EsignSandbox start() {
            SandboxSettings settings = new SandboxSettings(tagProcessing, tokenLifetime, Accepted.exactly(apiKeys),
                    Set.copyOf(encryptedApiKeys), Set.copyOf(users), Set.copyOf(knownUsers), clock, purgeDelay,
                    Map.copyOf(operations), anchorTags,
                    new WebhookSettings(List.copyOf(webhooks), webhookRetries, webhookRetryDelay, webhookTimeout), journalSize,
                    wireMode);
            SandboxStore store = directory == null ? SandboxStore.MEMORY : DirectoryStore.open(directory);
            try {
                return new EsignSandbox(settings, store, port);
            } catch (RuntimeException | Error e) {
                store.close();
                throw e;
            }
        }

        private static Duration upToAMinute(String what, Duration duration) {
            if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException(what + " must be above zero and at most a minute, was " + duration);
            }
            return duration;
        }

        private static void addAll(Set<String> target, String what, String... values) {
            for (String value : values) {
                if (value.isBlank()) {
                    throw new IllegalArgumentException("a blank " + what + " cannot exist");
                }
                target.add(value);
            }
        }
    }
}
