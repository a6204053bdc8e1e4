package dev.esign.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Makes the name of a file out of whatever an answer calls a document. */
final class SafeFileName {

    static final String NAMELESS = "document";

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 20;

    /** What separates names, means something to a file system or a shell, or can't be seen. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[.\\s]+|[.\\s]+$");
    /** Names that are devices on Windows, whatever their extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

    private final String base;
    private final String extension;

    private SafeFileName(String base, String extension) {
        this.base = base;
        this.extension = extension;
    }

    /** The name without anything that leads elsewhere; never empty. */
    static SafeFileName of(String text) {
        String name = AT_THE_ENDS.matcher(UNSAFE.matcher(text).replaceAll("_")).replaceAll("");
        if (name.isEmpty()) {
            name = NAMELESS;
        } else if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        return new SafeFileName(cut(name.substring(0, name.length() - extension.length())), extension);
    }

    /** File systems limit the bytes of a name. */
    private static String cut(String base) {
        String cut = base;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    /** A file in the directory: with this name for the number 1, with the number behind it for any other. */
    Path in(Path directory, int number) {
        String name = number == 1 ? base + extension : base + " (" + number + ")" + extension;
        try {
            return directory.resolve(name);
        } catch (InvalidPathException unencodable) {
            // with an ASCII locale, as in many containers, Java can't name such a file
            return directory.resolve(NOT_ASCII.matcher(name).replaceAll("_"));
        }
    }
}
