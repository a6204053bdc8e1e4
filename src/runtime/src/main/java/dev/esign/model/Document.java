package dev.esign.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A document of a session, Word, Excel, PDF or an image ({@code Document}). Immutable; the content is read when the session
 * is sent, and streamed, so that memory doesn't grow with it.
 */
public final class Document {

    private static final int LONGEST_FILE_NAME = 255;

    private final String fileName;
    private final DocumentContent content;
    private final boolean anchorTags;
    private final String anchorTagsAdjustmentCategory;
    private final String formId;
    private final String formTag;
    private final Integer sequence;

    private Document(Builder builder) {
        this.fileName = builder.fileName;
        this.content = builder.content;
        this.anchorTags = builder.anchorTags;
        this.anchorTagsAdjustmentCategory = builder.anchorTagsAdjustmentCategory;
        this.formId = builder.formId;
        this.formTag = builder.formTag;
        this.sequence = builder.sequence;
    }

    /**
     * A file, sent under its own name.
     *
     * @param file the file; read when the session is sent
     * @return a builder
     */
    public static Builder file(Path file) {
        Objects.requireNonNull(file, "file");
        // Only the root has no name, and a root can't be sent: a blank name says so.
        String name = Objects.toString(file.getFileName(), "");
        return of(name, new DocumentContent() {

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public OptionalLong size() {
                try {
                    return OptionalLong.of(Files.size(file));
                } catch (IOException unreadable) {
                    // Whether the file can be read matters when it is sent, and shows then.
                    return OptionalLong.empty();
                }
            }
        });
    }

    /**
     * A document in memory.
     *
     * @param fileName the name with its extension, for example {@code agreement.docx}
     * @param bytes the whole document; not copied, so don't change it before the session is sent
     * @return a builder
     */
    public static Builder of(String fileName, byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return of(fileName, new DocumentContent() {

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(bytes.length);
            }
        });
    }

    /**
     * A document from anywhere that can be read more than once.
     *
     * @param fileName the name with its extension, for example {@code agreement.docx}
     * @param content opens the document
     * @return a builder
     */
    public static Builder of(String fileName, DocumentContent content) {
        return new Builder(fileName, content);
    }

    /** @return the name with its extension ({@code FileName}) */
    public String fileName() {
        return fileName;
    }

    /** @return the bytes ({@code FileBytes}) */
    public DocumentContent content() {
        return content;
    }

    /** @return whether eSign shall look for anchor tags in it ({@code HasAnchorTags}) */
    public boolean hasAnchorTags() {
        return anchorTags;
    }

    /** @return the vendor-made category of tag shifts ({@code AnchorTagsAdjustmentCategory}) */
    public Optional<String> anchorTagsAdjustmentCategory() {
        return Optional.ofNullable(anchorTagsAdjustmentCategory);
    }

    /** @return the template to apply ({@code FormId}) */
    public Optional<String> formId() {
        return Optional.ofNullable(formId);
    }

    /** @return the form's tag text ({@code FormTag}) */
    public Optional<String> formTag() {
        return Optional.ofNullable(formTag);
    }

    /** @return the place among the session's documents ({@code Sequence}) */
    public OptionalInt sequence() {
        return sequence == null ? OptionalInt.empty() : OptionalInt.of(sequence);
    }

    void check(Findings findings) {
        if (fileName == null || fileName.isBlank()) {
            findings.add("fileName", "is blank; give a name with its extension");
            return;
        }
        findings.addIf(fileName.indexOf('/') >= 0 || fileName.indexOf('\\') >= 0, "fileName",
                "has a path separator; give the name without its folder");
        findings.addIf(fileName.chars().anyMatch(Character::isISOControl), "fileName",
                "has a control character; give a name without");
        int dot = fileName.lastIndexOf('.');
        findings.addIf(dot < 1 || fileName.substring(dot + 1).isBlank(), "fileName",
                "has no extension; give a name such as agreement.docx");
        findings.addIf(fileName.length() > LONGEST_FILE_NAME, "fileName",
                "has " + fileName.length() + " characters; give at most " + LONGEST_FILE_NAME);
    }

    @Override
    public String toString() {
        return "Document[anchorTags=" + anchorTags + "]";
    }

    /** Collects what a document needs. Not thread-safe. */
    public static final class Builder {

        private final String fileName;
        private final DocumentContent content;
        private boolean anchorTags;
        private String anchorTagsAdjustmentCategory;
        private String formId;
        private String formTag;
        private Integer sequence;

        private Builder(String fileName, DocumentContent content) {
            this.fileName = fileName;
            this.content = Objects.requireNonNull(content, "content");
        }

        /**
         * Has eSign look for anchor tags in the document, which takes it some seconds after create.
         *
         * @return this
         */
        public Builder anchorTags() {
            return anchorTags(true);
        }

        /**
         * Says whether eSign shall look for anchor tags in the document.
         *
         * @param anchorTags false by default: looking takes eSign some seconds
         * @return this
         */
        public Builder anchorTags(boolean anchorTags) {
            this.anchorTags = anchorTags;
            return this;
        }

        /**
         * Shifts the anchor tags by amounts that the vendor has set up for the account.
         *
         * @param category the name of the category
         * @return this
         */
        public Builder anchorTagsAdjustmentCategory(String category) {
            this.anchorTagsAdjustmentCategory = category;
            return this;
        }

        /**
         * Applies a template.
         *
         * @param formId the value given in the template's configuration
         * @return this
         */
        public Builder formId(String formId) {
            this.formId = formId;
            return this;
        }

        /**
         * Sets the tag text of the form; its meaning is not published.
         *
         * @param formTag the text
         * @return this
         */
        public Builder formTag(String formTag) {
            this.formTag = formTag;
            return this;
        }

        /**
         * Sets the place among the session's documents.
         *
         * @param sequence the place
         * @return this
         */
        public Builder sequence(int sequence) {
            this.sequence = sequence;
            return this;
        }

        /**
         * Makes the document.
         *
         * @return the document
         * @throws InvalidSessionException with all problems, whose paths begin here: {@code fileName}
         */
        public Document build() {
            Document document = unchecked();
            Findings findings = new Findings();
            document.check(findings);
            findings.throwIfAny();
            return document;
        }

        /** The document as it is, right or wrong: for a session, which checks all its parts at once. */
        Document unchecked() {
            return new Document(this);
        }
    }
}
