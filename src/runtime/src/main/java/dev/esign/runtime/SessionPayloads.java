package dev.esign.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.inject.Singleton;

import dev.esign.UploadProgress;
import dev.esign.model.CopyDelivery;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionSettings;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerAuthentication.Kba;
import dev.esign.model.SignerAuthentication.KbaPlusPassword;
import dev.esign.model.SignerAuthentication.None;
import dev.esign.model.SignerAuthentication.Password;
import dev.esign.model.SignerAuthentication.Sms;
import dev.esign.model.SigningOrder;
import dev.esign.rest.SessionRequest;
import dev.esign.rest.WireDocument;
import dev.esign.rest.WireForm;
import dev.esign.rest.WireSession;
import dev.esign.rest.WireSessionInfo;
import dev.esign.rest.WireSigner;

/** Builds the bodies of CreateSession and UpdateSession from domain objects. */
@Singleton
class SessionPayloads {

    private static final String NONE = "None";
    private static final String PASSWORD = "Password";
    private static final String SMS = "SMS";
    private static final String KBA = "KBA";
    private static final String KBA_PLUS_PASSWORD = "KBAPlusPassword";
    static final List<String> AUTHENTICATION_METHODS = List.of(NONE, PASSWORD, SMS, KBA, KBA_PLUS_PASSWORD);

    private final EsignConfig config;
    private final RequiredSettings required;
    private final WireForm form;
    private final SettingNames names;

    SessionPayloads(EsignConfig config, RequiredSettings required, WireForm form, SettingNames names) {
        this.config = config;
        this.required = required;
        this.form = form;
        this.names = names;
    }

    /** The form in which the account writes. */
    WireForm form() {
        return form;
    }

    SessionRequest create(NewSession session, UploadProgress progress) {
        return request(null, session.settings(), session.documents(), session.signers(), progress);
    }

    SessionRequest update(SessionUpdate update, UploadProgress progress) {
        return request(update.sessionId().value(), update.settings(), update.documents(), update.signers(), progress);
    }

    private SessionRequest request(String id, SessionSettings settings, List<Document> documents, List<Signer> signers,
            UploadProgress progress) {
        return new SessionRequest(required.username(),
                new WireSession(id, info(settings), unlessEmpty(documents.stream().map(SessionPayloads::document).toList()),
                        unlessEmpty(signers.stream().map(this::signer).toList())),
                form, progress);
    }

    /** What the caller didn't give isn't sent: an empty list might be taken for an order to remove everything. */
    private static <T> List<T> unlessEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static WireSessionInfo info(SessionSettings settings) {
        return new WireSessionInfo(settings.transactionId(), settings.title(), settings.description(),
                useSequence(settings.signingOrder()), settings.delegationAllowed(),
                settings.copyTo().isEmpty() ? null : String.join(",", settings.copyTo()), emailOptions(settings.copyDelivery()),
                settings.password(), settings.ownerSignsFirst(), settings.invitationsSent(), settings.redirectAfterSend(),
                settings.expiresOn(), settings.reminderDays(), settings.unassignedRolesRemoved());
    }

    private static Integer useSequence(SigningOrder order) {
        if (order == null) {
            return null;
        }
        return switch (order) {
            case ANY -> 0;
            case SEQUENTIAL -> 1;
            case SUSPENDED -> 2;
        };
    }

    private static Integer emailOptions(CopyDelivery delivery) {
        if (delivery == null) {
            return null;
        }
        return switch (delivery) {
            case LINKS -> 0;
            case ATTACHMENTS -> 3;
        };
    }

    private static WireDocument document(Document document) {
        return new WireDocument(document.fileName(), document.content(), document.formId().orElse(null),
                document.formTag().orElse(null), document.sequence().isPresent() ? document.sequence().getAsInt() : null,
                document.hasAnchorTags(), document.anchorTagsAdjustmentCategory().orElse(null));
    }

    WireSigner signer(Signer signer) {
        return new WireSigner(signer.email(), signer.firstName().orElse(null), signer.lastName(), signer.role().name(),
                integer(signer.sequence()), authMethod(signer.authentication()),
                List.of(), authenticationSettings(signer), signer.mandatoryUpload() ? Boolean.TRUE : null,
                signer.properties(), signer.mergeFields().isEmpty() ? null : signer.mergeFields(),
                signer.emailSubject().orElse(null), signer.emailMessage().orElse(null), signer.id().orElse(null),
                integer(signer.stateCode()), integer(signer.statusCode()));
    }

    /** The number, or null for none. */
    static Integer integer(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static String authMethod(SignerAuthentication authentication) {
        if (authentication instanceof None) {
            return NONE;
        } else if (authentication instanceof Password) {
            return PASSWORD;
        } else if (authentication instanceof Sms) {
            return SMS;
        } else if (authentication instanceof Kba) {
            return KBA;
        }
        return KBA_PLUS_PASSWORD;
    }

    private Map<String, String> authenticationSettings(Signer signer) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (signer.authentication() instanceof Password password) {
            settings.put(PASSWORD, password.password());
        } else if (signer.authentication() instanceof KbaPlusPassword password) {
            settings.put(PASSWORD, password.password());
        } else if (signer.authentication() instanceof Sms sms && sms.phoneNumber().isPresent()) {
            settings.put(smsPhoneMember(signer), sms.phoneNumber().get());
        }
        return settings.isEmpty() ? null : settings;
    }

    private String smsPhoneMember(Signer signer) {
        Optional<String> member = config.wire().smsPhoneMember();
        return member.orElseThrow(() -> new IllegalArgumentException("signer '" + signer.role()
                + "': has a phone number, but eSign's documentation doesn't name the member that takes it; ask eSign's"
                + " representative and set " + names.of("wire.sms-phone-member") + ", or use SignerAuthentication.sms()"));
    }
}
