package dev.esign.service.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.Session.HeldDocument;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.Signer;
import dev.esign.service.problem.FieldProblem;

/**
 * Tells whether a session can be the one that a request describes. It may have got more documents and signers since; what
 * eSign doesn't tell of it is taken for equal.
 */
final class SameRequest {

    private SameRequest() {
    }

    /** What can't come from this request; empty when it all can. */
    static List<FieldProblem> differences(NewSession request, Session held) {
        List<FieldProblem> differences = new ArrayList<>();
        if (held.title().filter(title -> !same(title, request.settings().title())).isPresent()) {
            differences.add(new FieldProblem("title", "is not that of the session with this key"));
        }
        documents(request.documents(), held.documents(), differences);
        signers(request.signers(), held.signers(), differences);
        return differences;
    }

    private static void documents(List<Document> requested, List<HeldDocument> held, List<FieldProblem> differences) {
        List<String> names = new ArrayList<>();
        held.stream().flatMap(document -> document.fileName().stream()).map(SameRequest::plain).forEach(names::add);
        if (names.size() < held.size() || names.isEmpty()) {
            return;
        }
        for (int i = 0; i < requested.size(); i++) {
            if (!names.remove(plain(requested.get(i).fileName()))) {
                differences.add(new FieldProblem("documents[" + i + "].fileName", "is none of the session with this key"));
            }
        }
    }

    private static void signers(List<Signer> requested, List<HeldSigner> held, List<FieldProblem> differences) {
        Map<String, List<String>> emails = new HashMap<>();
        for (HeldSigner signer : held) {
            Optional<String> role = signer.role().map(name -> plain(name.name()));
            if (role.isEmpty() || signer.email().isEmpty()) {
                return;
            }
            // Who was delegated to has the same role.
            emails.computeIfAbsent(role.get(), name -> new ArrayList<>()).add(plain(signer.email().get()));
        }
        for (int i = 0; i < requested.size() && !emails.isEmpty(); i++) {
            Signer signer = requested.get(i);
            if (!emails.getOrDefault(plain(signer.role().name()), List.of()).contains(plain(signer.email()))) {
                differences.add(new FieldProblem("signers[" + i + "]", "is none of the session with this key"));
            }
        }
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
