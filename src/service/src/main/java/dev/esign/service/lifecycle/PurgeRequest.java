package dev.esign.service.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SessionPurge", description = "How the documents of a session are purged.")
record PurgeRequest(
        @Schema(description = "Whether they are purged at once, without a last mail to the signers, or after the waiting time of "
                + "the account (72 hours unless eSign was told otherwise), within which it can be taken back.", enumeration = {
                        "now", "scheduled" }, defaultValue = "scheduled") String time,
        @Schema(description = "Your host URL; missing for the one that the service is configured with.", examples = "https://www.example.com/") String returnUrl){

    @Override
    public String toString() {
        return "PurgeRequest[time=" + time + "]";
    }
}
