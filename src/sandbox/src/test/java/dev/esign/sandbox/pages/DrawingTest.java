package dev.esign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

    @Test
    void isPathData() {
        assertThat(Drawing.of("drawn:M1 2L30 40")).hasValueSatisfying(drawing -> assertThat(drawing.picture().html())
                .contains("<path d=\"M1 2L30 40\"/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Ann", "drawn:", "drawn:M1 2\"/><script>", "drawn:url(x)", "M1 2L3 4" })
    void nothingElseIs(String value) {
        assertThat(Drawing.of(value)).isEmpty();
    }
}
