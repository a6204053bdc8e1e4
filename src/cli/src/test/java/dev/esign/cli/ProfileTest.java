package dev.esign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private static final Map<String, String> SETTINGS = Map.of("quarkus.esign.url", "http://localhost:1",
            "quarkus.esign.salt", "sält = #!");

    @TempDir
    Path home;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Profile profile = profile("stage");

        profile.write(Map.of("quarkus.esign.url", "http://before"));
        profile.write(SETTINGS);

        assertThat(profile.read()).isEqualTo(SETTINGS);
        assertThat(Profile.names(home.resolve("a/esign"))).containsExactly("stage");
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        Profile profile = profile("default");

        profile.write(SETTINGS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.file().getParent())))
                .isEqualTo("rwx------");
        assertThat(profile.isOpenToOthers()).isFalse();
        Files.setPosixFilePermissions(profile.file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(profile.isOpenToOthers()).isTrue();
    }

    @Test
    void oneThatIsntThereSaysNothing() throws IOException {
        assertThat(profile("other").read()).isEmpty();
        assertThat(profile("other").exists()).isFalse();
        assertThat(Profile.names(home.resolve("nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "../x", "a/b", "a b" })
    void aNameIsNoPath(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> profile(name)).withMessageContaining("give letters");
    }

    @Test
    void profilesAreWhereTheBaseDirectoriesSay() {
        assertThat(Profile.directory(Map.of(), "/home/ada")).isEqualTo(Path.of("/home/ada/.config/esign"));
        assertThat(Profile.directory(Map.of("XDG_CONFIG_HOME", "/etc/ada"), "/home/ada")).isEqualTo(Path.of("/etc/ada/esign"));
        assertThat(Profile.directory(Map.of("XDG_CONFIG_HOME", "relative"), "/home/ada"))
                .isEqualTo(Path.of("/home/ada/.config/esign"));
        assertThat(Profile.directory(Map.of("XDG_CONFIG_HOME", ""), "/home/ada"))
                .isEqualTo(Path.of("/home/ada/.config/esign"));
    }

    private Profile profile(String name) {
        return new Profile(name, home.resolve("a/esign"));
    }
}
