package id.sanggar.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The processor time that a process and all its children have used, as Linux counts it: for PostgreSQL the postmaster,
 * its workers and the connections that are gone.
 */
public final class ProcessorTime {

    private static final double TICKS_PER_SECOND = 100;

    private ProcessorTime() {
    }

    /** @return seconds, of all processors together */
    public static double of(ProcessHandle process) {
        return own(process.pid(), true) + process.descendants().mapToDouble(child -> own(child.pid(), false)).sum();
    }

    private static double own(long pid, boolean withReaped) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            double reaped = withReaped ? Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : 0;
            return (ticks + reaped) / TICKS_PER_SECOND;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
