package dev.esign.sandbox.wire;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.MalformedRequestException;

/** How the documented bodies are built, in every spelling that the documentation has for a member. */
sealed interface Shape {

    /** The body of any call: the arguments of all methods. */
    Shape BODY = shapes();

    /** What one of .NET's readers makes of a value. */
    JsonNode read(String name, JsonNode given, Dialect dialect) throws MalformedRequestException;

    /** A simple value. */
    record Value(MemberKind kind) implements Shape {

        @Override
        public JsonNode read(String name, JsonNode given, Dialect dialect) throws MalformedRequestException {
            JsonNode read = dialect.read(kind, given);
            if (read == null) {
                throw new MalformedRequestException(name + " has a form that this reader of .NET doesn't take.");
            }
            return read;
        }
    }

    /** Something whose form is checked elsewhere. */
    record Anything() implements Shape {

        @Override
        public JsonNode read(String name, JsonNode given, Dialect dialect) {
            return given;
        }
    }

    /** An array of objects. */
    record Array(Shape element) implements Shape {

        @Override
        public JsonNode read(String name, JsonNode given, Dialect dialect) throws MalformedRequestException {
            if (!given.isArray()) {
                return given;
            }
            ArrayNode read = JsonNodeFactory.instance.arrayNode();
            for (JsonNode object : given) {
                read.add(element.read(name, object, dialect));
            }
            return read;
        }
    }

    /** An object. */
    record Members(Map<String, Shape> shapes) implements Shape {

        @Override
        public JsonNode read(String name, JsonNode given, Dialect dialect) throws MalformedRequestException {
            if (!given.isObject()) {
                return given;
            }
            ObjectNode read = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : given.properties()) {
                Shape shape = shapes.get(member.getKey());
                if (shape == null) {
                    shape = inAnotherCase(member.getKey());
                    if (shape != null && dialect.isCaseSensitive()) {
                        // Unknown to this reader, hence ignored.
                        continue;
                    }
                }
                read.set(member.getKey(), shape == null ? member.getValue()
                        : shape.read(member.getKey(), member.getValue(), dialect));
            }
            return read;
        }

        private Shape inAnotherCase(String name) {
            return shapes.entrySet().stream().filter(known -> known.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue)
                    .findAny().orElse(null);
        }
    }

    private static Shape shapes() {
        Shape text = new Value(MemberKind.TEXT);
        Shape anything = new Anything();
        Shape signer = members(WireType.SIGNER, Map.of("SignerId", text, "SignerID", text, "AuthenticationSettings", anything,
                "Authenticationsettings", anything, "AuthenticateSigner", anything, "StateCode", new Value(MemberKind.NUMBER),
                "StatusCode", new Value(MemberKind.NUMBER), "SignatureImageBase64", text, "InitialsImageBase64", text));
        Shape signers = new Array(signer);
        Shape session = new Members(Map.of("Id", text, "SigningSessionId", text,
                "SessionInfo", members(WireType.SESSION_INFO, Map.of("Id", text, "Password", text)),
                "Documents", new Array(members(WireType.DOCUMENT, Map.of("FileBytes", anything))), "Signers", signers));
        Shape user = members(WireType.USER, Map.of("SystemUserId", text, "SystemUserID", text, "SubscriptionTypes", text,
                "Password", text, "EncryptedPassword", text, "StatusCode", text));
        Map<String, Shape> arguments = new HashMap<>(Map.of("session", session, "signers", signers, "signerList", signers,
                "user", user, "groupUser", user, "group", members(WireType.GROUP, Map.of("UserGroupId", text)),
                "copyOptions", new Members(Map.of("Version", new Value(MemberKind.NUMBER),
                        "RetainFields", new Value(MemberKind.BOOLEAN)))));
        for (String argument : new String[] { "userName", "username", "oldUsername", "salt", "signingSessionId", "returnURL",
                "systemUserId", "userStatus", "userRole", "newTransactionId" }) {
            arguments.put(argument, text);
        }
        return new Members(Map.copyOf(arguments));
    }

    private static Shape members(WireType type, Map<String, Shape> others) {
        Map<String, Shape> shapes = new HashMap<>(others);
        type.kinds().forEach((name, kind) -> shapes.putIfAbsent(name, new Value(kind)));
        return new Members(Map.copyOf(shapes));
    }
}
