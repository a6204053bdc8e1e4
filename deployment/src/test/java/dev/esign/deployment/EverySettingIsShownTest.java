package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

import dev.esign.deployment.SettingEffect.Application;

/**
 * No key of the reference is without a test that sees what it does. Keys are shown by {@link SettingEffects}, whose table is
 * run for a named account and for the default one, and by tests that say so with {@link Shows}.
 */
class EverySettingIsShownTest {

    private static final Path REFERENCE = Path.of("../docs/reference/quarkus-esign.md");
    private static final Path SOURCES = Path.of("src/test/java");
    private static final Pattern KEY = Pattern.compile("(?m)^(?:🔒 )?`(quarkus\\.esign\\.[^`]+)`$");
    private static final String NAMED = "quarkus.esign.\"account\".";
    private static final String ANY_NAME = "quarkus\\.esign\\.(?:[\\w-]+|\\\\\"[^\"]+\\\\\")\\.";

    private static final Map<String, Method> BY_ANNOTATION = new HashMap<>();

    @BeforeAll
    static void findTests() throws Exception {
        for (Class<?> test : testClasses()) {
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Shows.class)) {
                    Arrays.stream(method.getAnnotation(Shows.class).value()).forEach(key -> BY_ANNOTATION.put(key, method));
                }
            }
        }
    }

    @Test
    void everyKeyOfTheReferenceIsShown() throws IOException {
        Set<String> keys = KEY.matcher(Files.readString(REFERENCE)).results().map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = new TreeSet<>(BY_ANNOTATION.keySet());
        SettingEffects.all().forEach(effect -> {
            String member = effect.member().replaceFirst("(authentication-numbers)\\..*", "$1.\"method\"");
            shown.add(NAMED + member);
            if (effect.application() != Application.NONE) {
                shown.add("quarkus.esign." + member);
            }
        });

        assertThat(keys).hasSizeGreaterThan(100).isEqualTo(shown);
    }

    @Test
    void aTestThatShowsAKeySetsIt() {
        assertThat(BY_ANNOTATION).allSatisfy((key, method) -> {
            String set = key.startsWith(NAMED) ? ANY_NAME + Pattern.quote(key.substring(NAMED.length())) : Pattern.quote(key);
            assertThat(source(method.getDeclaringClass()))
                    .containsPattern("overrideConfigKey\\(\\s*\"" + set + "\"|" + set + "=");
        });
    }

    @Test
    void aTestThatShowsAKeyIsRun() {
        assertThat(BY_ANNOTATION.values()).allSatisfy(method -> assertThat(Stream.of(Test.class, ParameterizedTest.class)
                .anyMatch(method::isAnnotationPresent) && !method.isAnnotationPresent(Disabled.class)
                && !method.getDeclaringClass().isAnnotationPresent(Disabled.class)).as(method.toString()).isTrue());
    }

    @Test
    void everyApplicationOfTheTableIsTested() throws Exception {
        List<String> tests = testClasses().stream().filter(test -> test.getSuperclass() == DefaultAccountSettings.class)
                .map(Class::getSimpleName).toList();

        assertThat(Arrays.stream(Application.values()).filter(application -> application != Application.NONE))
                .allSatisfy(application -> assertThat(tests)
                        .anyMatch(name -> name.equalsIgnoreCase("DefaultAccount" + application + "Test")));
    }

    private static List<Class<?>> testClasses() throws Exception {
        Path classes = Path.of(EverySettingIsShownTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(classes::relativize).map(Path::toString).filter(name -> name.endsWith("Test.class"))
                    .<Class<?>> map(name -> type(name.replace(".class", "").replace('/', '.'))).toList();
        }
    }

    /** Not initialized: a test class may start servers. */
    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, EverySettingIsShownTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String source(Class<?> test) {
        try {
            return Files.readString(SOURCES.resolve(test.getName().replace('.', '/') + ".java"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
