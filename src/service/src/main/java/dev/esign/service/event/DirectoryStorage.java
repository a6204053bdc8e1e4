package dev.esign.service.event;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps each delivery in a file of its own, which is there whole or not at all. One process at a time uses a directory. */
final class DirectoryStorage implements Storage {

    private static final Logger LOG = Logger.getLogger(DirectoryStorage.class);

    private static final String SUFFIX = ".json";

    private final ObjectMapper mapper;
    private final Path pending;
    private final Path dead;
    private final FileChannel lock;

    /**
     * Takes the directory, which is made if it isn't there.
     *
     * @throws IOException when it can't be used, or another process uses it
     */
    DirectoryStorage(Path directory, ObjectMapper mapper) throws IOException {
        this.mapper = mapper;
        this.pending = Files.createDirectories(directory.resolve("pending"));
        this.dead = Files.createDirectories(directory.resolve("dead"));
        this.lock = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
        if (!isOurs(lock)) {
            lock.close();
            throw new IOException("another process uses it");
        }
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    @Override
    public Kept load() {
        List<DeadLetter> letters = read(dead, DeadLetter.class);
        Set<String> given = letters.stream().map(letter -> letter.delivery().id()).collect(Collectors.toSet());
        List<Delivery> waiting = new ArrayList<>();
        for (Delivery delivery : read(pending, Delivery.class)) {
            if (given.contains(delivery.id())) {
                forget(delivery); // the process ended between the two steps of giving it up
            } else {
                waiting.add(delivery);
            }
        }
        return new Kept(waiting, letters);
    }

    @Override
    public void keep(Delivery delivery) {
        write(pending, delivery.id(), delivery);
    }

    @Override
    public void forget(Delivery delivery) {
        delete(pending, delivery.id());
    }

    @Override
    public void keep(DeadLetter letter) {
        write(dead, letter.delivery().id(), letter);
    }

    @Override
    public void forget(DeadLetter letter) {
        delete(dead, letter.delivery().id());
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> List<T> read(Path directory, Class<T> type) {
        List<T> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(name -> name.toString().endsWith(SUFFIX)).sorted().toList()) {
                try {
                    found.add(mapper.readValue(file.toFile(), type));
                } catch (JsonProcessingException notOurs) {
                    LOG.errorf("%s can't be read; it stays where it is, and is not delivered", file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    private void write(Path directory, String id, Object content) {
        try {
            // Temporary files are for their owner only, and what is written may be personal.
            Path written = Files.createTempFile(directory, id, ".part");
            try (FileChannel file = FileChannel.open(written, WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(mapper.writeValueAsBytes(content));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(written, directory.resolve(id + SUFFIX), ATOMIC_MOVE);
            try (FileChannel names = FileChannel.open(directory, READ)) {
                names.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path directory, String id) {
        try {
            Files.deleteIfExists(directory.resolve(id + SUFFIX));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
