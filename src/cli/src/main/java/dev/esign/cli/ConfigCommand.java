package dev.esign.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.esign.cli.Settings.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code esign config}. */
@Command(name = "config", mixinStandardHelpOptions = true, description = "Tells about settings.", synopsisSubcommandLabel = "COMMAND", subcommands = ConfigCommand.Show.class, footerHeading = "%nExamples:%n", footer = "  esign config show")
class ConfigCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: 'esign config show'");
    }

    /** {@code esign config show}. */
    @Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false, description = "Shows the settings in force and where each comes from; secrets are masked.", footerHeading = "%nExamples:%n", footer = "  esign config show --profile stage")
    static class Show implements Callable<Integer>, ForScripts {

        private static final String MASK = "***";

        /**
         * The settings, for scripts.
         *
         * @param profile the name of the profile
         * @param file its file, whether it is there or not
         * @param profiles the names of all that are stored
         * @param settings the settings
         */
        @RegisterForReflection
        record View(String profile, String file, List<String> profiles, List<SettingView> settings) {
        }

        /**
         * A setting.
         *
         * @param setting its property
         * @param value its value, masked if it is a secret
         * @param source {@code option}, {@code environment}, {@code system property} or {@code profile}
         */
        @RegisterForReflection
        record SettingView(String setting, String value, String source) {
        }

        @Option(names = "--json", description = "Answer in JSON, for scripts.")
        boolean json;

        @ArgGroup(exclusive = false, heading = "%nAccount:%n", order = 1000)
        AccountOptions account = new AccountOptions();

        @Spec
        CommandSpec spec;

        @Override
        public boolean wantsJson() {
            return json;
        }

        @Override
        public Integer call() throws IOException {
            Settings settings = Settings.of(account, false, spec.commandLine());
            Profile profile = settings.profile();
            List<SettingView> shown = settings.inForce().stream().map(Show::view).toList();
            List<String> profiles = Profile.names(Profile.directory());
            Screen screen = new Screen();
            if (json) {
                screen.json(new View(profile.name(), profile.file().toString(), profiles, shown));
                return ExitCodes.DONE;
            }
            screen.step("profile",
                    profile.name() + " (" + profile.file() + (profile.exists() ? "" : ", which isn't there") + ")");
            screen.step("profiles", profiles.isEmpty() ? "none; store one: esign login" : String.join(", ", profiles));
            if (shown.isEmpty()) {
                screen.step("settings", "none; everything is as by default");
                return ExitCodes.DONE;
            }
            List<List<String>> table = new ArrayList<>(List.of(List.of("SETTING", "VALUE", "FROM")));
            shown.forEach(setting -> table.add(List.of(setting.setting, setting.value, setting.source)));
            screen.table(table);
            return ExitCodes.DONE;
        }

        private static SettingView view(Setting setting) {
            return new SettingView(setting.name(), setting.isSecret() ? MASK : setting.value(), setting.source());
        }
    }
}
