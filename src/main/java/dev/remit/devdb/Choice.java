package dev.remit.devdb;

import dev.remit.database.StartupFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The development database that runs.
 *
 * @param description for the log
 * @param reasons why each of the earlier candidates does not
 */
record Choice(DevServer server, String description, List<String> reasons) {

    static final String SETTING = "remit.devdb";

    /**
     * Starts the first candidate that can be, or the one that is forced.
     *
     * @throws StartupFailure if the forced one cannot be started, or none
     */
    static Choice start(List<Candidate> candidates, Optional<String> forced) {
        var reasons = new ArrayList<String>();
        for (Candidate candidate : wanted(candidates, forced)) {
            try {
                return new Choice(candidate.starter().start(), candidate.description(), reasons);
            } catch (NotAvailable e) {
                reasons.add(candidate.name() + ": " + e.getMessage());
            }
        }
        String why = " (" + String.join("; ", reasons) + "): set DATABASE_URL to one of your own";
        throw new StartupFailure(
                forced.isPresent()
                        ? "The development database that %s asks for cannot be started%s, or change that."
                                .formatted(SETTING, why)
                        : "No development database can be started" + why + ".");
    }

    private static List<Candidate> wanted(List<Candidate> candidates, Optional<String> forced) {
        if (forced.isEmpty()) {
            return candidates;
        }
        List<Candidate> wanted =
                candidates.stream().filter(c -> c.name().equals(forced.get())).toList();
        if (wanted.isEmpty()) {
            throw new StartupFailure(
                    "%s is '%s', but it has to be one of: %s."
                            .formatted(
                                    SETTING,
                                    forced.get(),
                                    String.join(
                                            ", ",
                                            candidates.stream().map(Candidate::name).toList())));
        }
        return wanted;
    }

    /** One line: what runs, where, and why not an earlier one. */
    @Override
    public String toString() {
        return "Development database: %s at %s%s"
                .formatted(
                        description,
                        server.url().jdbcUrl(),
                        reasons.isEmpty() ? "" : " (not " + String.join("; not ", reasons) + ")");
    }
}
