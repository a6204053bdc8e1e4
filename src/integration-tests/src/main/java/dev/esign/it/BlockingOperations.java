package dev.esign.it;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.esign.EsignServices;
import dev.esign.model.GroupRole;
import dev.esign.model.PurgeTime;
import dev.esign.model.UserStatus;

/** Every operation of the blocking services. */
final class BlockingOperations {

    /** One call of the extension. */
    interface Call {
        Object of(EsignServices esign, Arguments with) throws Exception;
    }

    static final Map<String, Call> BY_NAME = Map.ofEntries(
            entry("create", (esign, with) -> esign.sessions().create(with.newSession())),
            entry("upload", (esign, with) -> {
                AtomicLong sent = new AtomicLong();
                esign.sessions().create(with.newSession(), (bytes, total) -> sent.set(bytes));
                return sent;
            }),
            entry("update", (esign, with) -> done(() -> esign.sessions().update(with.update()))),
            entry("start", (esign, with) -> done(() -> esign.sessions().start(with.session()))),
            entry("startReturning", (esign, with) -> done(() -> esign.sessions().start(with.session(), with.returnUrl()))),
            entry("send", (esign, with) -> esign.sessions().send(with.newSession())),
            entry("get", (esign, with) -> esign.sessions().get(with.session())),
            entry("signInUrl", (esign, with) -> esign.sessions().signInUrl(with.session())),
            entry("signInPage", (esign, with) -> esign.sessions().signInUrl(with.page())),
            entry("pause", (esign, with) -> done(() -> esign.sessions().pause(with.session()))),
            entry("cancel", (esign, with) -> done(() -> esign.sessions().cancel(with.session()))),
            entry("close", (esign, with) -> done(() -> esign.sessions().close(with.session()))),
            entry("copy", (esign, with) -> esign.sessions().copy(with.copy())),
            entry("delete", (esign, with) -> done(() -> esign.sessions().delete(with.session()))),
            entry("purge", (esign, with) -> done(() -> esign.sessions().purge(with.session(), PurgeTime.SCHEDULED))),
            entry("cancelPurge", (esign, with) -> done(() -> esign.sessions().cancelPurge(with.session()))),
            entry("updateTransactionId",
                    (esign, with) -> done(
                            () -> esign.sessions().updateTransactionId(with.session(), with.text("transaction")))),
            entry("actionLog", (esign, with) -> esign.sessions().actionLog(with.session())),
            entry("archived", (esign, with) -> esign.sessions().archived()),
            entry("deleted", (esign, with) -> esign.sessions().deleted()),
            entry("expired", (esign, with) -> esign.sessions().expired()),
            entry("findByTransactionId", (esign, with) -> esign.sessions().findByTransactionId(with.text("transaction"))),
            entry("findByTransactionIdInFull",
                    (esign, with) -> esign.sessions().findByTransactionIdInFull(with.text("transaction"))),
            entry("updateSigners", (esign, with) -> done(() -> esign.signers().update(with.session(), with.signers()))),
            entry("invite", (esign, with) -> done(() -> esign.signers().invite(with.session(), with.signers()))),
            entry("inviteToken", (esign, with) -> esign.signers().inviteToken(with.text("signer"))),
            entry("uploadedDocuments",
                    (esign, with) -> esign.signers().uploadedDocuments(with.session(), with.text("signer"))),
            entry("saveTo", (esign, with) -> esign.documents().saveTo(with.session(), with.directory())),
            entry("saveArchivedTo", (esign, with) -> esign.documents().saveArchivedTo(with.session(), with.directory())),
            entry("forEach", (esign, with) -> {
                Map<String, Long> sizes = new TreeMap<>();
                esign.documents().forEach(with.session(), (name, content) -> sizes.put(name, content.skip(Long.MAX_VALUE)));
                return sizes;
            }),
            entry("forEachArchived", (esign, with) -> {
                Map<String, Long> sizes = new TreeMap<>();
                esign.documents().forEachArchived(with.session(),
                        (name, content) -> sizes.put(name, content.skip(Long.MAX_VALUE)));
                return sizes;
            }),
            entry("inviteUrls", (esign, with) -> esign.documents().inviteUrls(with.session())),
            entry("createUser", (esign, with) -> esign.users().create(with.user())),
            entry("findUserById", (esign, with) -> esign.users().findById(with.text("id"))),
            entry("findUserByUsername", (esign, with) -> esign.users().findByUsername(with.text("username"))),
            entry("updateUser", (esign, with) -> esign.users().update(with.userWithId())),
            entry("updateUserByUsername",
                    (esign, with) -> esign.users().updateByUsername(with.text("old"), with.user())),
            entry("provisionUser", (esign, with) -> esign.users().provision(with.text("id"), UserStatus.INACTIVE)),
            entry("createGroupUser", (esign, with) -> esign.users().createGroupUser(with.text("group"), with.user())),
            entry("changeGroupUserRole",
                    (esign, with) -> done(() -> esign.users().changeGroupUserRole(with.text("username"), GroupRole.ADMIN))));

    private BlockingOperations() {
    }

    private static String done(Runnable call) {
        call.run();
        return "done";
    }
}
