package dev.esign.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of one account in a file that only its owner can read: properties, with the names that they have everywhere. */
final class Profile {

    static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String ENDING = ".properties";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final String name;
    private final Path directory;

    /**
     * A profile that may be there or not.
     *
     * @param name letters, digits, dots, dashes and underscores
     * @param directory where profiles are
     */
    Profile(String name, Path directory) {
        if (!isName(name)) {
            throw new IllegalArgumentException("profile '" + name + "': give letters, digits, '.', '-' and '_'");
        }
        this.name = name;
        this.directory = directory;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Where profiles are, by the rules of the XDG base directories. */
    static Path directory(Map<String, String> environment, String home) {
        String configured = environment.get("XDG_CONFIG_HOME");
        return (configured == null || !Path.of(configured).isAbsolute() ? Path.of(home, ".config") : Path.of(configured))
                .resolve("esign");
    }

    static Path directory() {
        return directory(System.getenv(), System.getProperty("user.home"));
    }

    String name() {
        return name;
    }

    Path file() {
        return directory.resolve(name + ENDING);
    }

    boolean exists() {
        return Files.exists(file());
    }

    /** The names of all that are stored. */
    static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING) && !file.startsWith("."))
                    .map(file -> file.substring(0, file.length() - ENDING.length())).sorted().toList();
        }
    }

    /** What it says; nothing, if it isn't there. */
    Map<String, String> read() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        if (exists()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file())) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        }
        return settings;
    }

    /** Whether others than its owner can read it. */
    boolean isOpenToOthers() throws IOException {
        return isPosix(directory) && !EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                .containsAll(Files.getPosixFilePermissions(file()));
    }

    /** Stores it, in place of what was there: whole or not at all, and never readable by others. */
    void write(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        settings.forEach(properties::setProperty);
        StringWriter text = new StringWriter();
        properties.store(text, "Written by 'esign login'; keep it secret");
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.getParent());
            if (isPosix(directory.getParent())) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNERS_DIRECTORY));
            } else {
                Files.createDirectory(directory);
            }
        }
        Path fresh = isPosix(directory)
                ? Files.createTempFile(directory, ".", ENDING, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(directory, ".", ENDING);
        try {
            Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8);
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
