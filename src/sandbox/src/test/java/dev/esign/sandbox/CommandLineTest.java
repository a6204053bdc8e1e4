package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "--port 0", "--port=0", "--tag-processing 3s", "--tag-processing 0ms",
            "--tag-processing PT3S", "--tag-processing 2m", "--token-lifetime 500ms",
            "--journal-size 0", "--wire lenient", "--wire=javascript-serializer", "--wire data-contract",
            "--api-key a --api-key b== --user x@example.com --user=y@example.com", "--purge-delay 72h", "--purge-delay=0s",
            "--directory some/where", "--tag-delimiters ##", "--tag-item-space=|",
            "--operation session-files=GET:rest/v1/sessions/{sessionId}/files --operation invite-urls=post:x?id={sessionId}",
            "--webhook http://localhost:8080/a?b=c --webhook=https://localhost/ --webhook-retries 3 --webhook-retry-delay 10ms",
            "--webhook-timeout 30s" })
    void understands(String line) throws Exception {
        assertThat(CommandLine.parse(split(line)).wantsHelp()).isFalse();
    }

    @Test
    void appliesWhatItReads() throws Exception {
        try (EsignSandbox sandbox = CommandLine
                .parse("--port", "0", "--journal-size", "5", "--wire", "data-contract", "--api-key", "a", "--api-key=b=",
                        "--user", "u")
                .builder()
                .start()) {
            Client client = new Client(sandbox.url());
            assertThat(client.getToken(client.encrypt("a", "s"), "s").path("Message").asText()).isEqualTo("Success");
            assertThat(client.getToken(client.encrypt("b=", "s"), "s").path("Message").asText()).isEqualTo("Success");
            assertThat(client.getToken(client.encrypt("c", "s"), "s").path("Message").asText()).isEqualTo("Error");
            assertThat(sandbox.journal().requests()).hasSize(5);
            assertThat(client.get("/_sandbox").body()).contains("\"wire\":\"data-contract\"");
        }
    }

    @Test
    void helps() throws Exception {
        assertThat(CommandLine.parse("--port", "0", "--help").wantsHelp()).isTrue();
        assertThat(CommandLine.HELP).contains("--port", "8980", "--tag-processing", "--token-lifetime", "--api-key", "--user",
                "--purge-delay", "--directory", "--tag-delimiters", "--tag-item-space", "--operation", "session-files",
                "update-group",
                "--webhook", "--webhook-retries", "--webhook-retry-delay", "--webhook-timeout");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--port|--port has no value: put one after it",
            "--port x|--port has a value it cannot use: give a number from 0",
            "--port 65536|--port has a value it cannot use: give a number from 0",
            "--tag-processing soon|--tag-processing has a value it cannot use: give a time of 0s or more",
            "--tag-processing PT-1S|--tag-processing has a value it cannot use",
            "--token-lifetime 0s|--token-lifetime has a value it cannot use: give a time above zero",
            "--journal-size -1|--journal-size has a value it cannot use: give a number from 0 (none) to 100000",
            "--wire s3cret|--wire has a value it cannot use: give one of lenient, javascript-serializer and data-contract",
            "--api-key=|--api-key has a value it cannot use: give a text that is not blank",
            "--webhook s3cret|--webhook has a value it cannot use: give an absolute http or https URL with a host",
            "--webhook-retries 21|--webhook-retries has a value it cannot use: give a number from 0 to 20",
            "--webhook-retry-delay 0s|--webhook-retry-delay has a value it cannot use: give a time above zero, up to 1m",
            "--webhook-timeout 2m|--webhook-timeout has a value it cannot use: give a time above zero, up to 1m",
            "--speed=s3cret|--speed is not an option of the sandbox: --help lists them",
            "--purge-delay=-1s|--purge-delay has a value it cannot use: give a time of 0s or more",
            "--directory=|--directory has a value it cannot use: give the path of a directory",
            "--tag-delimiters <|--tag-delimiters has a value it cannot use: give two signs",
            "--tag-delimiters ab|--tag-delimiters has a value it cannot use: give two signs",
            "--tag-item-space ab|--tag-item-space has a value it cannot use: give one sign",
            "--operation files=GET:x|--operation has a value it cannot use: give NAME=VERB:URI",
            "--operation session-files=GET:x/{id}|--operation has a value it cannot use: give NAME=VERB:URI",
            "--operation session-files|--operation has a value it cannot use: give NAME=VERB:URI",
            "--api-key a s3cret|Argument 3 is not an option",
            "-p|Argument 1 is not an option: options begin with --, see --help" })
    void namesTheOptionTheProblemAndTheFix(String line, String message) {
        assertThatThrownBy(() -> CommandLine.parse(split(line))).isInstanceOf(CommandLine.UsageException.class)
                .hasMessageStartingWith(message).hasMessageNotContaining("s3cret");
    }

    private static String[] split(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }
}
