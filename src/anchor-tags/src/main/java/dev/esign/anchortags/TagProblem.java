package dev.esign.anchortags;

/**
 * Something wrong with the text of a tag.
 *
 * @param code what kind of problem
 * @param problem the field and what is wrong with it, for example {@code width: 10 is below 80, …}
 * @param fix what to do, for example {@code give 80 or more}
 */
public record TagProblem(FindingCode code, String problem, String fix) {

    /** @return problem and fix in one sentence */
    public String message() {
        return problem + "; " + fix;
    }

    @Override
    public String toString() {
        return "TagProblem[" + code + "]";
    }
}
