package dev.remit.audit;

import dev.remit.ledger.Command;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Short names for what is in {@link SampleBooks}, {@link SampleAgreements} and {@link
 * SampleMonitors}, so that a line about them is short, too.
 */
final class SampleNames {

    /** One is added to the longer books. */
    private static final int LAST_COMMIT = SampleAgreements.COMMITS + 1;

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        name(SampleBooks.ANN, "ANN");
        name(SampleBooks.BOB, "BOB");
        name(SampleBooks.CID, "CID");
        name(SampleBooks.DAN, "DAN");
        name(SampleBooks.EVE, "EVE");
        name(SampleBooks.IDA, "IDA");
        name(SampleBooks.ZOE, "ZOE");
        NAMES.put(Tampering.STRANGER.toString(), "STRANGER");
        for (int monitor = 1; monitor <= 5; monitor++) {
            NAMES.put(SampleMonitors.monitor(monitor).toString(), "M" + monitor);
        }
        for (int commit = 1; commit <= LAST_COMMIT; commit++) {
            NAMES.put(SampleBooks.transfer(commit, 0).toString(), "of " + commit);
            NAMES.put(SampleBooks.transfer(commit, 1).toString(), "of " + commit + " (second)");
        }
    }

    private SampleNames() {}

    private static void name(UUID account, String name) {
        NAMES.put(account.toString(), name);
        NAMES.put(Command.Open.depositOf(account).toString(), "opening " + name);
        NAMES.put(new Command.Close(account, true).withdrawal().toString(), "closing " + name);
    }

    /** Transfers are named by their commit, and hashes are left out. */
    static String shorten(String finding) {
        String shortened = finding.replaceAll("\\p{XDigit}{64}", "#");
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            shortened = shortened.replace(name.getKey(), name.getValue());
        }
        return shortened;
    }
}
