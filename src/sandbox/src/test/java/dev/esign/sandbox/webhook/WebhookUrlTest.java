package dev.esign.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.sandbox.WebhookTarget;

class WebhookUrlTest {

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:8080/webhook", "https://example.com", "HTTP://127.0.0.1/",
            "http://[::1]:8080/a?b=c",
            " http://user:password@localhost/ " })
    void takesWebAddresses(String url) {
        assertThat(WebhookUrl.parse(url)).isEqualTo(URI.create(url.strip()));
    }

    @Test
    void writesOtherLettersInAscii() {
        assertThat(WebhookUrl.check(URI.create("http://localhost/ü"))).hasToString("http://localhost/%C3%BC");
    }

    @ParameterizedTest
    @CsvSource({ "/s3cret,not absolute", "ftp://localhost/s3cret,neither http nor https",
            "mailto:s3cret@localhost,neither http",
            "http:///s3cret,no host", "http:s3cret,no host", "http://s3_cret/,no host", "http://localhost:0/s3cret,port",
            "http://localhost:65536/s3cret,port", "http://localhost/s3 cret,not a URL", "s3cret,not absolute" })
    void saysWhatIsWrongWithOthersWithoutRepeatingThem(String url, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookUrl.parse(url)).withMessageContaining(problem)
                .withMessageContaining("Give an absolute http or https URL").withMessageNotContaining("cret")
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({ "http://localhost:8080/hook/s3cret,http://localhost:8080/***", "http://localhost:8080,http://localhost:8080/",
            "https://example.com/,https://example.com/", "https://example.com?s3cret,https://example.com/***",
            "http://user:s3cret@[::1]:80/,http://***@[::1]:80/" })
    void showsWhereAReceiverIsAndNoMore(String url, String shown) {
        WebhookTarget target = new WebhookTarget("1", URI.create(url));

        assertThat(target.masked()).isEqualTo(shown);
        assertThat(target).hasToString("WebhookTarget[1, " + shown + "]");
    }

    @ParameterizedTest
    @CsvSource({ "http://u:s3cret@localhost:1/a?b=c,http://u:wrong@localhost:1/a?b=c",
            "http://u@localhost/,http://u:wrong@localhost/",
            "http://localhost/a?key=s3cret,http://localhost/a?key=wrong", "http://localhost/a?s3cret,http://localhost/a?wrong",
            "http://localhost?a=b&c=,http://localhost/?a=b&c=wrong", "http://localhost/a/s3cret,http://localhost/a/wrong",
            "http://localhost/a/s3cret/,http://localhost/a/wrong", "http://localhost:1,http://localhost:1/wrong" })
    void replacesTheSecret(String url, String wrong) {
        assertThat(WebhookUrl.withWrongSecret(URI.create(url))).hasToString(wrong);
    }
}
