package dev.esign.testing;

import java.util.Arrays;
import java.util.Locale;

import dev.esign.anchortags.AnchorTag;
import dev.esign.model.NewSession;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;

/** Sessions, signers and documents to test with; nobody in them exists, and all addresses are at example.com. */
public final class Samples {

    private Samples() {
    }

    /**
     * A purchase agreement, signed by Seller 1 and Buyer 1: one Word document, {@code agreement.docx}, with anchor tags for
     * both.
     *
     * @return a builder, to be changed or built
     */
    public static NewSession.Builder purchaseAgreement() {
        return session("Purchase agreement", SampleDocument.docx("agreement.docx").paragraph("Purchase agreement")
                .paragraph("The seller sells and the buyer buys the house at 1 Example Street."),
                SignerRole.seller(1), SignerRole.buyer(1));
    }

    /**
     * A lease, signed by Landlord 1 and Tenant 1: one PDF document, {@code lease.pdf}, with anchor tags for both.
     *
     * @return a builder, to be changed or built
     */
    public static NewSession.Builder lease() {
        return session("Lease", SampleDocument.pdf("lease.pdf").paragraph("Lease")
                .paragraph("The landlord lets the flat at 2 Example Street to the tenant."),
                SignerRole.of("Landlord 1"), SignerRole.of("Tenant 1"));
    }

    /**
     * A session with one document, which everybody signs.
     *
     * @param title the session's title
     * @param document the document, without tags of signers: a line with signature and date is added for each
     * @param roles the roles of the signers
     * @return a builder, to be changed or built
     */
    public static NewSession.Builder session(String title, SampleDocument document, SignerRole... roles) {
        SampleDocument signed = document;
        for (SignerRole role : roles) {
            signed = signed.paragraph(role.name() + ":", AnchorTag.signature(role.name()),
                    AnchorTag.date(role.name()).autoFilled());
        }
        return NewSession.titled(title).documents(signed.toDocument())
                .signers(Arrays.stream(roles).map(Samples::signer).toArray(Signer.Builder[]::new));
    }

    /**
     * Somebody in a role: {@code Buyer 1} is called Test Buyer 1 and has the address {@code buyer-1@example.com}.
     *
     * @param role the role
     * @return a builder, to be changed or built
     */
    public static Signer.Builder signer(SignerRole role) {
        String mailbox = role.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return Signer.as(role).name("Test", role.name()).email((mailbox.isEmpty() ? "signer" : mailbox) + "@example.com");
    }
}
