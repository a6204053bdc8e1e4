package dev.esign.runtime;

import dev.esign.Operation;

/** What to look at when eSign's own words name no setting. */
final class Advice {

    static final String URL = "check quarkus.esign.url: https://api.stage.esignonline.net or https://api.esignonline.net";

    private Advice() {
    }

    /** For credentials, or a token got with them, that eSign refused. */
    static String onRefusedCredentials(Operation operation) {
        return switch (operation) {
            case ENCRYPT_STRING,
                    GET_TOKEN ->
                "eSign refused the API key; check that quarkus.esign.api-key is whole and belongs to"
                        + " this quarkus.esign.url, and that quarkus.esign.salt is the one by which a"
                        + " quarkus.esign.encrypted-api-key was encrypted";
            case GET_TOKEN_USER_NAME_PASSWORD -> "eSign refused the password; check quarkus.esign.username,"
                    + " quarkus.esign.token.password, and that quarkus.esign.salt is the one by which a"
                    + " quarkus.esign.token.encrypted-password was encrypted";
            default -> "eSign refused the token; check that the API key is one of an administrative account";
        };
    }
}
