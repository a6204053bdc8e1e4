package dev.esign.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.model.Signer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code Seller 1=FirstName LastName <email1@example.com>}; the last word before the address is the last name. Whether
 * the parts can be sent is told with the session, for all signers at once.
 */
@RegisterForReflection
class SignerOption implements ITypeConverter<Signer.Builder> {

    private static final Pattern FORM = Pattern
            .compile("\\s*(?<role>[^=]+?)\\s*=\\s*(?<names>[^<>]+?)\\s*<(?<email>[^<>]+)>\\s*");

    @Override
    public Signer.Builder convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException(
                    "is not of the form \"ROLE=FirstName LastName <email>\", for example \"Seller 1=Ada Lovelace <ada@example.com>\"");
        }
        String names = form.group("names");
        int lastName = names.lastIndexOf(' ') + 1;
        return Signer.as(form.group("role")).name(names.substring(0, lastName).strip(), names.substring(lastName))
                .email(form.group("email").strip());
    }
}
