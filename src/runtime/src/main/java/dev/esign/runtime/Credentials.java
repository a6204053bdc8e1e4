package dev.esign.runtime;

/**
 * What a token is fetched with. {@code toString} shows nothing of it.
 *
 * @param secret the API key or the user's password
 * @param encrypted whether it was encrypted beforehand
 * @param salt the salt
 */
record Credentials(String secret, boolean encrypted, String salt) {

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
