package dev.esign.anchortags;

/**
 * Something wrong in a document outside of its tags, for example an opening delimiter without a closing one.
 *
 * @param place where it is
 * @param problem what is wrong
 */
public record PlacedProblem(Place place, TagProblem problem) {
}
