package dev.esign.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.esign.DocumentConsumer;
import dev.esign.FailedCall;
import dev.esign.InviteUrl;
import dev.esign.Operation;
import dev.esign.ProtocolException;
import dev.esign.SavedDocument;
import dev.esign.model.SessionId;
import dev.esign.rest.Answer;
import dev.esign.rest.ConfiguredCallsApi;
import dev.esign.rest.DocumentsReader;
import dev.esign.rest.DocumentsResponse;
import dev.esign.rest.InviteUrlsReader;
import dev.esign.rest.InviteUrlsResponse;
import dev.esign.rest.StreamedAnswer;
import dev.esign.rest.StreamedErrorException;
import dev.esign.runtime.SpoolingSink.LocalFailure;
import io.smallrye.mutiny.Uni;

/**
 * Fetches what comes back from sessions: the one implementation behind the service beans. Answers are read while they arrive,
 * on a thread of the caller's choice that may wait.
 */
@Singleton
public class SignedDocumentOperations {

    private final RequiredSettings required;
    private final ConfiguredCallsApi api;
    private final Calls calls;
    private final ConfiguredOperations operations;
    private final Duration timeout;
    private final Lock moving = new ReentrantLock();

    SignedDocumentOperations(RequiredSettings required, @RestClient ConfiguredCallsApi api, Calls calls, EsignConfig config,
            SettingNames names) {
        this.required = required;
        this.api = api;
        this.calls = calls;
        this.operations = new ConfiguredOperations(config.operations(), names);
        this.timeout = config.timeout();
    }

    /** GetSessionFiles or GetArchivedSessionFiles, into a directory. */
    public Uni<List<SavedDocument>> save(Operation operation, SessionId sessionId, Path directory, Executor executor) {
        Objects.requireNonNull(directory, "directory");
        return Uni.createFrom().voidItem().emitOn(executor).invoke(() -> requireDirectory(directory))
                .flatMap(checked -> fetch(operation, sessionId, () -> new SavingSink(directory, moving),
                        SavingSink::moveIntoPlace, executor));
    }

    private static void requireDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("directory: isn't an existing directory");
        }
    }

    /** GetSessionFiles or GetArchivedSessionFiles, for a consumer. */
    public Uni<Void> forEach(Operation operation, SessionId sessionId, DocumentConsumer consumer, Executor executor) {
        Objects.requireNonNull(consumer, "consumer");
        return fetch(operation, sessionId, () -> new ConsumingSink(consumer), sink -> null, executor);
    }

    /** GetSessionInviteUrls. */
    public Uni<List<InviteUrl>> inviteUrls(SessionId sessionId, Executor executor) {
        return call(Operation.GET_SESSION_INVITE_URLS, sessionId, InviteUrlsReader::read, executor)
                .map(InviteUrlsResponse::urls);
    }

    /** What reading documents led to: the answer itself says nothing of this side. */
    private static final class Outcome<R> {

        private R result;
        private RuntimeException failure;

        R get() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    private <S extends SpoolingSink, R> Uni<R> fetch(Operation operation, SessionId sessionId, Supplier<S> sinks,
            Function<S, R> end, Executor executor) {
        return Uni.createFrom().deferred(() -> {
            Outcome<R> outcome = new Outcome<>();
            return call(operation, sessionId, answer -> read(operation, sessionId, answer, sinks.get(), end, outcome), executor)
                    .map(answer -> outcome.get());
        });
    }

    private <S extends SpoolingSink, R> DocumentsResponse read(Operation operation, SessionId sessionId,
            InputStream answer, S sink, Function<S, R> end, Outcome<R> outcome) throws IOException {
        try (sink) {
            DocumentsResponse response = DocumentsReader.read(answer, sink);
            if (response != null && response.isError() && response.documents() > 0) {
                // Not left to Calls, which might repeat the call: the documents may have been handed on.
                throw new ProtocolException(call(operation, sessionId).answered(200, List.of()),
                        "eSign answered an error together with documents", null);
            }
            if (response != null && !response.isError()) {
                outcome.result = end.apply(sink);
            }
            return response;
        } catch (LocalFailure failure) {
            // Not thrown here: what the application fails with mustn't be taken for a failure of this call.
            outcome.failure = failure.getCause();
            return new DocumentsResponse("Success", List.of(), null, 0);
        }
    }

    /** Reads an answer while it arrives. */
    private interface Reader<A extends Answer> {
        A read(InputStream answer) throws IOException;
    }

    private <A extends Answer> Uni<A> call(Operation operation, SessionId sessionId, Reader<A> reader, Executor executor) {
        return Uni.createFrom().item(() -> operations.call(operation, sessionId, required.username(), timeout))
                .flatMap(request -> calls.performStreamed(call(operation, sessionId), () -> api.call(request)
                        .ifNoItem().after(timeout).fail()
                        .onFailure(StreamedErrorException.class)
                        .recoverWithUni(error -> read((StreamedErrorException) error, executor))
                        .flatMap(answer -> answer == null ? Uni.createFrom().nullItem() : read(answer, reader, executor))));
    }

    private static <A extends Answer> Uni<A> read(InputStream answer, Reader<A> reader, Executor executor) {
        // An emitter, since a call that is cancelled fails too, and nobody wants to hear of that.
        return Uni.createFrom().<A> emitter(emitter -> {
            try (answer) {
                emitter.complete(reader.read(answer));
            } catch (IOException | RuntimeException failure) {
                emitter.fail(failure);
            }
        }).runSubscriptionOn(executor).onCancellation().invoke(() -> abort(answer));
    }

    private static Uni<InputStream> read(StreamedErrorException error, Executor executor) {
        return Uni.createFrom().<InputStream> emitter(emitter -> emitter.fail(error.read())).runSubscriptionOn(executor);
    }

    /** Whoever reads it fails; if nobody does yet, nothing stays open. */
    private static void abort(InputStream answer) {
        if (answer instanceof StreamedAnswer streamed) {
            streamed.abort();
        }
    }

    private FailedCall call(Operation operation, SessionId sessionId) {
        return calls.named(FailedCall.of(operation, sessionId));
    }
}
