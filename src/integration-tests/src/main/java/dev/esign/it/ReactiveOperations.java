package dev.esign.it;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.esign.EsignServices;
import dev.esign.model.GroupRole;
import dev.esign.model.PurgeTime;
import dev.esign.model.UserStatus;
import io.smallrye.mutiny.Uni;

/** Every operation of the reactive services, by the names that {@link BlockingOperations} has for their twins. */
final class ReactiveOperations {

    /** One call of the extension. */
    interface Call {
        Uni<?> of(EsignServices esign, Arguments with);
    }

    static final Map<String, Call> BY_NAME = Map.ofEntries(
            entry("create", (esign, with) -> esign.reactiveSessions().create(with.newSession())),
            entry("upload", (esign, with) -> {
                AtomicLong sent = new AtomicLong();
                return esign.reactiveSessions().create(with.newSession(), (bytes, total) -> sent.set(bytes)).replaceWith(sent);
            }),
            entry("update", (esign, with) -> done(esign.reactiveSessions().update(with.update()))),
            entry("start", (esign, with) -> done(esign.reactiveSessions().start(with.session()))),
            entry("startReturning",
                    (esign, with) -> done(esign.reactiveSessions().start(with.session(), with.returnUrl()))),
            entry("send", (esign, with) -> esign.reactiveSessions().send(with.newSession())),
            entry("get", (esign, with) -> esign.reactiveSessions().get(with.session())),
            entry("signInUrl", (esign, with) -> esign.reactiveSessions().signInUrl(with.session())),
            entry("signInPage", (esign, with) -> esign.reactiveSessions().signInUrl(with.page())),
            entry("pause", (esign, with) -> done(esign.reactiveSessions().pause(with.session()))),
            entry("cancel", (esign, with) -> done(esign.reactiveSessions().cancel(with.session()))),
            entry("close", (esign, with) -> done(esign.reactiveSessions().close(with.session()))),
            entry("copy", (esign, with) -> esign.reactiveSessions().copy(with.copy())),
            entry("delete", (esign, with) -> done(esign.reactiveSessions().delete(with.session()))),
            entry("purge", (esign, with) -> done(esign.reactiveSessions().purge(with.session(), PurgeTime.SCHEDULED))),
            entry("cancelPurge", (esign, with) -> done(esign.reactiveSessions().cancelPurge(with.session()))),
            entry("updateTransactionId",
                    (esign, with) -> done(
                            esign.reactiveSessions().updateTransactionId(with.session(), with.text("transaction")))),
            entry("actionLog", (esign, with) -> esign.reactiveSessions().actionLog(with.session())),
            entry("archived", (esign, with) -> esign.reactiveSessions().archived().collect().asList()),
            entry("deleted", (esign, with) -> esign.reactiveSessions().deleted().collect().asList()),
            entry("expired", (esign, with) -> esign.reactiveSessions().expired().collect().asList()),
            entry("findByTransactionId",
                    (esign, with) -> esign.reactiveSessions().findByTransactionId(with.text("transaction")).collect().asList()),
            entry("findByTransactionIdInFull",
                    (esign, with) -> esign.reactiveSessions().findByTransactionIdInFull(with.text("transaction"))),
            entry("updateSigners", (esign, with) -> done(esign.reactiveSigners().update(with.session(), with.signers()))),
            entry("invite", (esign, with) -> done(esign.reactiveSigners().invite(with.session(), with.signers()))),
            entry("inviteToken", (esign, with) -> esign.reactiveSigners().inviteToken(with.text("signer"))),
            entry("uploadedDocuments",
                    (esign, with) -> esign.reactiveSigners().uploadedDocuments(with.session(), with.text("signer")).collect()
                            .asList()),
            entry("saveTo", (esign, with) -> esign.reactiveDocuments().saveTo(with.session(), with.directory())),
            entry("saveArchivedTo",
                    (esign, with) -> esign.reactiveDocuments().saveArchivedTo(with.session(), with.directory())),
            entry("forEach", (esign, with) -> {
                Map<String, Long> sizes = new TreeMap<>();
                return esign.reactiveDocuments()
                        .forEach(with.session(), (name, content) -> sizes.put(name, content.skip(Long.MAX_VALUE)))
                        .replaceWith(sizes);
            }),
            entry("forEachArchived", (esign, with) -> {
                Map<String, Long> sizes = new TreeMap<>();
                return esign.reactiveDocuments()
                        .forEachArchived(with.session(), (name, content) -> sizes.put(name, content.skip(Long.MAX_VALUE)))
                        .replaceWith(sizes);
            }),
            entry("inviteUrls", (esign, with) -> esign.reactiveDocuments().inviteUrls(with.session())),
            entry("createUser", (esign, with) -> esign.reactiveUsers().create(with.user())),
            entry("findUserById", (esign, with) -> esign.reactiveUsers().findById(with.text("id"))),
            entry("findUserByUsername", (esign, with) -> esign.reactiveUsers().findByUsername(with.text("username"))),
            entry("updateUser", (esign, with) -> esign.reactiveUsers().update(with.userWithId())),
            entry("updateUserByUsername",
                    (esign, with) -> esign.reactiveUsers().updateByUsername(with.text("old"), with.user())),
            entry("provisionUser", (esign, with) -> esign.reactiveUsers().provision(with.text("id"), UserStatus.INACTIVE)),
            entry("createGroupUser",
                    (esign, with) -> esign.reactiveUsers().createGroupUser(with.text("group"), with.user())),
            entry("changeGroupUserRole",
                    (esign, with) -> done(
                            esign.reactiveUsers().changeGroupUserRole(with.text("username"), GroupRole.ADMIN))));

    private ReactiveOperations() {
    }

    private static Uni<String> done(Uni<Void> call) {
        return call.replaceWith("done");
    }
}
