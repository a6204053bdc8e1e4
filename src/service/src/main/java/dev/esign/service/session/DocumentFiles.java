package dev.esign.service.session;

import java.util.ArrayList;
import java.util.List;

import dev.esign.service.problem.Problems;
import dev.esign.service.upload.UploadedFile;

/**
 * The files of a multipart request, on their way to the documents that they belong to: by the name of their part, or else in
 * their order. Not thread-safe.
 */
final class DocumentFiles {

    private static final String PART = "document";

    private final List<UploadedFile> files;
    private final List<UploadedFile> left;

    DocumentFiles(List<UploadedFile> files) {
        this.files = files;
        this.left = new ArrayList<>(files);
    }

    /** All files, for a request that describes no documents. */
    List<UploadedFile> takeAll() {
        left.clear();
        return files;
    }

    /** The file of a document; null, with a problem noted, when there is none. */
    UploadedFile take(String field, DocumentRequest document, Problems problems) {
        String part = document.part() == null ? PART : document.part();
        UploadedFile file = left.stream().filter(candidate -> candidate.part().equals(part)).findFirst().orElse(null);
        if (file == null) {
            problems.add(field + ".part", document.part() == null
                    ? "is missing, and there is no further file named " + PART
                    : "names no file of the request that isn't another document's already");
            return null;
        }
        if (document.part() != null && left.stream().filter(candidate -> candidate.part().equals(part)).count() > 1) {
            problems.add(field + ".part", "names several files; give each a name of its own");
        }
        left.remove(file);
        return file;
    }

    /** Notes the files that no document has taken. */
    void refuseRest(Problems problems) {
        for (UploadedFile file : left) {
            problems.add(shortened(file.part()), "is a part that belongs to no document; name it in documents[…].part");
        }
    }

    private static String shortened(String part) {
        return part.length() > 100 ? part.substring(0, 100) + "…" : part;
    }
}
