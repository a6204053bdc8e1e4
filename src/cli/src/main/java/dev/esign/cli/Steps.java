package dev.esign.cli;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.esign.event.StartDelayed;
import dev.esign.event.StartRefused;

/** Shows what the extension does on its own. */
@Singleton
class Steps {

    private final Screen screen;

    Steps(Screen screen) {
        this.screen = screen;
    }

    void on(@Observes StartDelayed event) {
        screen.step(Tone.NOTE, "waiting", Screen.seconds(event.delay()) + " for anchor tags to be processed");
    }

    void on(@Observes StartRefused event) {
        screen.step(Tone.NOTE, "not ready",
                event.texts().isEmpty() ? "eSign gives no reason" : String.join("; ", event.texts()));
    }
}
