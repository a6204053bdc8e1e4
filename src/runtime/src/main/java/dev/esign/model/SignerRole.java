package dev.esign.model;

/**
 * The part a signer plays in a session ({@code SignerRole}). Anchor tags and templates name the role of the signer who fills
 * a field. eSign's predefined roles are not published in full; any name that the account knows may be used.
 *
 * @param name the role's name as eSign spells it, for example {@code Seller 1}; never blank
 */
public record SignerRole(String name) {

    /**
     * Checks the components.
     *
     * @param name the role's name as eSign spells it, for example {@code Seller 1}; never blank
     * @throws IllegalArgumentException when {@code name} is blank
     */
    public SignerRole {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("signer role: is blank; give a role such as 'Seller 1' or 'Buyer 1'");
        }
        name = name.strip();
    }

    /**
     * {@code Seller 1}, {@code Seller 2}, …
     *
     * @param number the seller's number, from 1
     * @return the role
     */
    public static SignerRole seller(int number) {
        return numbered("Seller", number);
    }

    /**
     * {@code Buyer 1}, {@code Buyer 2}, …
     *
     * @param number the buyer's number, from 1
     * @return the role
     */
    public static SignerRole buyer(int number) {
        return numbered("Buyer", number);
    }

    /**
     * Any role that the account knows.
     *
     * @param name the role's name as eSign spells it
     * @return the role
     */
    public static SignerRole of(String name) {
        return new SignerRole(name);
    }

    private static SignerRole numbered(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("signer role: the number " + number + " is below 1; roles are counted from 1");
        }
        return new SignerRole(name + " " + number);
    }

    @Override
    public String toString() {
        return name;
    }
}
