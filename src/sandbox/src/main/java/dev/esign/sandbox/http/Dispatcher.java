package dev.esign.sandbox.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Takes each exchange from the request line to the last byte of its answer. */
public final class Dispatcher implements HttpHandler {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final Routes routes;

    public Dispatcher(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try {
            Request request = new Request(exchange);
            Answer answer = answer(request);
            // What nobody read would reach a client that is still sending as a broken connection instead of the answer.
            boolean reusable = request.body().drain();
            send(exchange, reusable ? answer : answer.closingTheConnection());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client went away before its answer: {0}", e.getClass().getName());
        } finally {
            exchange.close();
        }
    }

    private Answer answer(Request request) {
        try {
            if (request.lacksLength()) {
                return Answer.lengthRequired();
            }
            Routes.Found found = routes.find(request.verb(), request.rawPath());
            if (found instanceof Routes.Match match) {
                request.body().checkHead();
                return match.route().call().answer(request.on(match.route()));
            }
            if (found instanceof Routes.OtherVerbs others) {
                return Answer.methodNotAllowed(others.allowed());
            }
            return Answer.notFound();
        } catch (MalformedRequestException e) {
            return Answer.requestError(e.status(), e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A call failed unexpectedly.", new WithheldMessageException(e));
            return Answer.internalError();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        // To the JDK's server, 0 is a length that isn't known yet.
        exchange.sendResponseHeaders(answer.status(), answer.stream().isPresent() ? 0 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (answer.stream().isPresent()) {
                OutputStream buffered = new BufferedOutputStream(out, 64 * 1024);
                answer.stream().get().writeTo(buffered);
                buffered.flush();
            } else {
                out.write(body);
            }
        }
    }

    /** Where something failed, without its message, which may hold a secret or a personal datum. */
    private static final class WithheldMessageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WithheldMessageException(Throwable failure) {
            super(failure.getClass().getName() + " (its message is withheld)", null, false, true);
            setStackTrace(failure.getStackTrace());
        }
    }
}
