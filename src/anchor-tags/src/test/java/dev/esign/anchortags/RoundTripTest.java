package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static Stream<AnchorTags> settings() {
        return Stream.of(AnchorTags.standard(), AnchorTags.standard().itemSpace('|'),
                AnchorTags.standard().delimiters('#', '#'), AnchorTags.standard().delimiters('[', ']').itemSpace('*'));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsWrittenIsReadAsTheSameTag(AnchorTags tags) {
        GeneratedTags.writableBy(tags, 5_000).forEach(tag -> {
            String text = tags.write(tag);

            assertThat(tags.parse(text).tag()).describedAs(text).contains(tag);
        });
    }

    @ParameterizedTest
    @MethodSource("settings")
    void knowingTheRoleChangesNothing(AnchorTags tags) {
        GeneratedTags.writableBy(tags, 1_000).forEach(tag -> {
            String text = tags.write(tag);

            assertThat(tags.parse(text, List.of(tag.role())).tag()).describedAs(text).contains(tag);
        });
    }
}
