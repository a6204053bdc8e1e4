package dev.esign.sandbox.pages.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An anchor tag in a text. Which field it makes is not judged here.
 *
 * @param start where its opening delimiter stands
 * @param end behind its closing delimiter
 * @param tag what stands between the delimiters, without line breaks
 */
public record TagMark(int start, int end, String tag) {

    /** A tag whose delimiters are any two characters: they differ from client to client. */
    private static final Pattern TAG = Pattern.compile("(?i)[^\\p{L}\\p{N}\\s]"
            + "((?:dt|d|t|sig|ini|txt|chk|rdo|ddl)_(?:req|opt|aut)_[^<>#\\[\\]{}]{1,2000}?)[^\\p{L}\\p{N}\\s_|-]");
    private static final int MOST = 1_000;

    /** The tags of a text, in its order. */
    public static List<TagMark> find(CharSequence text) {
        List<TagMark> marks = new ArrayList<>();
        Matcher matcher = TAG.matcher(text);
        while (marks.size() < MOST && matcher.find()) {
            marks.add(new TagMark(matcher.start(), matcher.end(), matcher.group(1).replaceAll("\\s+", " ")));
        }
        return List.copyOf(marks);
    }

    /** What documents say stays out of logs. */
    @Override
    public String toString() {
        return "TagMark[" + start + "]";
    }
}
