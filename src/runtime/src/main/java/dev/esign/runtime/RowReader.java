package dev.esign.runtime;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.FailedCall;
import dev.esign.ProtocolException;
import dev.esign.model.ActionLogEntry;
import dev.esign.model.SessionSummary;
import dev.esign.model.UploadedDocument;
import dev.esign.rest.JsonMembers;

/** Reads the rows of lists, whose members the documentation describes but mostly doesn't name. */
final class RowReader {

    private RowReader() {
    }

    /** A session; a row without an id is a failure, since leaving it out would hide a session. */
    static SessionSummary session(FailedCall call, JsonNode row) {
        JsonNode info = JsonMembers.member(row, "SessionInfo").orElse(row);
        return new SessionSummary(
                SessionReader.id(row)
                        .orElseThrow(() -> new ProtocolException(call, "eSign listed a session without an id", null)),
                SessionReader.status(row).or(() -> SessionReader.status(info)), JsonMembers.text(info, "Title"),
                JsonMembers.text(info, "TransactionId"), JsonMembers.moment(info, "CreatedOn"));
    }

    static ActionLogEntry logEntry(JsonNode row) {
        return new ActionLogEntry(
                JsonMembers.moment(row, "Date", "ActionDate", "LogDate", "DateTime", "CreatedOn", "CreatedDate", "Timestamp"),
                JsonMembers.text(row, "IpAddress", "IP", "ClientIpAddress"),
                JsonMembers.text(row, "Description", "ActionDescription", "Action"), JsonMembers.all(row));
    }

    static UploadedDocument uploadedDocument(JsonNode row) {
        return new UploadedDocument(JsonMembers.text(row, "Title", "DocumentTitle", "FileName", "DocumentName", "Name"),
                JsonMembers.all(row));
    }
}
