package dev.esign.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.esign.EsignAccount;
import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.model.SessionId;
import io.smallrye.mutiny.Uni;

class CallObserversTest {

    private static final SessionId ID = SessionId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    private final List<ObservedCall> calls = new ArrayList<>();
    private final CallObservers observers = new CallObservers(List.of(new CallObserver() {

        @Override
        public void ended(ObservedCall call) {
            calls.add(call);
        }
    }));

    @Test
    void aTryBelongsToTheStartOfItsAccount() {
        ObservedStart ours = observers.beginStart(EsignAccount.DEFAULT, ID);
        ObservedStart north = observers.beginStart("north", ID);

        start("north");
        start("north");
        start("south");
        observers.endStart(north, null);
        start("north");
        start(EsignAccount.DEFAULT);

        assertThat(calls).extracting(ObservedCall::account).containsExactly("north", "north", "south", "north",
                EsignAccount.DEFAULT);
        assertThat(calls).extracting(call -> call.start().orElse(null)).containsExactly(north, north, null, null, ours);
        assertThat(north.tries()).isEqualTo(2);
        assertThat(ours.tries()).isEqualTo(1);
    }

    private void start(String account) {
        observers.observe(FailedCall.of(Operation.START_SESSION, ID).by(account), call -> Uni.createFrom().voidItem()).await()
                .indefinitely();
    }
}
