package dev.esign.deployment;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.LogManager;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * What is logged from before an application starts until it ends, so that a test can look at it. Begun and ended outside the
 * application and read inside, shared as {@link RecordingServer} is.
 */
final class CollectedLogs {

    private static final String KEY = CollectedLogs.class.getName();

    private CollectedLogs() {
    }

    static void begin() {
        Queue<String[]> entries = new ConcurrentLinkedQueue<>();
        ExtHandler handler = new ExtHandler() {

            private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

            @Override
            protected void doPublish(ExtLogRecord entry) {
                entries.add(new String[] { String.valueOf(entry.getLevel().intValue()), formatter.format(entry) });
            }
        };
        System.getProperties().put(KEY, new Object[] { entries, handler });
        LogManager.getLogManager().getLogger("").addHandler(handler);
    }

    static void end() {
        LogManager.getLogManager().getLogger("").removeHandler((ExtHandler) shared()[1]);
        System.getProperties().remove(KEY);
    }

    /** The name of the logger, the message and what was thrown, of all that is at least of the level. */
    @SuppressWarnings("unchecked")
    static List<String> entries(Level level) {
        return ((Queue<String[]>) shared()[0]).stream().filter(entry -> Integer.parseInt(entry[0]) >= level.intValue())
                .map(entry -> entry[1]).toList();
    }

    static List<String> entries() {
        return entries(Level.ALL);
    }

    private static Object[] shared() {
        return (Object[]) System.getProperties().get(KEY);
    }
}
