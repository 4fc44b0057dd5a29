package dev.remit.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how much CPU time each of the parties has used so far. */
final class CpuClock {

    private static final double NANOS_PER_MICRO = 1e3;

    private final Optional<DatabaseProcesses> database;

    CpuClock(Optional<DatabaseProcesses> database) {
        this.database = database;
    }

    /** In nanoseconds; NaN where it cannot be known. */
    record Reading(double client, double service, double database) {

        CpuPerTransfer per(long transfers, Reading before) {
            double divisor = transfers * NANOS_PER_MICRO;
            return transfers == 0
                    ? CpuPerTransfer.UNKNOWN
                    : new CpuPerTransfer(
                            (client - before.client) / divisor,
                            (service - before.service) / divisor,
                            (database - before.database) / divisor);
        }
    }

    Reading read(List<ProcessHandle> services) {
        return new Reading(
                nanos(ProcessHandle.current()),
                services.stream().mapToDouble(CpuClock::nanos).sum(),
                database.map(DatabaseProcesses::cpu)
                        .map(Duration::toNanos)
                        .map(Long::doubleValue)
                        .orElse(Double.NaN));
    }

    private static double nanos(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }
}
