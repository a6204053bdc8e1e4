package dev.esign.it;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.esign.SignInPage;
import dev.esign.SignInPage.LandingPage;
import dev.esign.model.CopyDelivery;
import dev.esign.model.Document;
import dev.esign.model.DocumentContent;
import dev.esign.model.NewSession;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SigningOrder;
import dev.esign.model.User;

/** What a test says about an operation, by names of its own, made into what the extension takes. */
record Arguments(Map<String, String> values) {

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": is missing");
        }
        return value;
    }

    SessionId session() {
        return SessionId.of(text("session"));
    }

    Path directory() {
        return Path.of(text("directory"));
    }

    URI returnUrl() {
        return URI.create(values.getOrDefault("returnUrl", "https://www.example.com/back"));
    }

    NewSession newSession() {
        NewSession.Builder session = NewSession.titled(text("title")).documents(documents().toArray(Document[]::new));
        if (values.containsKey("transaction")) {
            session.transactionId(text("transaction"));
        }
        if (values.containsKey("expiresInDays")) {
            session.expiresOn(LocalDate.now(ZoneOffset.UTC).plusDays(Long.parseLong(text("expiresInDays"))));
        }
        if (!values.containsKey("rich")) {
            return session.signers(signer(values.getOrDefault("role", "Seller 1"), "seller@example.com"),
                    signer("Buyer 1", "buyer@example.com")).build();
        }
        return session.description("Please sign").signingOrder(SigningOrder.SEQUENTIAL).delegationAllowed(true)
                .copyTo(CopyDelivery.LINKS, "copy@example.com").password("password of the session").ownerSignsFirst(false)
                .redirectAfterSend("https://www.example.com/sent").remindEveryDays(7)
                .signers(
                        signer("Seller 1", "seller@example.com").sequence(1).mergeField("Price", "1").nameLocked()
                                .invitation("Your signature", "Please sign")
                                .authentication(SignerAuthentication.password("password of the signer")),
                        signer("Buyer 1", "buyer@example.com").sequence(2).authentication(SignerAuthentication.sms()))
                .build();
    }

    SessionUpdate update() {
        return SessionUpdate.of(session()).title(text("title")).documents(documents().toArray(Document[]::new)).build();
    }

    SessionCopy copy() {
        return SessionCopy.of(session()).title(text("title")).transactionId(text("transaction")).keepSigner(text("signer"))
                .build();
    }

    List<Signer> signers() {
        return List.of(signer("Seller 1", "new@example.com").id(text("signer")).build());
    }

    SignInPage page() {
        return SignInPage.at(URI.create("https://client.example.com/")).session(session()).landingPage(LandingPage.STEP2)
                .build();
    }

    User user() {
        return User.named(text("username")).firstName("Ann").lastName("Lee").password("password of the user")
                .company(values.getOrDefault("company", "Acme")).build();
    }

    User userWithId() {
        return User.withId(text("id")).company(text("company")).build();
    }

    /** The files that are named, and one of so many bytes. */
    private List<Document> documents() {
        Stream<Document> files = Stream.of(values.getOrDefault("files", "").split(",")).filter(name -> !name.isEmpty())
                .map(name -> Document.file(Path.of(name)).anchorTags(values.containsKey("tags")).build());
        Stream<Document> generated = Stream.ofNullable(values.get("bytes")).map(Long::parseLong)
                .map(size -> Document.of("large.pdf", generated(size)).build());
        return Stream.concat(files, generated).toList();
    }

    private static DocumentContent generated(long size) {
        return () -> new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 255 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                Arrays.fill(buffer, offset, offset + count, (byte) 255);
                left -= count;
                return count;
            }
        };
    }

    private static Signer.Builder signer(String role, String email) {
        return Signer.as(role).name("Ada", "Lovelace").email(email);
    }
}
