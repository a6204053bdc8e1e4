package dev.esign.sandbox.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Takes each exchange from the request line to the last byte of its answer. */
public final class Dispatcher implements HttpHandler {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final Routes routes;
    private final Interceptor interceptor;
    private final Observer observer;
    private final BodyRule rule;

    public Dispatcher(Routes routes, Interceptor interceptor, Observer observer, BodyRule rule) {
        this.routes = routes;
        this.interceptor = interceptor;
        this.observer = observer;
        this.rule = rule;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            Request request = new Request(exchange, rule);
            Observer.Sighting sighting = observer.arrived(request);
            Answer answer = answer(request);
            sighting.answered(answer);
            // What nobody read would reach a client that is still sending as a broken connection instead of the answer.
            boolean reusable = answer.delivery().isAnswer() && request.body().drain();
            Sender.send(exchange, reusable ? answer : answer.closingTheConnection());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection ended before its answer: {0}", e.getClass().getName());
            // The server closes and forgets the connection. Closing the exchange here would end a part of an answer as if
            // it were all.
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A request failed unexpectedly.", new WithheldMessageException(e));
            throw new ConnectionDroppedException();
        }
    }

    private Answer answer(Request request) {
        return safely(request, this::find);
    }

    private Answer find(Request request) throws MalformedRequestException {
        if (request.lacksLength()) {
            return Answer.lengthRequired();
        }
        Routes.Found found = routes.find(request.verb(), request.rawPath());
        if (found instanceof Routes.Match match) {
            Call guarded = guarded(match.route());
            return interceptor.around(match.route(), Interceptor.Stage.ARRIVED, r -> safely(r, guarded))
                    .answer(request.on(match.route()));
        }
        if (found instanceof Routes.OtherVerbs others) {
            return Answer.methodNotAllowed(others.allowed());
        }
        return Answer.notFound();
    }

    private Call guarded(Route route) {
        Call admitted = route.gate().before(interceptor.around(route, Interceptor.Stage.ADMITTED, route.call()));
        return request -> {
            request.body().checkHead(route.call().takesForms());
            return admitted.answer(request);
        };
    }

    private static Answer safely(Request request, Call call) {
        try {
            return call.answer(request);
        } catch (MalformedRequestException e) {
            return Answer.requestError(e.status(), e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A call failed unexpectedly.", new WithheldMessageException(e));
            return Answer.internalError();
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
