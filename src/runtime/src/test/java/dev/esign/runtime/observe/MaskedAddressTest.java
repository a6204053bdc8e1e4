package dev.esign.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {

    @ParameterizedTest
    @CsvSource({
            "https://api.example.com/rest/v1/encrypt/key/salt, https://api.example.com/rest/v1/encrypt/***/***",
            "http://127.0.0.1:8080/rest/v1/gettoken/start, http://127.0.0.1:8080/rest/v1/gettoken/***",
            "https://e.example/rest/v1/tokenusernamepassword/a%40b.c/sessions, https://e.example/rest/v1/tokenusernamepassword/***/***",
            "https://e.example/rest/v1/authenticateuser/a%40b.c/salt, https://e.example/rest/v1/authenticateuser/***/***",
            "https://e.example/rest/v1/sessions/4711/start?returnUrl=x, https://e.example/rest/v1/sessions/***/start?***",
            "https://e.example/proxy/key/rest/v1/users?username=a%40b.c, https://e.example/***/***/rest/v1/users?***",
            "https://user:password@e.example/rest/v1/sessions, https://e.example/rest/v1/sessions",
            "not an address, ***", "mailto:a@b.c, ***" })
    void showsTheWordsOfTheDocumentedPathsOnly(String address, String shown) {
        assertThat(MaskedAddress.of(address)).isEqualTo(shown);
    }
}
