package dev.esign.service.signin;

import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

import dev.esign.SignInPage;
import dev.esign.SignInPage.LandingPage;
import dev.esign.model.SessionId;
import dev.esign.service.problem.Problems;
import dev.esign.service.session.SessionPaths;

/** Makes the page that a request describes, or tells all that is wrong with the request. One instance reads one request. */
final class SignInReader {

    private final Problems problems = new Problems();

    /** The session of a request that names nothing else. */
    SessionId session(SignInRequest request) {
        if (request.sessionId() == null) {
            problems.add("sessionId", "is missing; name the session");
        }
        SessionId session = sessionId(request.sessionId());
        problems.throwIfAny();
        return session;
    }

    /** @param base where eSign 2.0 is; null when the service isn't told */
    SignInPage page(SignInRequest request, URI base) {
        if (base == null) {
            problems.add(null, "all but sessionId needs the address of eSign 2.0; have esign.service.sign-in.base-url set for "
                    + "the service, or give sessionId only");
        }
        SignInPage.Builder page = SignInPage.at(base == null ? URI.create("/") : base);
        ifGiven(sessionId(request.sessionId()), page::session);
        ifGiven(request.landingPage(), name -> ifGiven(landingPage(name), page::landingPage));
        ifGiven(problems.webAddress("themeUrl", request.themeUrl()), page::themeUrl);
        ifGiven(request.transactionName(), page::filteredBy);
        ifGiven(request.headerShown(), page::headerShown);
        ifGiven(request.leftMenuShown(), page::leftMenuShown);
        ifGiven(request.packagesAllowed(), page::packagesAllowed);
        ifGiven(request.templatesAllowed(), page::templatesAllowed);
        ifGiven(request.newSessionsAllowed(), page::newSessionsAllowed);
        ifGiven(request.transactionNameLocked(), page::transactionNameLocked);
        problems.throwIfAny();
        return Problems.sendable("landingPage", page::build);
    }

    private SessionId sessionId(String id) {
        if (id != null && !id.matches(SessionPaths.IDENTITY)) {
            problems.add("sessionId", "is not a session's identity");
            return null;
        }
        return id == null ? null : SessionId.of(id);
    }

    private LandingPage landingPage(String name) {
        for (LandingPage page : LandingPage.values()) {
            if (page.name().toLowerCase(Locale.ROOT).equals(name)) {
                return page;
            }
        }
        problems.add("landingPage", "is not one of step1, step2, preview, continue, dashboard");
        return null;
    }

    private static <T> void ifGiven(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
