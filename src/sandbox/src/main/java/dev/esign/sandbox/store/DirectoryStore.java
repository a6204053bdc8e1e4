package dev.esign.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.DocumentPlace;
import dev.esign.sandbox.session.PasswordHash;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.user.Group;
import dev.esign.sandbox.user.User;

/**
 * The state of a sandbox in a directory. What a call has changed is there when the call is answered, even if the process is
 * killed: files appear and change as a whole. Nothing is forced to the disk, so that a machine that loses power may lose the
 * last seconds. Thread-safe.
 */
public final class DirectoryStore implements SandboxStore {

    private static final Logger LOG = System.getLogger(DirectoryStore.class.getName());
    /** The form of the files; a sandbox that knows another one must not touch them. */
    private static final String FORMAT = "1";

    private final DirectoryLock lock;
    private final DocumentFiles documents;
    private final SessionJson sessionJson;
    private final JsonFiles sessions;
    private final JsonFiles users;
    private final JsonFiles groups;
    private final Path clock;
    private volatile boolean closed;
    /** What each session has of documents, and how many sessions have each. */
    private final Map<String, Set<String>> contents = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    private DirectoryStore(Path directory, DirectoryLock lock) throws IOException {
        this.lock = lock;
        Path format = directory.resolve("format");
        if (Files.notExists(format)) {
            Files.writeString(format, FORMAT);
        } else if (!Files.readString(format).strip().equals(FORMAT)) {
            throw new IOException("another version of the sandbox wrote it; choose another directory");
        }
        this.documents = new DocumentFiles(directory);
        this.sessionJson = new SessionJson(documents);
        this.sessions = new JsonFiles(directory.resolve("sessions"));
        this.users = new JsonFiles(directory.resolve("users"));
        this.groups = new JsonFiles(directory.resolve("groups"));
        this.clock = directory.resolve("clock");
    }

    /**
     * Opens a directory, and makes it if it isn't there.
     *
     * @throws UncheckedIOException if another sandbox uses it or it can't be used; its message says so
     */
    public static DirectoryStore open(Path directory) {
        try {
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (Files.notExists(directory) && posix) {
                // Invitations and documents are nobody else's business.
                Files.createDirectories(directory,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(directory);
            }
            DirectoryLock lock = DirectoryLock.take(directory);
            try {
                return new DirectoryStore(directory, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure(directory, e);
        }
    }

    @Override
    public DocumentPlace documents() {
        return documents;
    }

    @Override
    public List<SessionSnapshot> sessions() {
        return reading(() -> {
            List<SessionSnapshot> kept = sessions.read(sessionJson::read);
            kept.forEach(session -> count(session.id(), SessionJson.contents(session)));
            documents.keepOnly(uses.keySet());
            return kept;
        });
    }

    @Override
    public List<User> users() {
        return reading(() -> users.read(DirectoryStore::user));
    }

    @Override
    public List<Group> groups() {
        return reading(() -> groups.read(tree -> new Group(tree.required("id").textValue(),
                (ObjectNode) tree.required("members"))));
    }

    @Override
    public Duration clockLead() {
        return reading(() -> Files.exists(clock) ? Duration.parse(Files.readString(clock).strip()) : Duration.ZERO);
    }

    @Override
    public void keep(SessionSnapshot session) {
        writing(() -> sessions.write(session.id(), sessionJson.write(session)));
        for (String released : count(session.id(), SessionJson.contents(session))) {
            try {
                documents.release(released);
            } catch (IOException e) {
                // The session is kept all the same; the next start tries again.
                LOG.log(Level.WARNING, "A document that is no longer needed could not be deleted: {0}",
                        e.getClass().getName());
            }
        }
    }

    @Override
    public void keep(User user) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("id", user.id()).put("active", user.active())
                .put("role", user.role());
        tree.set("members", user.members());
        user.password().ifPresent(password -> tree.put("password", password.text()));
        writing(() -> users.write(user.id(), tree));
    }

    @Override
    public void keep(Group group) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("id", group.id());
        tree.set("members", group.members());
        writing(() -> groups.write(group.id(), tree));
    }

    @Override
    public void keepClockLead(Duration lead) {
        writing(() -> {
            Path unfinished = clock.resolveSibling("clock.tmp");
            Files.writeString(unfinished, lead.toString());
            Files.move(unfinished, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Override
    public void clear() {
        writing(() -> {
            sessions.clear();
            users.clear();
            groups.clear();
            Set<String> forgotten;
            synchronized (contents) {
                forgotten = Set.copyOf(uses.keySet());
                contents.clear();
                uses.clear();
            }
            for (String digest : forgotten) {
                documents.release(digest);
            }
        });
    }

    @Override
    public void close() {
        // Whoever is late must not write into what may be another sandbox's now.
        closed = true;
        lock.close();
    }

    /** Notes what a session has now, and tells what nobody has any more. */
    private Set<String> count(String sessionId, Set<String> now) {
        synchronized (contents) {
            Set<String> before = contents.getOrDefault(sessionId, Set.of());
            if (before.equals(now)) {
                return Set.of();
            }
            now.forEach(digest -> uses.merge(digest, 1, Integer::sum));
            Set<String> released = new HashSet<>();
            for (String digest : before) {
                if (uses.merge(digest, -1, Integer::sum) == 0) {
                    uses.remove(digest);
                    released.add(digest);
                }
            }
            contents.put(sessionId, now);
            return released;
        }
    }

    private static User user(JsonNode tree) {
        return new User(tree.required("id").textValue(), (ObjectNode) tree.required("members"),
                tree.required("active").booleanValue(),
                Optional.ofNullable(tree.path("password").textValue()).map(PasswordHash::parse),
                tree.required("role").textValue());
    }

    /** Something done with files. */
    private interface Writing {

        void run() throws IOException;
    }

    /** Something read from files. */
    private interface Reading<T> {

        T run() throws IOException;
    }

    private void writing(Writing work) {
        try {
            if (closed) {
                throw new IOException("the directory is closed");
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T reading(Reading<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw failure(clock.getParent(), e);
        }
    }

    private static UncheckedIOException failure(Path directory, IOException e) {
        return new UncheckedIOException("The directory " + directory + " cannot be used: " + e.getMessage(), e);
    }
}
