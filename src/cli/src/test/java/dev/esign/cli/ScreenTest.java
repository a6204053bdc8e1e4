package dev.esign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.esign.UploadProgress;

class ScreenTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void onATerminalAnUploadIsABarThatMakesPlaceForItsLastLine() {
        Screen screen = screen(new Terminal(true, false));
        UploadProgress upload = screen.upload("a.pdf");

        upload.sent(500, 1000);
        upload.sent(1000, 1000);

        assertThat(shown()).isEqualTo("\r\033[Kupload     a.pdf [############............] 50 % of 1.0 kB"
                + "\r\033[Kupload     a.pdf: 100 % of 1.0 kB\n");
    }

    @Test
    void elsewhereItIsALineForEachTenth() {
        UploadProgress upload = screen(new Terminal(false, false)).upload("a.pdf");

        for (int megabyte = 1; megabyte <= 20; megabyte++) {
            upload.sent(megabyte * 1_000_000L, 20_000_000);
        }

        assertThat(shown().lines()).hasSize(10).first().isEqualTo("upload     a.pdf: 10 % of 20.0 MB");
    }

    @Test
    void anUploadOfUnknownLengthTellsWhatIsSent() {
        screen(new Terminal(false, false)).upload("a.pdf").sent(2_500_000, UploadProgress.UNKNOWN);

        assertThat(shown()).isEqualTo("upload     a.pdf: 2.5 MB\n");
    }

    @Test
    void colourIsForTheWordOnly() {
        screen(new Terminal(true, true)).step(Tone.GOOD, "created", "session 1");

        assertThat(shown()).isEqualTo("\033[32mcreated\033[0m    session 1\n");
    }

    @Test
    void aScriptGetsJsonAlone() {
        Screen screen = screen(new Terminal(true, true));
        screen.onlyJson();

        screen.step("session", "1");
        screen.upload("a.pdf").sent(1, 2);
        screen.table(List.of(List.of("a")));
        screen.json(new StartCommand.Done("started", null));

        assertThat(shown()).isEqualTo("{\"done\":\"started\"}\n");
    }

    @Test
    void columnsAreAsWideAsTheirCells() {
        screen(new Terminal(false, false)).table(List.of(List.of("A", "B"), List.of("long", "x")));

        assertThat(shown()).isEqualTo("A     B\nlong  x\n");
    }

    private Screen screen(Terminal terminal) {
        return new Screen(terminal, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
