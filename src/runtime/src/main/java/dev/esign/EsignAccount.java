package dev.esign;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/**
 * Says which of several eSign accounts is meant: the one that is configured by {@code quarkus.esign."name".*}. Put it on an
 * injection point of {@link SigningSessions}, {@link SessionSigners}, {@link EsignUsers}, {@link SignedDocuments} or one of
 * their reactive twins, or of {@link EsignWebhook}; on a bean that implements {@link dev.esign.spi.TokenSource}, to give the
 * account tokens; or on an observed {@link dev.esign.event.SigningEvent} or {@link dev.esign.event.WebhookEvent}, to see those
 * of the account only. Without it the default account is meant,
 * except by observers, who then see the events of all accounts.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE })
public @interface EsignAccount {

    /** How the default account is called where a name is needed. */
    String DEFAULT = "<default>";

    /** @return the name of the account, as in its settings */
    String value();

    /**
     * The annotation as an object, for programmatic look-up.
     *
     * @serial exclude
     */
    final class Literal extends AnnotationLiteral<EsignAccount> implements EsignAccount {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /**
         * The annotation for an account.
         *
         * @param account the name of the account
         * @return the annotation
         */
        public static Literal of(String account) {
            return new Literal(Objects.requireNonNull(account, "account"));
        }

        @Override
        public String value() {
            return value;
        }
    }
}
