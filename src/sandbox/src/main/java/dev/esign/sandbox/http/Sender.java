package dev.esign.sandbox.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import com.sun.net.httpserver.HttpExchange;

/** Puts answers onto the wire. */
final class Sender {

    private static final int BUFFER = 64 * 1024;

    private Sender() {
    }

    /**
     * Delivers an answer.
     *
     * @throws ConnectionDroppedException if the answer is one that ends with its connection
     * @throws IOException if the client is gone
     */
    static void send(HttpExchange exchange, Answer answer) throws IOException {
        Delivery delivery = answer.delivery();
        if (delivery instanceof Delivery.Silent silent) {
            Slowly.pause(silent.pause());
        }
        if (!delivery.isAnswer()) {
            throw new ConnectionDroppedException();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD") || answer.isEmpty()) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        // To the JDK's server, 0 is a length that isn't known yet.
        exchange.sendResponseHeaders(answer.status(), answer.stream().isPresent() ? 0 : answer.body().length);
        // Not closed unless all was written: that would tell the client that what it got is all.
        OutputStream whole = exchange.getResponseBody();
        OutputStream out = delivery instanceof Delivery.Trickled trickled ? new Slowly(whole, trickled)
                : delivery instanceof Delivery.Cut cut ? new Partly(whole, missingSome(cut.bytes(), answer)) : whole;
        if (answer.stream().isPresent()) {
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            answer.stream().get().writeTo(buffered);
            buffered.flush();
        } else {
            out.write(answer.body());
        }
        if (out instanceof Partly) {
            out.flush();
            throw new ConnectionDroppedException();
        }
        whole.close();
    }

    private static int missingSome(int bytes, Answer answer) {
        return answer.stream().isPresent() ? bytes : Math.max(0, Math.min(bytes, answer.body().length - 1));
    }

    /** Lets the first bytes through and loses the rest. */
    private static final class Partly extends OutputStream {

        private final OutputStream out;
        private int left;

        Partly(OutputStream out, int bytes) {
            this.out = out;
            this.left = bytes;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] { (byte) octet }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int passing = Math.min(left, length);
            out.write(bytes, offset, passing);
            left -= passing;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    /** Sends a few bytes at a time. */
    private static final class Slowly extends OutputStream {

        private final OutputStream out;
        private final Delivery.Trickled pace;
        private int room;

        Slowly(OutputStream out, Delivery.Trickled pace) {
            this.out = out;
            this.pace = pace;
            this.room = pace.bytes();
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] { (byte) octet }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int from = offset, end = offset + length; from < end;) {
                if (room == 0) {
                    out.flush();
                    pause(pace.pause());
                    room = pace.bytes();
                }
                int count = Math.min(room, end - from);
                out.write(bytes, from, count);
                from += count;
                room -= count;
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        static void pause(Delivery.Pause pause) throws IOException {
            try {
                pause.pause();
            } catch (InterruptedException e) {
                // The sandbox is being closed.
                Thread.currentThread().interrupt();
                throw new ConnectionDroppedException();
            }
        }
    }
}
