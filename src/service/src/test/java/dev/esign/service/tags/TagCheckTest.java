package dev.esign.service.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.TagDocument;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;

class TagCheckTest {

    private static final TagDocument TEXT = TagDocument.of("a.txt", new byte[] { 'x' });

    private final TagCheck check = new TagCheck(AnchorTags.standard(), 1);

    @Test
    void checkIsRejectedBeyondConcurrencyLimit() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        TagDocument slow = TagDocument.of("slow.txt", () -> {
            begun.countDown();
            await(mayEnd);
            return new ByteArrayInputStream(new byte[] { 'x' });
        });
        CompletableFuture<TagReport> first = CompletableFuture.supplyAsync(() -> check.check(List.of(slow), List.of()));
        begun.await();

        assertThatThrownBy(() -> check.check(List.of(TEXT), List.of())).isInstanceOfSatisfying(ProblemException.class,
                busy -> assertThat(busy.kind()).isEqualTo(ProblemKind.OVERLOADED));

        mayEnd.countDown();
        first.get();
        assertThat(check.check(List.of(TEXT), List.of()).findings()).extracting(TagFinding::code)
                .containsExactly("DOCUMENT_NOT_READ");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
