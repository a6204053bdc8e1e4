package dev.esign;

import java.net.URI;

/** The environments whose addresses eSign documents. */
public enum EsignEnvironment {

    /** For development and tests: {@code https://api.stage.esignonline.net}. */
    STAGE("https://api.stage.esignonline.net"),

    /** The real one: {@code https://api.esignonline.net}. */
    PRODUCTION("https://api.esignonline.net");

    private final URI url;

    EsignEnvironment(String url) {
        this.url = URI.create(url);
    }

    /** @return the base of its API, without the {@code /rest} that the documentation prints at its end */
    public URI url() {
        return url;
    }
}
