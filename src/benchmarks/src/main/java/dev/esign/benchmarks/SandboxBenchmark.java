package dev.esign.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.sandbox.EsignSandbox;

/**
 * How many sessions the sandbox creates per second with a document of 20 kB as an array of numbers, and how that compares to
 * sessions without a document. A create is a token call and the call itself. The sandbox and its clients share this JVM.
 */
public final class SandboxBenchmark {

    private static final int DOCUMENT = 20_000;
    private static final int CREATES = 4_000;
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 5;
    private static final Pattern RETURN_VALUE = Pattern.compile("\"ReturnValue\":\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SandboxBenchmark() {
    }

    /**
     * Prints the rounds one by one: creates per second with a document and without, and their ratio.
     *
     * @param args none
     * @throws Exception when a call fails or isn't answered as it should be
     */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        try (EsignSandbox sandbox = EsignSandbox.start()) {
            System.out.printf("start in this JVM: %d ms%n", Duration.ofNanos(System.nanoTime() - start).toMillis());
            new SandboxBenchmark().compare(sandbox);
        }
    }

    private void compare(EsignSandbox sandbox) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            String cipher = returnValue(get(sandbox.url().resolve("/rest/v1/encrypt/key/salt"), ""));
            String document = body(document());
            String noDocument = body("");
            for (int round = 1; round <= ROUNDS; round++) {
                double plain = rate(clients, () -> create(sandbox, cipher, noDocument));
                double rate = rate(clients, () -> create(sandbox, cipher, document));
                System.out.printf("round %d: %,.0f creates/s with a document, %,.0f without, ratio %.2f%n", round, rate, plain,
                        rate / plain);
            }
            int sessions = sandbox.sessions().list().size();
            if (sessions != 2 * ROUNDS * CREATES) {
                throw new IllegalStateException("the sandbox holds " + sessions + " sessions of " + 2 * ROUNDS * CREATES);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private String create(EsignSandbox sandbox, String cipher, String body) throws IOException, InterruptedException {
        String token = returnValue(get(sandbox.url().resolve("/rest/v1/gettoken/salt"), cipher));
        String answer = post(sandbox.url().resolve("/rest/v1/sessions"), token, body);
        if (!answer.contains("\"Message\":\"Success\"")) {
            throw new IllegalStateException("a create was refused");
        }
        return answer;
    }

    private static double rate(ExecutorService clients, Callable<String> create) throws Exception {
        List<Callable<String>> creates = new ArrayList<>();
        for (int i = 0; i < CREATES; i++) {
            creates.add(create);
        }
        long start = System.nanoTime();
        for (Future<String> done : clients.invokeAll(creates)) {
            done.get();
        }
        return CREATES / ((System.nanoTime() - start) / 1e9);
    }

    private String get(URI uri, String authorization) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).header("Authorization", authorization).build());
    }

    private String post(URI uri, String authorization, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).header("Authorization", authorization)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return response.body();
    }

    private static String returnValue(String answer) {
        Matcher matcher = RETURN_VALUE.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("an answer without ReturnValue");
        }
        return matcher.group(1).replace("\\/", "/");
    }

    private static String document() {
        byte[] bytes = new byte[DOCUMENT];
        new Random(1).nextBytes(bytes);
        StringBuilder numbers = new StringBuilder();
        for (byte octet : bytes) {
            numbers.append(numbers.isEmpty() ? "" : ",").append(octet & 0xff);
        }
        return "{\"FileName\":\"agreement.pdf\",\"FileBytes\":[" + numbers + "]}";
    }

    private static String body(String documents) {
        return """
                {"userName":"owner@example.com","session":{"SessionInfo":{"Title":"Purchase agreement"},
                "Documents":[%s],
                "Signers":[{"LastName":"Seller","EmailAddress":"seller@example.com","SignerRole":"Seller 1"}]}}"""
                .formatted(documents);
    }
}
