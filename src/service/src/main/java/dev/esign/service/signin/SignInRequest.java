package dev.esign.service.signin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SignIn", description = "Where a sign-in address leads. With nothing but sessionId it leads to the session in the "
        + "form of eSign's examples; anything else needs eSign 2.0, whose address is a setting of the service.")
record SignInRequest(
        @Schema(description = "The session to show.") String sessionId,
        @Schema(description = "The page. step1, step2 and preview need a session.", enumeration = {
                "step1", "step2", "preview", "continue", "dashboard" }) String landingPage,
        @Schema(description = "Where the user goes afterwards (eSign's themeUrl).", examples = "https://www.example.com/") String themeUrl,
        @Schema(description = "Only sessions of this transaction name are shown.") String transactionName,
        @Schema(description = "Whether the top bar is shown.") Boolean headerShown,
        @Schema(description = "Whether the menu on the left is shown.") Boolean leftMenuShown,
        @Schema(description = "Whether packages can be added.") Boolean packagesAllowed,
        @Schema(description = "Whether templates can be applied.") Boolean templatesAllowed,
        @Schema(description = "Whether sessions can be added.") Boolean newSessionsAllowed,
        @Schema(description = "Whether the transaction name is kept from being edited.") Boolean transactionNameLocked){

    /** Whether nothing but the session is given. */
    boolean isPlain() {
        return landingPage == null && themeUrl == null && transactionName == null && headerShown == null
                && leftMenuShown == null && packagesAllowed == null && templatesAllowed == null && newSessionsAllowed == null
                && transactionNameLocked == null;
    }

    @Override
    public String toString() {
        return "SignInRequest[sessionId=" + sessionId + "]";
    }
}
