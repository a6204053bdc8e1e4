package dev.esign.sandbox;

import java.time.Clock;
import java.time.Duration;

import dev.esign.sandbox.api.Accepted;

/** How one sandbox shall behave. */
record SandboxSettings(Duration tagProcessing, Duration tokenLifetime, Accepted apiKeys, Accepted users, Clock clock) {
}
