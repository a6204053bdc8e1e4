package dev.esign.sandbox.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.wire.DotNetJson;

/** What the service wraps around its results: RequestResponse, SessionResponse and others. Errors travel with HTTP 200 too. */
public final class Envelope {

    private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";

    private Envelope() {
    }

    /** The answer to a token that is no good. */
    public static Answer nothing() {
        return answer(NullNode.getInstance());
    }

    /** A RequestResponse with a value. */
    public static Answer value(String value) {
        return answer(requestResponse("Success", value, List.of()));
    }

    /** A RequestResponse without a value. */
    public static Answer refusal(String detail) {
        return answer(requestResponse("Error", null, List.of(detail)));
    }

    /** A RequestResponse that says whether something was done, and if not, why. */
    public static Answer done(List<String> refusals) {
        return answer(refusals.isEmpty() ? requestResponse("Success", "True", refusals)
                : requestResponse("Error", "False", refusals));
    }

    /** A SessionResponse with a session, and with what was not done although the session has changed. */
    public static Answer session(SessionSnapshot session, List<String> refusals) {
        ObjectNode response = response(refusals.isEmpty() ? "Success" : "Error");
        response.set("Details", texts(refusals));
        response.put("SigningSessionId", session.id());
        response.putArray("Sessions").add(SessionTree.of(session));
        return answer(response);
    }

    /** A SessionResponse with as many sessions as there are. */
    public static Answer sessions(List<SessionSnapshot> sessions) {
        ObjectNode response = response("Success");
        response.set("Details", texts(List.of()));
        response.put("SigningSessionId", sessions.size() == 1 ? sessions.get(0).id() : NO_GUID);
        ArrayNode array = response.putArray("Sessions");
        sessions.forEach(session -> array.add(SessionTree.of(session)));
        return answer(response);
    }

    /** A SessionResponse without a session. */
    public static Answer sessionRefusal(List<String> refusals) {
        ObjectNode response = response("Error");
        response.set("Details", texts(refusals));
        // .NET has no null for a GUID.
        response.put("SigningSessionId", NO_GUID);
        response.putNull("Sessions");
        return answer(response);
    }

    /** A ResponseSessionInfoLiteView without a list. */
    public static Answer listRefusal(String detail) {
        return listRefusal(List.of(detail));
    }

    private static Answer listRefusal(List<String> details) {
        ObjectNode response = response("Error");
        response.set("Details", texts(details));
        response.put("TotalCount", 0);
        response.putNull("Sessions");
        return answer(response);
    }

    /** A SessionLiteBucketView: a page of session ids, and how many there are. */
    public static Answer bucket(int totalCount, List<String> sessionIds) {
        ObjectNode response = response("Success");
        response.set("Details", texts(List.of()));
        response.put("TotalCount", totalCount);
        response.set("SigningSessionIds", texts(sessionIds));
        return answer(response);
    }

    /** A SessionLiteBucketView without a list. */
    public static Answer bucketRefusal(String detail) {
        return bucketRefusal(List.of(detail));
    }

    private static Answer bucketRefusal(List<String> details) {
        ObjectNode response = response("Error");
        response.set("Details", texts(details));
        response.put("TotalCount", 0);
        response.putNull("SigningSessionIds");
        return answer(response);
    }

    /** Any other response that holds an array: its objects, and what was not done although something was. */
    public static <T> Answer array(String name, List<T> elements, Function<T, ObjectNode> tree, List<String> refusals) {
        ObjectNode response = response(refusals.isEmpty() ? "Success" : "Error");
        response.set("Details", texts(refusals));
        ArrayNode array = response.putArray(name);
        elements.forEach(element -> array.add(tree.apply(element)));
        return answer(response);
    }

    /** Such a response with a page of the array only, and with how many objects there are: a ResponseSessionInfoLiteView. */
    public static <T> Answer page(String name, int totalCount, List<T> elements, Function<T, ObjectNode> tree) {
        ObjectNode response = response("Success");
        response.set("Details", texts(List.of()));
        response.put("TotalCount", totalCount);
        ArrayNode array = response.putArray(name);
        elements.forEach(element -> array.add(tree.apply(element)));
        return answer(response);
    }

    /** Any other response without its array. */
    public static Answer arrayRefusal(String name, List<String> refusals) {
        ObjectNode response = response("Error");
        response.set("Details", texts(refusals));
        response.putNull(name);
        return answer(response);
    }

    /**
     * The refusal of a documented method, in the envelope that it answers with.
     *
     * @param operation the name of the method
     */
    public static Answer refusalOf(String operation, List<String> details) {
        return switch (operation) {
            case "EncryptString", "GetToken", "GetTokenUserNamePassword", "GetLandingURL", "GetSignerInviteToken" ->
                answer(requestResponse("Error", null, details));
            case "CreateSession", "UpdateSession", "GetSession", "CopySigningSession", "EditPauseSession",
                    "GetSessionsByTransactionId", "GetSessionsByTransactionIdMetadata" ->
                sessionRefusal(details);
            case "GetSessionsLiteByTransactionId" -> listRefusal(details);
            case "GetArchivedSessions", "GetDeletedSessions", "GetExpiredSessions" -> bucketRefusal(details);
            case "AuthenticateUser", "CreateUser", "GetUserById", "GetUserByUsername", "UpdateUser", "UpdateUserByUsername",
                    "ProvisionUser", "CreateGroupUser", "UpdateGroupUser", "GetGroupUsers" ->
                arrayRefusal("Users", details);
            case "GetClientGroups", "CreateGroup", "UpdateGroup" -> arrayRefusal("Group", details);
            case "GetSessionActionLogs" -> arrayRefusal("Actionlog", details);
            case "UpdateSigners" -> arrayRefusal("Signers", details);
            case "GetSignerDocuments" -> arrayRefusal("Documents", details);
            case "GetSessionInviteUrls" -> arrayRefusal("InviteUrls", details);
            case "GetSessionFiles", "GetArchivedSessionFiles" -> arrayRefusal("SessionFiles", details);
            default -> done(details);
        };
    }

    /** The {@code ReturnValue} of an answer that has one. */
    public static Optional<String> returnValue(Answer answer) {
        return Optional.ofNullable(DotNetJson.read(answer.body()).path("ReturnValue").textValue());
    }

    private static ObjectNode requestResponse(String message, String value, List<String> details) {
        ObjectNode response = response(message);
        response.put("ReturnValue", value);
        response.set("Details", texts(details));
        return response;
    }

    private static ObjectNode response(String message) {
        return JsonNodeFactory.instance.objectNode().put("Message", message);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }

    private static Answer answer(JsonNode tree) {
        return Answer.json(DotNetJson.write(tree));
    }
}
