package dev.esign.sandbox.session;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whose turn it is: SessionInfo's {@code UseSequence} and the signers' {@code Sequence}. */
enum SigningOrder {

    /** Everybody at once. */
    TOGETHER,
    /** One position after the other; signers who share one sign in any order. */
    SEQUENTIAL,
    /** "Suspended", or "disables invites": nobody is invited by itself. */
    SUSPENDED;

    static SigningOrder of(SessionContents contents) {
        return switch (contents.settings().path("UseSequence").asInt()) {
            case 1 -> SEQUENTIAL;
            case 2 -> SUSPENDED;
            default -> TOGETHER;
        };
    }

    /**
     * The signers who may sign now, by id. A position that somebody declined is never over, so the later ones wait.
     */
    Set<String> due(List<Signer> signers) {
        if (this != SEQUENTIAL) {
            return signers.stream().filter(signer -> signer.status().isAwaited()).map(Signer::id)
                    .collect(Collectors.toSet());
        }
        int first = IntStream.range(0, signers.size()).filter(i -> !signers.get(i).status().isDone())
                .map(i -> signers.get(i).position(i + 1)).min().orElse(Integer.MAX_VALUE);
        return IntStream.range(0, signers.size())
                .filter(i -> signers.get(i).status().isAwaited() && signers.get(i).position(i + 1) == first)
                .mapToObj(i -> signers.get(i).id()).collect(Collectors.toSet());
    }
}
