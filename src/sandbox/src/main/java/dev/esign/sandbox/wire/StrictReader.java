package dev.esign.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.BodyRule;
import dev.esign.sandbox.http.MalformedRequestException;

/** Takes of a body what one of .NET's readers would, loses what it would lose, and refuses what it would fail on. */
public final class StrictReader implements BodyRule {

    private final Dialect dialect;

    private StrictReader(Dialect dialect) {
        this.dialect = dialect;
    }

    /** As .NET's JavaScriptSerializer reads. */
    public static StrictReader javaScriptSerializer() {
        return new StrictReader(Dialect.JAVASCRIPT_SERIALIZER);
    }

    /** As .NET's DataContractJsonSerializer reads, which is WCF's own. */
    public static StrictReader dataContract() {
        return new StrictReader(Dialect.DATA_CONTRACT);
    }

    @Override
    public ObjectNode apply(ObjectNode tree, String bytesForm) throws MalformedRequestException {
        if (!bytesForm.isEmpty() && !bytesForm.equals("numbers")) {
            throw new MalformedRequestException("FileBytes is not an array of numbers.");
        }
        return (ObjectNode) Shape.BODY.read("The body", tree, dialect);
    }
}
