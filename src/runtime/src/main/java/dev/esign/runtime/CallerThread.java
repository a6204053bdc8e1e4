package dev.esign.runtime;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

/**
 * Lets a blocked caller do the blocking part of its call itself: on its thread, with its request context and transaction, and
 * without a second thread that waits too.
 */
public final class CallerThread implements Executor {

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    private CallerThread() {
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /**
     * Makes a call and blocks until it is done.
     *
     * @param <T> the type of its item
     * @param call makes the call; what it gives to the executor runs on the thread of the caller
     * @return the call's item
     * @throws IllegalStateException when the caller is an event loop
     */
    public static <T> T await(Function<Executor, Uni<T>> call) {
        Threads.requireBlocking();
        CallerThread caller = new CallerThread();
        CompletableFuture<T> result = call.apply(caller).subscribeAsCompletionStage();
        result.whenComplete((item, failure) -> caller.execute(() -> {
        })); // the caller looks up when it is given something to do
        try {
            while (!result.isDone()) {
                caller.tasks.take().run();
            }
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for eSign");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }
}
