package dev.esign.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            respond-async | respond-async
            Respond-Async; foo="bar, baz", wait=5 | respond-async, wait=5
            wait = "7" ,handling=lenient,respond-async | respond-async, wait=7
            respond-async, wait=1, wait=2 | respond-async, wait=1
            respond-async, wait=3600 | respond-async, wait=60
            respond-async, wait=soon | respond-async
            respond-async, wait=99999999999 | respond-async
            """)
    void areUnderstood(String header, String applied) {
        Preferences preferences = Preferences.of(List.of(header));

        assertThat(preferences.async()).isTrue();
        assertThat(preferences.applied()).isEqualTo(applied);
    }

    @ParameterizedTest
    @CsvSource({ "wait=5", "return=minimal", "respond-asynchronously", "''" })
    void areIgnoredOtherwise(String header) {
        assertThat(Preferences.of(List.of(header))).isEqualTo(new Preferences(false, null));
    }

    @Test
    void mayStandInSeveralHeaders() {
        assertThat(Preferences.of(Arrays.asList("wait=5", "respond-async")))
                .isEqualTo(new Preferences(true, Duration.ofSeconds(5)));
        assertThat(Preferences.of(null).async()).isFalse();
    }
}
