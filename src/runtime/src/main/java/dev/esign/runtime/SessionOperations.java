package dev.esign.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import dev.esign.EsignException;
import dev.esign.FailedCall;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.OutcomeUnknownException;
import dev.esign.SessionNotReadyException;
import dev.esign.UnavailableException;
import dev.esign.UploadProgress;
import dev.esign.ValidationException;
import dev.esign.event.SessionCreated;
import dev.esign.event.SessionStarted;
import dev.esign.event.SessionUpdated;
import dev.esign.event.StartRefused;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Problem;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionUpdate;
import dev.esign.rest.DocumentUnreadableException;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.SessionRequest;
import dev.esign.rest.SessionRequest.Sent;
import dev.esign.rest.SessionResponse;
import dev.esign.rest.SessionsApi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * What can be done with sessions, each operation tried once: the one implementation behind the service beans, which add
 * delay, retry and the style of the caller.
 */
@Singleton
public class SessionOperations {

    private static final Logger LOG = Logger.getLogger(SessionOperations.class);
    /** 100 MB of documents as numbers. */
    private static final long LONGEST_REQUEST = 400_000_000;

    private final SessionsApi sessions;
    private final Calls calls;
    private final SessionPayloads payloads;
    private final RecentUploads uploads;
    private final EsignConfig config;
    private final SigningEvents events;
    private final TagCheck tags;
    private final SettingNames names;

    /** {@code required} comes first and is only made: without its settings the REST client can't be. */
    SessionOperations(RequiredSettings required, @RestClient SessionsApi sessions, Calls calls, SessionPayloads payloads,
            RecentUploads uploads, EsignConfig config, SigningEvents events, TagCheck tags, SettingNames names) {
        this.sessions = sessions;
        this.calls = calls;
        this.payloads = payloads;
        this.uploads = uploads;
        this.config = config;
        this.events = events;
        this.tags = tags;
        this.names = names;
    }

    /** CreateSession. */
    public Uni<SessionId> create(NewSession session, UploadProgress progress) {
        FailedCall call = createCall(session);
        return upload(call, session.warnings(), () -> payloads.create(session, progress), () -> tags.create(session),
                sessions::create)
                .map(answer -> Optional.ofNullable(answer.signingSessionId()).filter(SessionOperations::isAnId)
                        .map(SessionId::of)
                        .orElseThrow(() -> new OutcomeUnknownException(call,
                                "eSign answered without a session id, so it isn't known whether there is a session", null)))
                .invoke(id -> adopt(id, session));
    }

    /** The call that creates a session. */
    FailedCall createCall(NewSession session) {
        return calls.named(new FailedCall(Operation.CREATE_SESSION, null, session.transactionId(), null, List.of()));
    }

    /** .NET has no null for a GUID, and writes zeros instead. */
    private static boolean isAnId(String text) {
        return !text.isBlank() && !text.matches("[0-]+");
    }

    /** Takes a session for the one that was to be created. */
    void adopt(SessionId id, NewSession session) {
        remember(id, session.documents());
        events.fire(account -> new SessionCreated(account, id, session.transactionId()));
    }

    /** UpdateSession. */
    public Uni<Void> update(SessionUpdate update, UploadProgress progress) {
        FailedCall call = calls
                .named(new FailedCall(Operation.UPDATE_SESSION, update.sessionId(), update.settings().transactionId(), null,
                        List.of()));
        return upload(call, update.warnings(), () -> payloads.update(update, progress), () -> tags.update(update),
                sessions::update)
                .invoke(() -> {
                    remember(update.sessionId(), update.documents());
                    events.fire(account -> new SessionUpdated(account, update.sessionId()));
                })
                .onFailure(failure -> failure instanceof ValidationException refused && refused.httpStatus().isPresent())
                .recoverWithUni(refused -> explain((EsignException) refused, call, SessionStatus::refusesUpdate))
                .replaceWithVoid();
    }

    /** StartSession, one try. */
    public Uni<Void> start(SessionId sessionId, URI returnUrl) {
        FailedCall call = calls.named(new FailedCall(Operation.START_SESSION, sessionId, null, null, List.of()));
        return Uni.createFrom().item(() -> returnUrl(returnUrl).toString())
                .flatMap(hostUrl -> calls.perform(call, () -> sessions.start(sessionId.value(), hostUrl)))
                .invoke(answer -> Calls.requireTrue(call, answer))
                .onFailure(OutcomeUnknownException.class)
                .recoverWithUni(lost -> settle(call, (OutcomeUnknownException) lost))
                .onFailure(SessionNotReadyException.class)
                .recoverWithUni(refused -> notReady(call, (SessionNotReadyException) refused))
                .invoke(() -> {
                    uploads.remove(sessionId);
                    events.fire(account -> new SessionStarted(account, sessionId));
                })
                .replaceWithVoid();
    }

    /** GetSession. */
    public Uni<Session> get(SessionId sessionId) {
        FailedCall call = calls.named(new FailedCall(Operation.GET_SESSION, sessionId, null, null, List.of()));
        return calls.perform(call, () -> sessions.get(sessionId.value())).map(answer -> SessionReader.read(sessionId, answer));
    }

