package dev.esign.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * Something that is wrong with a session, or that looks wrong.
 *
 * @param path what it is about, such as {@code title}, {@code copyTo[0]} or {@code signers[1].email}
 * @param problem what is wrong and how to put it right; never quotes a name, an e-mail address or a password
 * @serial exclude
 */
public record Problem(String path, String problem) implements Serializable {

    /**
     * Checks the components.
     *
     * @param path what it is about, such as {@code title}, {@code copyTo[0]} or {@code signers[1].email}
     * @param problem what is wrong and how to put it right; never quotes a name, an e-mail address or a password
     * @throws NullPointerException when {@code path} or {@code problem} is null
     */
    public Problem {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(problem, "problem");
    }

    @Override
    public String toString() {
        return path + ": " + problem;
    }
}
