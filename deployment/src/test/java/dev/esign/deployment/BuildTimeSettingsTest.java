package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import dev.esign.runtime.AccountKeys;

class BuildTimeSettingsTest {

    @Test
    void accountNamesExcludeBuildTimeGroups() {
        assertThat(Arrays.stream(EsignBuildTimeConfig.class.getDeclaredMethods()).map(Method::getName))
                .isNotEmpty().allMatch(AccountKeys::isReserved);
    }
}
