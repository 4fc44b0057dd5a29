package dev.remit.api;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Rejection;

/** What the id of a monitor does not allow. */
final class MonitorProblems {

    private MonitorProblems() {}

    static Problem of(Rejection.OfMonitor rejection) {
        return switch (rejection) {
            case Rejection.MonitorNotFound it -> Problems.monitorNotFound(it.monitor());
            case Rejection.MonitorExists it ->
                    Problem.of(
                                    ProblemType.MONITOR_EXISTS,
                                    "The id %s was used before, for a monitor that is deleted or has another account or line."
                                            .formatted(it.monitor()))
                            .with("monitor", it.monitor());
        };
    }
}