    /** Prepares on a worker thread, since that reads the documents; what stays open after a broken upload is closed. */
    private Uni<SessionResponse> upload(FailedCall call, List<Problem> warnings, Supplier<SessionRequest> body,
            Supplier<List<Problem>> look, Function<SessionRequest, Uni<SessionResponse>> send) {
        return Uni.createFrom().item(body).invoke(() -> warn(call.operation(), warnings))
                .flatMap(request -> Uni.createFrom().item(() -> prepare(call, request, look))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .flatMap(length -> calls.performUpload(call, uploadTimeout(length),
                                () -> request.sent() == Sent.NOTHING,
                                () -> OwnContext.sending(() -> send.apply(request))))
                        .onFailure(OutcomeUnknownException.class).transform(lost -> request.sent() == Sent.WHOLE ? lost
                                : new UnavailableException(call,
                                        "the request was broken off before it was through; nothing was changed", lost))
                        .onTermination().invoke(() -> close(request)));
    }

    /** Logs what looks like a slip. */
    static void warn(Operation operation, List<Problem> warnings) {
        for (Problem warning : warnings) {
            LOG.warnf("%s: %s", operation, warning);
        }
    }

    private static OptionalLong prepare(FailedCall call, SessionRequest request, Supplier<List<Problem>> look) {
        warn(call.operation(), look.get());
        try {
            return request.prepare();
        } catch (DocumentUnreadableException unreadable) {
            throw new ValidationException(call, unreadable.getMessage() + "; nothing was sent", unreadable);
        }
    }

    /** Longer for a longer request; a request of unknown length may be the longest that eSign takes. */
    private Duration uploadTimeout(OptionalLong length) {
        long rate = Math.max(1, config.upload().slowestRate().asLongValue());
        return config.timeout().plusSeconds(length.orElse(LONGEST_REQUEST) / rate);
    }

    private static void close(SessionRequest request) {
        try {
            request.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(SessionId sessionId, List<Document> documents) {
        if (documents.stream().anyMatch(Document::hasAnchorTags)) {
            uploads.add(sessionId);
        }
    }

    /** The return URL that was given, or else the configured one. */
    URI returnUrl(URI given) {
        URI url = Optional.ofNullable(given).or(config::returnUrl).orElseThrow(() -> new IllegalArgumentException(
                "return URL: is missing; eSign wants your host URL: give it to the call or set "
                        + names.of("return-url")));
        if (!SettingsCheck.isWebAddress(url)) {
            throw new IllegalArgumentException(
                    "return URL: has no http:// or https:// or no host; give an address like https://www.example.com/signed");
        }
        return url;
    }

    /** An answer got lost: the session itself tells whether it is started. */
    private Uni<RequestResponse> settle(FailedCall call, OutcomeUnknownException lost) {
        return get(call.sessionId())
                .onFailure().transform(unreadable -> lost)
                .flatMap(session -> {
                    Optional<SessionStatus> status = session.status();
                    if (status.filter(SessionStatus.IN_SENT::equals).isPresent()) {
                        return Uni.createFrom().nullItem();
                    }
                    return Uni.createFrom().failure(status.filter(SessionStatus::canStart).isPresent()
                            ? new UnavailableException(call,
                                    "the answer was lost, and the session is not started; start it again",
                                    lost)
                            : lost);
                });
    }

    /**
     * A refusal means "not ready" while the session waits to be started. If this application didn't just send its documents,
     * the session may as well be in a status that can't be started at all: then trying again is of no use.
     */
    private Uni<RequestResponse> notReady(FailedCall call, SessionNotReadyException refused) {
        Uni<RequestResponse> explained = uploads.contains(call.sessionId()) ? Uni.createFrom().failure(refused)
                : explain(refused, call, status -> !status.canStart());
        return explained.onFailure(SessionNotReadyException.class)
                .invoke(() -> events.fire(account -> new StartRefused(account, call.sessionId(), refused.texts())));
    }

    /**
     * Fails with the session's status if that is why eSign refused, or with its absence; else (or if it can't be read) with
     * the refusal itself.
     */
    private <T> Uni<T> explain(EsignException refused, FailedCall call, Predicate<SessionStatus> refuses) {
        return get(call.sessionId()).map(Session::status)
                .onFailure(failure -> !(failure instanceof NotFoundException)).recoverWithItem(Optional.empty())
                .flatMap(status -> Uni.createFrom().failure(status.filter(refuses)
                        .<EsignException> map(known -> invalidState(refused, call, known)).orElse(refused)));
    }

    /** Has no cause: fault tolerance looks at causes too, and would take a refused start for one that may be tried again. */
    private static InvalidSessionStateException invalidState(EsignException refused, FailedCall call, SessionStatus status) {
        Integer httpStatus = refused.httpStatus().isPresent() ? refused.httpStatus().getAsInt() : null;
        return new InvalidSessionStateException(call.answered(httpStatus, refused.texts()),
                "not possible while the session is " + status, null);
    }
}
