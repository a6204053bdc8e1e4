package dev.esign.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second sandbox out of a directory, in this JVM or another one. Between processes the system's file lock does that,
 * and lets go when a process ends. Within a process nothing may even open the locked file: closing it again would let go of
 * the lock (POSIX). So a second file tells which process has it, told from a later one with the same number by its start.
 */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path owner;

    private DirectoryLock(FileChannel channel, Path owner) {
        this.channel = channel;
        this.owner = owner;
    }

    /**
     * Takes the lock.
     *
     * @throws IOException if another sandbox has it
     */
    static DirectoryLock take(Path directory) throws IOException {
        Path real = directory.toRealPath();
        Path owner = real.resolve("owner");
        // The same object in all class loaders of this JVM.
        synchronized (("esign-sandbox " + real).intern()) {
            if (Files.exists(owner) && Files.readString(owner).equals(thisProcess())) {
                throw inUse();
            }
            FileChannel channel = FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw inUse();
                }
                Files.writeString(owner, thisProcess());
                return new DirectoryLock(channel, owner);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(owner);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static IOException inUse() {
        return new IOException("another sandbox uses it; stop that one or choose another directory");
    }
}
