package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What coding agents are told of the extension is true: everything that it names exists, and its code compiles. */
class QuarkusSkillTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern INLINE_CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SETTING = Pattern.compile("(?:%\\w+\\.)?(quarkus\\.[a-z.-]+|QUARKUS_[A-Z_]+)(?:=\\S+)?");
    private static final Pattern TYPE = Pattern.compile("@?([A-Z]\\w*[a-z]\\w*(?:\\.[A-Z]\\w*[a-z]\\w*)*)");
    private static final Pattern CONSTANT = Pattern.compile(TYPE.pattern() + "\\.([A-Z_]+)");
    private static final Pattern METHOD = Pattern.compile(TYPE.pattern() + "\\.([a-z]\\w*)\\(([\\w,]*)\\)");
    /** Neither Java of this module nor a setting. */
    private static final List<String> OTHER = List.of("dev.esign:quarkus-esign-testing", "test", "%prod.",
            "<sig_req_Seller 1_175>", "Seller 1",
            "Seller 2");
    private static final List<String> PACKAGES = List.of("dev.esign.", "dev.esign.event.", "dev.esign.model.",
            "jakarta.enterprise.event.", "io.smallrye.mutiny.", "io.smallrye.common.annotation.");

    /** The sources of the test kit, which itself needs this module, so that its classes can't be had here. */
    private static final Path KIT = Path.of("../src/testing/src/main/java");

    private static String skill;
    private static String settings;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream stream = QuarkusSkillTest.class.getResourceAsStream("/META-INF/quarkus-skill.md")) {
            skill = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        settings = Files.readString(Path.of("../docs/reference/quarkus-esign.md"));
    }

    @Test
    void skillNamesOnlyWhatExists() {
        List<String> named = INLINE_CODE.matcher(JAVA_BLOCK.matcher(skill).replaceAll("")).results()
                .map(code -> code.group(1)).filter(code -> !OTHER.contains(code)).toList();

        assertThat(named).contains("quarkus.esign.salt", "QUARKUS_ESIGN_URL", "EsignException", "SessionStatus.IN_SENT",
                "SigningSessions.send(NewSession)", "EsignOutbox");
        assertThat(named).allSatisfy(code -> assertThat(exists(code)).isTrue());
    }

    @Test
    void checkOfTheSkillFindsWrongNames() {
        assertThat(List.of("quarkus.esign.apikey", "QUARKUS_ESIGN_APIKEY", "SigningSession", "SessionStatus.SENT",
                "SigningSessions.send(String)", "SigningSessions.dispatch(NewSession)", "anything else"))
                .allSatisfy(code -> assertThat(exists(code)).isFalse());
    }

    @Test
    void codeOfTheSkillCompiles(@TempDir Path directory) throws IOException {
        List<String> blocks = JAVA_BLOCK.matcher(skill).results().map(block -> block.group(1)).toList();
        assertThat(blocks).hasSize(2);
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-Werror", "-implicit:none",
                "-sourcepath", KIT.toString(), "-d", directory.toString()));
        arguments.add(Files.writeString(directory.resolve("Agreements.java"), blocks.get(0)).toString());
        // It would bring class loaders of its own to the tests of this module.
        arguments.add(Files.writeString(directory.resolve("QuarkusTest.java"),
                "package io.quarkus.test.junit; public @interface QuarkusTest {}").toString());
        arguments.add(Files.writeString(directory.resolve("AgreementsTest.java"), blocks.get(1)).toString());

        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));

        assertThat(status).isZero();
    }

    private static boolean exists(String code) {
        Matcher setting = SETTING.matcher(code);
        if (setting.matches()) {
            return settings.contains("`" + setting.group(1) + "`");
        }
        Matcher type = TYPE.matcher(code);
        if (type.matches()) {
            return type(type.group(1)).isPresent() || Files.exists(KIT.resolve("dev/esign/testing/" + type.group(1) + ".java"));
        }
        Matcher constant = CONSTANT.matcher(code);
        if (constant.matches()) {
            return type(constant.group(1)).stream().flatMap(owner -> Arrays.stream(owner.getFields()))
                    .anyMatch(field -> field.getName().equals(constant.group(2)));
        }
        Matcher method = METHOD.matcher(code);
        return method.matches() && type(method.group(1)).stream().flatMap(owner -> Arrays.stream(owner.getMethods()))
                .anyMatch(candidate -> candidate.getName().equals(method.group(2))
                        && parameters(candidate).equals(method.group(3)));
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(","));
    }

    private static Optional<Class<?>> type(String name) {
        for (String inPackage : PACKAGES) {
            try {
                return Optional.of(Class.forName(inPackage + name.replace('.', '$'), false,
                        QuarkusSkillTest.class.getClassLoader()));
            } catch (ClassNotFoundException elsewhere) {
                // The next package may have it.
            }
        }
        return Optional.empty();
    }
}
