package dev.esign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    @ParameterizedTest
    @ValueSource(strings = { "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//example.com", "/path",
            "http:",
            "http:///x", "file:///etc", "http://[", "" })
    void onlyWebAddressesMayBeLinks(String address) {
        assertThat(Parts.webAddress(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "https://example.com/a?b=c,https://example.com/a?b=c", "HTTP://localhost:8080,HTTP://localhost:8080",
            "https://example.com/ö,https://example.com/%C3%B6" })
    void webAddressesMay(String address, String link) {
        assertThat(Parts.webAddress(address)).hasValue(link);
    }

    @ParameterizedTest
    @CsvSource({ "0,0 bytes", "1023,1023 bytes", "1024,1 kB", "1025,2 kB", "1048576,1.0 MB", "5767168,5.5 MB" })
    void sizesAreShort(long bytes, String text) {
        assertThat(Parts.size(bytes)).isEqualTo(text);
    }

    @Test
    void peopleWithoutNamesAreShownByTheirAddress() {
        assertThat(Parts.person("", "<x>@example.com").html()).contains("<strong>&lt;x&gt;@example.com</strong>");
        assertThat(Parts.person("Ann Mary Lee", "a@example.com").html()).contains(">AM<");
    }
}
