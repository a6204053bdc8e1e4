package dev.esign.anchortags;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The package of an Office document: parts in a ZIP file, their types, and how they relate. */
final class OfficePackage implements Closeable {

    /** A relation from one part to another one. */
    record Relation(String id, String type, String target) {

        /** Whether the type ends so; what stands before differs between the strict and the usual form. */
        boolean is(String lastSegment) {
            return type.endsWith("/" + lastSegment);
        }
    }

    private final ZipFile zip;
    private final Budget budget;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private OfficePackage(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static OfficePackage open(Path file, Budget budget) throws IOException {
        ZipEnd.check(file, budget);
        try {
            OfficePackage office = new OfficePackage(new ZipFile(file.toFile()), budget);
            office.index();
            return office;
        } catch (ZipException e) {
            boolean encrypted = e.getMessage() != null && e.getMessage().contains("encrypted");
            throw encrypted ? UnreadableDocumentException.encrypted()
                    : UnreadableDocumentException.broken("is a broken ZIP file; it is probably truncated");
        }
    }

    private void index() {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            entries.putIfAbsent(key(entry.getName()), entry);
        }
    }

    /** What the package is; told by the type of its main part. */
    DocumentKind kind() {
        String type = mainPart().map(this::contentType).orElse("");
        if (!type.endsWith(".main+xml")) {
            return DocumentKind.OTHER;
        }
        if (type.contains("wordprocessingml") || type.contains("ms-word")) {
            return DocumentKind.WORD;
        }
        return type.contains("spreadsheetml") || type.contains("ms-excel") ? DocumentKind.EXCEL : DocumentKind.OTHER;
    }

    /** The part that the others hang on. */
    Optional<String> mainPart() {
        return relations("").stream().filter(relation -> relation.is("officeDocument")).map(Relation::target)
                .filter(this::has).findFirst();
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** What a part is related to, within the package; nothing when it doesn't tell. */
    List<Relation> relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        List<Relation> relations = new ArrayList<>();
        if (has(name)) {
            try (PartReader xml = read(name)) {
                while (xml.next()) {
                    if (xml.starts("Relationship") && !xml.attribute("TargetMode").equalsIgnoreCase("External")) {
                        relations.add(new Relation(xml.attribute("Id"), xml.attribute("Type"),
                                resolve(part, xml.attribute("Target"))));
                        budget.entries(relations.size());
                    }
                }
            }
        }
        return relations;
    }

    /** Opens a part. */
    PartReader read(String part) {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw UnreadableDocumentException.broken("lacks one of its parts");
        }
        try {
            InputStream stream = zip.getInputStream(entry);
            return PartReader.open(stream, budget);
        } catch (ZipException e) {
            throw UnreadableDocumentException.broken("has a part that can't be inflated");
        } catch (IOException e) {
            throw UnreadableDocumentException.broken("has a part that can't be read");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private String contentType(String part) {
        String byExtension = "";
        String extension = part.substring(part.lastIndexOf('.') + 1);
        if (!has("[Content_Types].xml")) {
            return byExtension;
        }
        try (PartReader xml = read("[Content_Types].xml")) {
            while (xml.next()) {
                if (xml.starts("Override") && key(xml.attribute("PartName")).equals(key(part))) {
                    return xml.attribute("ContentType");
                }
                if (xml.starts("Default") && xml.attribute("Extension").equalsIgnoreCase(extension)) {
                    byExtension = xml.attribute("ContentType");
                }
            }
        }
        return byExtension;
    }

    private static String resolve(String part, String target) {
        try {
            String resolved = URI.create("/" + part).resolve(target.replace(" ", "%20").replace('\\', '/')).getPath();
            return resolved == null ? "" : resolved.substring(1);
        } catch (IllegalArgumentException e) {
            // A target that is no address is no part; whoever needs it tells that it is missing.
            return "";
        }
    }

    private static String key(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }
}
