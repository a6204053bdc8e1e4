package dev.esign.sandbox.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.esign.sandbox.Fault;
import dev.esign.sandbox.Faults;
import dev.esign.sandbox.FaultyCalls;
import dev.esign.sandbox.api.Tokens;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Interceptor;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;

/** The faults of a sandbox, and how requests run into them. */
public final class FaultList implements Faults, Interceptor {

    private static final int LIMIT = 1_000;

    private final Set<String> operations;
    private final Tokens tokens;
    private final List<ActiveFault> active = new CopyOnWriteArrayList<>();
    /** Those that hit their last call lately, and may still keep it waiting. */
    private final Deque<ActiveFault> spent = new ArrayDeque<>();
    private final AtomicLong ids = new AtomicLong();

    /**
     * Begins without faults.
     *
     * @param operations the names of the methods that can fail
     */
    public FaultList(Set<String> operations, Tokens tokens) {
        this.operations = operations;
        this.tokens = tokens;
    }

    @Override
    public FaultyCalls next(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("next must name at least 1 call, was " + calls);
        }
        return Setup.of(this, calls);
    }

    @Override
    public FaultyCalls always() {
        return Setup.of(this, 0);
    }

    @Override
    public List<Fault> active() {
        return List.copyOf(active);
    }

    @Override
    public Optional<Fault> find(long id) {
        synchronized (active) {
            return Stream.concat(active.stream(), spent.stream()).<Fault> map(fault -> fault).filter(fault -> fault.id() == id)
                    .findAny();
        }
    }

    @Override
    public void clear() {
        List<ActiveFault> all;
        synchronized (active) {
            all = new ArrayList<>(active);
            all.addAll(spent);
            spent.clear();
        }
        all.forEach(ActiveFault::remove);
    }

    @Override
    public Call around(Route route, Stage stage, Call call) {
        if (!route.isDocumented() || active.isEmpty()) {
            return call;
        }
        List<ActiveFault> meant = active.stream()
                .filter(fault -> fault.plan().effect().stage() == stage && fault.plan().isMeantFor(route.operation())).toList();
        return request -> meet(meant.iterator(), route, request, call);
    }

    @Override
    public Set<String> operations() {
        return operations;
    }

    Tokens tokens() {
        return tokens;
    }

    Fault setUp(FaultPlan plan) {
        synchronized (active) {
            if (active.size() >= LIMIT) {
                throw new IllegalStateException("There are " + LIMIT + " faults already: remove some.");
            }
            ActiveFault fault = new ActiveFault(ids.incrementAndGet(), plan, this);
            active.add(fault);
            return fault;
        }
    }

    void forget(ActiveFault fault) {
        synchronized (active) {
            active.remove(fault);
            spent.remove(fault);
        }
    }

    void retire(ActiveFault fault) {
        synchronized (active) {
            active.remove(fault);
            spent.add(fault);
            if (spent.size() > LIMIT) {
                spent.remove();
            }
        }
    }

    private Answer meet(Iterator<ActiveFault> faults, Route route, Request request, Call call)
            throws MalformedRequestException {
        while (faults.hasNext()) {
            ActiveFault fault = faults.next();
            if (fault.strikes()) {
                request.meet("#" + fault.id() + " " + fault.description());
                return strike(fault, route, request, r -> meet(faults, route, r, call));
            }
        }
        return call.answer(request);
    }

    private static Answer strike(ActiveFault fault, Route route, Request request, Call rest) throws MalformedRequestException {
        if (!fault.plan().afterTheWork()) {
            return fault.plan().effect().on(new Strike(fault, request, route, rest));
        }
        Answer done = rest.answer(request);
        return fault.plan().effect().on(new Strike(fault, request, route, r -> done));
    }
}
