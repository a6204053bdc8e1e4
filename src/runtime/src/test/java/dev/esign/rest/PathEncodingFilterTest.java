package dev.esign.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Only what every server reads alike stays as it is in a path. */
class PathEncodingFilterTest {

    @Test
    void encodesWhatIsAmbiguous() {
        assertThat(PathEncodingFilter.encode("/rest/v1/encrypt/a+b=c;d,e:f@g!h$i&j'k(l)m*n~o-p_q.r%2Fs"))
                .isEqualTo("/rest/v1/encrypt/a%2Bb%3Dc%3Bd%2Ce%3Af%40g%21h%24i%26j%27k%28l%29m%2An~o-p_q.r%2Fs");
    }
}
