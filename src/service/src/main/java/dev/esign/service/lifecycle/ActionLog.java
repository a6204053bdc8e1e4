package dev.esign.service.lifecycle;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import dev.esign.model.ActionLogEntry;

@Schema(description = "What happened to a session.")
record ActionLog(
        @Schema(required = true, description = "The entries, in eSign's order.") List<Entry> entries) {

    static ActionLog of(List<ActionLogEntry> entries) {
        return new ActionLog(entries.stream().map(Entry::of).toList());
    }

    @Override
    public String toString() {
        return "ActionLog[entries=" + entries.size() + "]";
    }

    @Schema(name = "ActionLogEntry", description = "Something that happened to a session. eSign's documentation doesn't name "
            + "the members of an entry: the three that it describes are looked for.")
    @JsonInclude(Include.NON_NULL)
    record Entry(
            @Schema(description = "When it happened.") Instant date,
            @Schema(description = "From which IP address.") String ipAddress,
            @Schema(description = "What happened.") String description) {

        static Entry of(ActionLogEntry entry) {
            return new Entry(entry.date().orElse(null), entry.ipAddress().orElse(null), entry.description().orElse(null));
        }

        @Override
        public String toString() {
            return "Entry[date=" + date + "]";
        }
    }
}
