package dev.esign.sandbox.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Request;

/**
 * The style sheet, scripts and icon of the pages. Their addresses hold a digest of their content, so that a browser may
 * keep them for ever and still never uses an old one. Immutable.
 */
final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "pages.css", "text/css; charset=utf-8",
            "live.js", "text/javascript; charset=utf-8",
            "sign.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    Assets() {
        TYPES.keySet().forEach(name -> byName.put(name, read(name)));
    }

    private record Asset(byte[] content, String digest) {

        String tag() {
            return '"' + digest + '"';
        }
    }

    /** Where a browser finds an asset. */
    String path(String name) {
        return "/assets/" + name + "?v=" + byName.get(name).digest();
    }

    Answer get(Request request) {
        String name = request.variable("name");
        Asset asset = byName.get(name);
        if (asset == null) {
            return Answer.notFound();
        }
        boolean known = request.header("If-None-Match").contains(asset.tag());
        return new Answer(known ? 304 : 200, Map.of(
                "Content-Type", TYPES.get(name),
                "Cache-Control", "public, max-age=31536000, immutable",
                "ETag", asset.tag(),
                "X-Content-Type-Options", "nosniff"), known ? new byte[0] : asset.content());
    }

    private static Asset read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/dev/esign/sandbox/pages/" + name)) {
            byte[] content = in.readAllBytes();
            return new Asset(content, HexFormat.of().formatHex(Digests.sha256(content), 0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of the sandbox's jar cannot be read", e);
        }
    }
}
