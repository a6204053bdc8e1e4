package dev.esign.runtime;

import dev.esign.Operation;

/**
 * What to look at when eSign's own words name no setting.
 *
 * @param settings how the settings of the account that called are named
 */
record Advice(SettingNames settings) {

    /** For an address at which nobody answers like eSign. */
    String onWrongAddress() {
        return "check " + settings.of("url") + ": https://api.stage.esignonline.net or https://api.esignonline.net";
    }

    /** For credentials, or a token got with them, that eSign refused. */
    String onRefusedCredentials(Operation operation) {
        return switch (operation) {
            case ENCRYPT_STRING,
                    GET_TOKEN ->
                "eSign refused the API key; check that " + settings.of("api-key") + " is whole and belongs to this "
                        + settings.of("url") + ", and that " + settings.of("salt") + " is the one by which a "
                        + settings.of("encrypted-api-key") + " was encrypted";
            case GET_TOKEN_USER_NAME_PASSWORD -> "eSign refused the password; check " + settings.of("username") + ", "
                    + settings.of("token.password") + ", and that " + settings.of("salt") + " is the one by which a "
                    + settings.of("token.encrypted-password") + " was encrypted";
            default -> "eSign refused the token; check that the API key is one of an administrative account";
        };
    }

    /** For a user whom eSign doesn't know. */
    String onUnknownUser() {
        return "check " + settings.of("username");
    }

    /** For more calls than may wait. */
    String onFullBulkhead() {
        return settings.of("bulkhead.max-waiting");
    }
}
