package dev.esign;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.esign.model.SessionId;

/**
 * The page of eSign 2.0 at which a sign-in address arrives ({@code Account/LogMeIn}), and how it looks. What isn't set isn't
 * part of the address. Immutable; {@code toString} shows base and session only.
 */
public final class SignInPage {

    private final URI base;
    private final SessionId sessionId;
    private final Map<String, String> parameters;

    private SignInPage(Builder builder) {
        this.base = builder.base;
        this.sessionId = builder.sessionId;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
    }

    /**
     * A page of the account at this address.
     *
     * @param base where the account's eSign is, for example {@code https://client.stage.esignonline.net}
     * @return a builder
     */
    public static Builder at(URI base) {
        return new Builder(base);
    }

    /** @return where the account's eSign is */
    public URI base() {
        return base;
    }

    /** @return the session to show ({@code ssid}) */
    public Optional<SessionId> sessionId() {
        return Optional.ofNullable(sessionId);
    }

    /** @return the further parameters by their documented names, not encoded */
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return "SignInPage[base=" + base + ", sessionId=" + sessionId + "]";
    }

    /** The pages that the documentation names ({@code landingPage}). */
    public enum LandingPage {

        /** {@code step1}; needs a session. */
        STEP1,
        /** {@code step2}; needs a session. */
        STEP2,
        /** {@code preview}; needs a session. */
        PREVIEW,
        /** {@code continue}. */
        CONTINUE,
        /** {@code dashboard}. */
        DASHBOARD;

        private boolean needsSession() {
            return this == STEP1 || this == STEP2 || this == PREVIEW;
        }
    }

    /** Collects what the page shall be. Not thread-safe. */
    public static final class Builder {

        private final URI base;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private SessionId sessionId;
        private LandingPage landingPage;

        private Builder(URI base) {
            this.base = Objects.requireNonNull(base, "base");
        }

        /**
         * Sets the session to show.
         *
         * @param sessionId the session
         * @return this
         */
        public Builder session(SessionId sessionId) {
            this.sessionId = Objects.requireNonNull(sessionId, "session id");
            return this;
        }

        /**
         * Sets the page. Step 1, step 2 and preview need a session.
         *
         * @param landingPage the page
         * @return this
         */
        public Builder landingPage(LandingPage landingPage) {
            this.landingPage = Objects.requireNonNull(landingPage, "landing page");
            return set("landingPage", landingPage.name().toLowerCase(Locale.ROOT));
        }

        /**
         * Sets the address that eSign 1.0 called {@code ret_url}.
         *
         * @param themeUrl the address
         * @return this
         */
        public Builder themeUrl(URI themeUrl) {
            return set("themeUrl", themeUrl.toString());
        }

        /**
         * Shows only the sessions of one transaction.
         *
         * @param transactionName its name
         * @return this
         */
        public Builder filteredBy(String transactionName) {
            return set("filterByTxName", Objects.requireNonNull(transactionName, "transaction name"));
        }

        /**
         * Says whether the top bar is shown.
         *
         * @param shown whether
         * @return this
         */
        public Builder headerShown(boolean shown) {
            return set("showHeader", Boolean.toString(shown));
        }

        /**
         * Says whether the menu on the left is shown.
         *
         * @param shown whether
         * @return this
         */
        public Builder leftMenuShown(boolean shown) {
            return set("showLeftMenu", Boolean.toString(shown));
        }

        /**
         * Says whether packages can be added.
         *
         * @param allowed false by default
         * @return this
         */
        public Builder packagesAllowed(boolean allowed) {
            return set("allowAddPackage", Boolean.toString(allowed));
        }

        /**
         * Says whether templates can be applied.
         *
         * @param allowed false by default
         * @return this
         */
        public Builder templatesAllowed(boolean allowed) {
            return set("allowApplyTemplate", Boolean.toString(allowed));
        }

        /**
         * Says whether sessions can be added.
         *
         * @param allowed false by default
         * @return this
         */
        public Builder newSessionsAllowed(boolean allowed) {
            return set("allowAddSession", Boolean.toString(allowed));
        }

        /**
         * Says whether the transaction name is kept from being edited.
         *
         * @param locked false by default
         * @return this
         */
        public Builder transactionNameLocked(boolean locked) {
            return set("disableTransactionName", Boolean.toString(locked));
        }

        private Builder set(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /**
         * Makes the page.
         *
         * @return the page
         * @throws IllegalArgumentException when the page needs a session and there is none
         */
        public SignInPage build() {
            if (landingPage != null && landingPage.needsSession() && sessionId == null) {
                throw new IllegalArgumentException("landing page " + landingPage + ": needs a session; name it");
            }
            return new SignInPage(this);
        }
    }
}
