package dev.esign.runtime;

import io.quarkus.arc.runtime.BeanContainer;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** What the extension does when an application starts. */
@Recorder
public class EsignRecorder {

    private final RuntimeValue<EsignConfig> config;

    /**
     * Takes the settings.
     *
     * @param config the run-time settings
     */
    public EsignRecorder(RuntimeValue<EsignConfig> config) {
        this.config = config;
    }

    /**
     * Fails the start while required settings are missing, unless the application doesn't want that.
     *
     * @param beans the application's beans
     */
    public void checkSettings(BeanContainer beans) {
        if (config.getValue().startupCheck()) {
            beans.beanInstance(RequiredSettings.class);
        }
    }
}
