package dev.esign.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.esign.InviteUrl;
import dev.esign.model.SignerRole;

/**
 * Finds invite URLs in an answer. Its form is published nowhere, so every text that is a web address is taken for one, unless
 * the name of its member says that it leads elsewhere. The signer stands in the same object, or in the one around it.
 */
public final class InviteUrlsReader {

    private static final int LONGEST_ANSWER = 8 << 20;
    private static final ObjectReader JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().reader();
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/\\s]+.*", Pattern.DOTALL);
    private static final Pattern NOT_IN_URI = Pattern.compile("[^A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+");
    private static final List<String> LEADS_ELSEWHERE = List.of("returnurl", "redirect", "hook", "logo", "image");
    private static final Set<String> TEXTS = Set.of("message", "details");

    private final List<InviteUrl> urls = new ArrayList<>();
    private boolean otherContent;

    private InviteUrlsReader() {
    }

    /**
     * Reads an answer to its end.
     *
     * @param answer the answer, which isn't closed
     * @return the addresses and the rest of the answer; null when it is {@code null} or empty
     * @throws UnreadableAnswerException when it isn't JSON, or holds something but no address
     * @throws IOException when the connection is lost
     */
    public static InviteUrlsResponse read(InputStream answer) throws IOException {
        JsonNode tree = parse(answer.readNBytes(LONGEST_ANSWER));
        JsonNode root = tree.isObject() ? AnswerReader.unwrap(tree) : tree;
        if (root.isNull() || root.isMissingNode()) {
            return null;
        }
        String returnValue = JsonMembers.text(root, "ReturnValue").orElse(null);
        InviteUrlsReader reader = new InviteUrlsReader();
        reader.otherContent = returnValue != null && !returnValue.isBlank() && !returnValue.equalsIgnoreCase("True");
        reader.visit("", root, null);
        InviteUrlsResponse response = new InviteUrlsResponse(JsonMembers.text(root, "Message").orElse(null),
                JsonMembers.texts(root, "Details"), returnValue, List.copyOf(reader.urls));
        if (!response.isError() && response.urls().isEmpty() && reader.otherContent) {
            throw new UnreadableAnswerException("the answer holds no invite URL in any of the forms that are looked for");
        }
        return response;
    }

    private static JsonNode parse(byte[] body) throws IOException {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            // The parser's own message quotes the answer, so it isn't kept as a cause.
            throw new UnreadableAnswerException(body);
        }
        if (tree.isValueNode() && !tree.isNull()) {
            throw new UnreadableAnswerException(body);
        }
        return tree;
    }

    /** An object on the way to an address; {@code around} is null for the outermost one. */
    private record Owner(JsonNode object, Owner around) {

        /** What it, the signer in it, or an object around it has under one of the names. */
        Optional<String> text(String... names) {
            return JsonMembers.text(object, names)
                    .or(() -> JsonMembers.member(object, "Signer").flatMap(signer -> JsonMembers.text(signer, names)))
                    .or(() -> around == null ? Optional.empty() : around.text(names))
                    .filter(text -> !text.isBlank());
        }
    }

    private void visit(String member, JsonNode value, Owner owner) throws UnreadableAnswerException {
        if (value.isObject()) {
            otherContent |= owner != null;
            Owner inner = new Owner(value, owner);
            for (Iterator<Map.Entry<String, JsonNode>> members = value.fields(); members.hasNext();) {
                Map.Entry<String, JsonNode> next = members.next();
                String name = next.getKey().toLowerCase(Locale.ROOT);
                if (!TEXTS.contains(name) && LEADS_ELSEWHERE.stream().noneMatch(name::contains)) {
                    visit(name, next.getValue(), inner);
                }
            }
        } else if (value.isArray()) {
            for (JsonNode element : value) {
                otherContent = true;
                visit(member, element, owner);
            }
        } else if (value.isTextual() && ADDRESS.matcher(value.textValue().strip()).matches()) {
            urls.add(inviteUrl(value.textValue().strip(), owner == null ? new Owner(MissingNode.getInstance(), null) : owner));
        }
    }

    private static InviteUrl inviteUrl(String address, Owner owner) throws UnreadableAnswerException {
        Optional<String> key = owner.text("Key"); // of a dictionary, as .NET writes it
        return new InviteUrl(uri(address),
                owner.text("SignerId").or(() -> key.filter(text -> !text.contains("@"))).orElse(null),
                owner.text("SignerRole", "Role").map(SignerRole::of).orElse(null),
                owner.text("EmailAddress", "Email", "SignerEmail").or(() -> key.filter(text -> text.contains("@")))
                        .orElse(null));
    }

    /** What a browser takes but a URI doesn't allow is percent-encoded. */
    private static URI uri(String address) throws UnreadableAnswerException {
        try {
            return URI.create(NOT_IN_URI.matcher(address).replaceAll(
                    match -> Matcher.quoteReplacement(URLEncoder.encode(match.group(), StandardCharsets.UTF_8)
                            .replace("+", "%20"))));
        } catch (IllegalArgumentException notAnAddress) {
            // Its message quotes the address, so it isn't kept as a cause.
            throw new UnreadableAnswerException("the answer holds an invite URL that is no address");
        }
    }
}
