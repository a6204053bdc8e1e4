package dev.esign.service.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * A directory of this process's own for files that wait, beside those of other processes. A lock tells that the process lives:
 * what one left behind that was killed is removed when the next one starts. Only this process's user can read any of it.
 */
final class Spool implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final String LOCK = ".lock";
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path directory;
    private final Path lockFile;
    private final FileChannel lock;

    private Spool(Path directory, Path lockFile, FileChannel lock) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Opens a new directory below this one, and removes those of processes that are no more. */
    static Spool open(Path base) throws IOException {
        Files.createDirectories(base, privately("rwx------"));
        removeLeftovers(base);
        while (true) {
            String name = UUID.randomUUID().toString();
            Path lockFile = base.resolve(name + LOCK);
            FileChannel lock = FileChannel.open(lockFile, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    privately("rw-------"));
            // Another process that starts at this moment may have taken the new file for a leftover.
            if (lock.tryLock() != null && Files.exists(lockFile)) {
                return new Spool(Files.createDirectory(base.resolve(name), privately("rwx------")), lockFile, lock);
            }
            lock.close();
        }
    }

    Path newFile() throws IOException {
        return Files.createFile(directory.resolve(UUID.randomUUID().toString()), privately("rw-------"));
    }

    @Override
    public void close() throws IOException {
        remove(directory);
        Files.deleteIfExists(lockFile);
        lock.close();
    }

    private static void removeLeftovers(Path base) throws IOException {
        List<Path> locks;
        try (Stream<Path> entries = Files.list(base)) {
            locks = entries.filter(entry -> entry.getFileName().toString().endsWith(LOCK)).toList();
        }
        for (Path lockFile : locks) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    FileLock gone = channel.tryLock()) {
                if (gone != null) {
                    String name = lockFile.getFileName().toString();
                    remove(base.resolve(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(lockFile);
                }
            } catch (OverlappingFileLockException ownedByThisProcess) {
                LOG.debugf("%s belongs to this process", lockFile);
            } catch (NoSuchFileException removedMeanwhile) {
                LOG.debugf("%s was removed by another process", lockFile);
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }

    private static FileAttribute<?>[] privately(String permissions) {
        return POSIX ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) } : new FileAttribute<?>[0];
    }
}
