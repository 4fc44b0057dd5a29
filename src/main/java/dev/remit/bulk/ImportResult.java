package dev.remit.bulk;

import dev.remit.ledger.Outcome;

/**
 * What became of the rows of a file.
 *
 * @param made opened or posted now
 * @param replayed opened or posted before
 * @param isWhole whether all of the file was read
 */
public record ImportResult(long made, long replayed, long rejected, boolean isWhole) {

    static final ImportResult NOTHING = new ImportResult(0, 0, 0, false);

    public long rows() {
        return made + replayed + rejected;
    }

    ImportResult plus(Outcome outcome) {
        boolean isReplayed =
                switch (outcome) {
                    case Outcome.Opened it -> it.replayed();
                    case Outcome.Posted it -> it.replayed();
                    case Outcome.Rejected it -> false;
                    case Outcome.Changed it -> throw new IllegalArgumentException(it.toString());
                    case Outcome.Closed it -> throw new IllegalArgumentException(it.toString());
                    case Outcome.OfMonitor it -> throw new IllegalArgumentException(it.toString());
                };
        if (outcome instanceof Outcome.Rejected) {
            return plusRejected();
        }
        return isReplayed
                ? new ImportResult(made, replayed + 1, rejected, isWhole)
                : new ImportResult(made + 1, replayed, rejected, isWhole);
    }

    ImportResult plusRejected() {
        return new ImportResult(made, replayed, rejected + 1, isWhole);
    }

    ImportResult whole() {
        return new ImportResult(made, replayed, rejected, true);
    }
}
