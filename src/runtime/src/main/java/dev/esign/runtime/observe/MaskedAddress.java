package dev.esign.runtime.observe;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of an address of eSign may be shown: scheme, host, port, and the words of the documented paths. Everything else may be a
 * secret or a name, and what follows the words of authentication is always one.
 */
final class MaskedAddress {

    private static final String MASK = "***";

    private static final Set<String> CREDENTIALS_FOLLOW = Set.of("encrypt", "gettoken", "tokenusernamepassword",
            "authenticateuser");

    private static final Set<String> WORDS = Set.of("", "rest", "v1", "v2", "landingurl", "signers", "token", "invite",
            "signer",
            "docs", "users", "updateByUsername", "provisionUser", "sessions", "updatesession", "start", "EditSession",
            "cancel", "close", "copy", "actionlogs", "archived", "deleted", "expired", "purge", "cancelPurging",
            "transactions", "lite", "sortBy", "transaction", "UpdateTxId", "groupusers", "groupuser");

    private MaskedAddress() {
    }

    static String of(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException unreadable) {
            return MASK;
        }
        if (uri.getRawPath() == null || uri.getHost() == null) {
            return MASK;
        }
        List<String> shown = new ArrayList<>();
        boolean secret = false;
        for (String segment : uri.getRawPath().split("/", -1)) {
            boolean credentialsFollow = CREDENTIALS_FOLLOW.contains(segment);
            shown.add(!secret && (credentialsFollow || WORDS.contains(segment)) ? segment : MASK);
            secret |= credentialsFollow;
        }
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + String.join("/", shown) + (uri.getRawQuery() == null ? "" : "?" + MASK);
    }
}
