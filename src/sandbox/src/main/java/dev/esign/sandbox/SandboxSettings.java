package dev.esign.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import dev.esign.anchortags.AnchorTags;
import dev.esign.sandbox.api.Accepted;
import dev.esign.sandbox.webhook.WebhookSettings;

/** How one sandbox shall behave. */
record SandboxSettings(Duration tagProcessing, Duration tokenLifetime, Accepted apiKeys,
        Set<String> encryptedApiKeys, Set<String> users, Set<String> knownUsers, Clock clock,
        Duration purgeDelay, Map<UnpublishedOperation, OperationAddress> operations, AnchorTags anchorTags,
        WebhookSettings webhooks, int journalSize, WireMode wireMode) {

    /** Users are people. */
    @Override
    public String toString() {
        return "SandboxSettings[tagProcessing=" + tagProcessing + ", tokenLifetime=" + tokenLifetime + ", users="
                + users.size() + ", purgeDelay=" + purgeDelay + "]";
    }
}
