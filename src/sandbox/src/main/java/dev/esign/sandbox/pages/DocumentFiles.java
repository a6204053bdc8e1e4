package dev.esign.sandbox.pages;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.pages.picture.PdfPictures;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.DocumentContent;

/** Documents and the pictures of their pages, as files. */
final class DocumentFiles {

    private final PdfPictures pictures;

    DocumentFiles(PdfPictures pictures) {
        this.pictures = pictures;
    }

    /** The file, to be saved: whatever is in it, the browser shall not run it as a part of these pages. */
    Answer file(Document document) {
        return file(document.label(), document.content());
    }

    Answer file(String name, DocumentContent content) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Answer.streamed(Map.of(
                "Content-Type", "application/octet-stream",
                "Content-Disposition", "attachment; filename*=UTF-8''" + encoded,
                "Content-Security-Policy", "default-src 'none'; sandbox",
                "Cache-Control", "no-store",
                "X-Content-Type-Options", "nosniff"), out -> {
                    try (InputStream in = content.open()) {
                        in.transferTo(out);
                    }
                });
    }

    /** The picture of the page that the path's {@code page} numbers from 1. */
    Answer picture(Document document, Request request) {
        String page = request.variable("page");
        String tag = "\"" + document.content().sha256() + "-" + page + "\"";
        if (!page.matches("\\d{1,5}")) {
            return Answer.notFound();
        }
        if (request.header("If-None-Match").contains(tag)) {
            return picture(304, tag, new byte[0]);
        }
        return pictures.picture(document.content(), Integer.parseInt(page) - 1).map(png -> picture(200, tag, png))
                .orElseGet(Answer::notFound);
    }

    private static Answer picture(int status, String tag, byte[] png) {
        return new Answer(status, Map.of("Content-Type", "image/png", "Cache-Control", "private, no-cache", "ETag", tag,
                "X-Content-Type-Options", "nosniff"), png);
    }
}
