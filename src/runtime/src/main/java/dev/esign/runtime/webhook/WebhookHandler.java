package dev.esign.runtime.webhook;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.jboss.logging.Logger;

import dev.esign.runtime.webhook.WebhookInbox.Taken;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * eSign's webhook calls over HTTP. Says nothing to those who don't know a secret, reads no more than is allowed, and answers
 * before the slow part of the work. Thread-safe.
 */
final class WebhookHandler implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(WebhookInbox.LOG_CATEGORY);

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int FAILED = 500;

    private final WebhookAccounts accounts;
    private final WebhookInbox inbox;
    private final long maxSize;

    WebhookHandler(WebhookAccounts accounts, WebhookInbox inbox, long maxSize) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.maxSize = maxSize;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<String> account = accounts.account(context.pathParam(WebhookRecorder.SECRET));
        if (account.isEmpty()) {
            LOG.debug("A webhook call without a known secret was refused");
            inbox.refused(WebhookListener.UNKNOWN_ACCOUNT, WebhookOutcome.UNKNOWN_SECRET);
            answer(context, NOT_FOUND);
        } else if (context.request().method() != HttpMethod.POST) {
            context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            answer(context, METHOD_NOT_ALLOWED);
        } else if (announcedSize(context.request()) > maxSize) {
            tooLarge(account.get(), context);
        } else if (context.body() != null && context.body().buffer() != null) {
            take(account.get(), context, context.body().buffer()); // another extension had all bodies read
        } else {
            read(account.get(), context);
        }
    }

    private static long announcedSize(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void read(String account, RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= maxSize) {
                body.appendBuffer(part);
            } else if (!context.response().ended()) {
                tooLarge(account, context);
            }
        });
        request.endHandler(end -> {
            if (!context.response().ended()) {
                take(account, context, body);
            }
        });
        request.resume();
    }

    private void take(String account, RoutingContext context, Buffer body) {
        if (body.length() > maxSize) {
            tooLarge(account, context);
            return;
        }
        byte[] bytes = body.getBytes();
        Callable<Taken> work = () -> inbox.take(account, bytes);
        context.vertx().executeBlocking(work, false).onSuccess(taken -> {
            answer(context, taken.receipt().status());
            taken.afterAnswer().run();
        }).onFailure(failure -> {
            LOG.error("A webhook message couldn't be handled", failure);
            answer(context, FAILED);
        });
    }

    /** Whoever sends too much isn't listened to any longer. */
    private void tooLarge(String account, RoutingContext context) {
        LOG.warnf("A webhook message longer than %d bytes was refused (quarkus.esign.webhook.max-size)", maxSize);
        inbox.refused(account, WebhookOutcome.TOO_LARGE);
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        answer(context, TOO_LARGE);
    }

    private static void answer(RoutingContext context, int status) {
        context.response().setStatusCode(status).end();
    }
}
