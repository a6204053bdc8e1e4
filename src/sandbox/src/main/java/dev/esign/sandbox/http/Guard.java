package dev.esign.sandbox.http;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps web sites that a person of this machine visits away from what is the sandbox's own: they must neither read it, by a
 * name that they make point to this machine, nor change it, by a form or script of theirs.
 */
public final class Guard {

    private static final Pattern LOOPBACK = Pattern
            .compile("(localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private Guard() {
    }

    /** A call that programs and pages of this machine get to, and no others. */
    public static Call localOnly(Call call) {
        return request -> isLocal(request) && isOfNoOtherSite(request) ? call.answer(request) : refusal();
    }

    /** A page, to which links of other sites may lead, but which they can't read. */
    public static Call localName(Call call) {
        return request -> isLocal(request) ? call.answer(request) : refusal();
    }

    private static Answer refusal() {
        return Answer.requestError(403, "This address is for programs and pages of this machine.");
    }

    /** Whether the request names this machine, as only its own programs and pages do. */
    public static boolean isLocal(Request request) {
        return LOOPBACK.matcher(request.header("Host").toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether no other site made a browser send the request. */
    public static boolean isOfNoOtherSite(Request request) {
        String origin = request.header("Origin");
        if (!origin.isEmpty()) {
            // Schemes are left out: a proxy may speak https.
            return origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.header("Host"));
        }
        // Browsers send one of the two with whatever a page asks for; without both it is a program.
        String site = request.header("Sec-Fetch-Site");
        return site.isEmpty() || site.equals("same-origin") || site.equals("none");
    }
}
