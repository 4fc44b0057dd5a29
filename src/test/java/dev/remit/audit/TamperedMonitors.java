package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.SampleBooks.transfer;
import static dev.remit.audit.SampleMonitors.monitor;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.account;
import static dev.remit.audit.Tampering.commit;
import static dev.remit.audit.Tampering.monitor;
import static dev.remit.audit.Tampering.rows;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody did to monitors, and to what is told of them, and what an audit says of it. */
final class TamperedMonitors {

    static final List<Tampering> FOUND =
            List.of(
                    monitor("id", 1, STRANGER)
                            .finds(
                                    "monitor M1: commit 2 created it, but it has no row",
                                    "monitor M1: commit 3 tells that its line was crossed, but no",
                                    "monitor M1: commit 6 tells that its line was crossed, but no",
                                    "account ANN: its row has monitors = M1<500, but the commits make it",
                                    "monitors: it has 4 rows, but the commits lead to 3 of them"),
                    monitor("account", 1, BOB)
                            .finds(
                                    "commit 2: its hash is",
                                    "monitor M1: commit 3 tells that its line was crossed, but no",
                                    "monitor M1: transfer of 4 (commit 4) crossed its line, but no event",
                                    "monitor M1: commit 6 tells that its line was crossed, but no",
                                    "monitor M1: transfer of 6 (second) (commit 6) crossed its line, but",
                                    "account ANN: its row has monitors = M1<500, but the commits make it",
                                    "account BOB: its row has monitors = M3>100, but the commits make it"),
                    monitor("account", 1, null)
                            .finds(
                                    "monitor M1: its row lacks its account or line, or has an impossible",
                                    "monitor M1: commit 3 tells that its line was crossed, but no",
                                    "monitor M1: commit 6 tells that its line was crossed, but no",
                                    "account ANN: its row has monitors = M1<500, but the commits make it"),
                    monitor("account", 3, CID)
                            .finds(
                                    "commit 2: its hash is",
                                    "monitor M3: commit 3 tells that its line was crossed, but no",
                                    "monitor M3: commit 6 tells that its line was crossed, but no",
                                    "monitor M3: commit 8 closed its account CID, but it was not ended",
                                    "account BOB: its row has monitors = M3>100, but the commits make it"),
                    monitor("below", 1, 501)
                            .finds(
                                    "commit 2: its hash is",
                                    "account ANN: its row has monitors = M1<500, but the commits make it"),
                    monitor("below", 1, 10)
                            .finds(
                                    "commit 2: its hash is",
                                    "monitor M1: commit 3 tells that its line was crossed, but no",
                                    "monitor M1: commit 6 tells that its line was crossed, but no",
                                    "account ANN: its row has monitors = M1<500, but the commits make it"),
                    monitor("below", 1, null)
                            .finds(
                                    "monitor M1: its row lacks its account or line, or has an impossible",
                                    "monitor M1: commit 3 tells that its line was crossed, but no",
                                    "monitor M1: commit 6 tells that its line was crossed, but no",
                                    "account ANN: its row has monitors = M1<500, but the commits make it"),
                    monitor("below", 2, 900)
                            .finds(
                                    "monitor M2: its row lacks its account or line, or has an impossible",
                                    "monitor M2: commit 4 tells that its line was crossed, but no",
                                    "monitor M2: commit 5 ended it, but it was none"),
                    monitor("above", 2, 901).finds("commit 2: its hash is"),
                    monitor("above", 3, "9007199254740992")
                            .finds(
                                    "monitor M3: its row lacks its account or line, or has an impossible",
                                    "monitor M3: commit 3 tells that its line was crossed, but no",
                                    "monitor M3: commit 6 tells that its line was crossed, but no",
                                    "account BOB: its row has monitors = M3>100, but the commits make it"),
                    monitor("sequence", 1, 3)
                            .finds(
                                    "monitor M1: its row has the sequence 3, but commit 2 created it"),
                    monitor("sequence", 1, null)
                            .finds(
                                    "monitor M1: its row has the sequence null, but commit 2 created it"),
                    monitor("committed_at", 1, time(3))
                            .finds(
                                    "monitor M1: it is dated 2026-01-01T00:00:03Z, but commit 2, which"),
                    monitor("ended", 1, 5)
                            .finds(
                                    "monitor M1: its row has ended = 5, but the commits make it null"),
                    monitor("ended", 2, 6)
                            .finds("monitor M2: its row has ended = 6, but the commits make it 5"),
                    monitor("ended", 2, null)
                            .finds(
                                    "monitor M2: its row has ended = null, but the commits make it 5"),
                    monitor("ended", 4, null)
                            .finds(
                                    "monitor M4: its row has ended = null, but the commits make it 8"),
                    account("monitors", ANN, null)
                            .finds(
                                    "account ANN: its row has monitors = null, but the commits make it"),
                    account("monitors", ANN, monitor(1) + "<400")
                            .finds(
                                    "account ANN: its row has monitors = M1<400, but the commits make it"),
                    account("monitors", BOB, monitor(1) + "<400")
                            .finds(
                                    "account BOB: its row has monitors = M1<400, but the commits make it"),
                    rows(
                                    "monitors row deleted",
                                    "DELETE FROM monitors WHERE id = '%s'".formatted(monitor(3)))
                            .finds(
                                    "monitor M3: commit 2 created it, but it has no row",
                                    "monitor M3: commit 3 tells that its line was crossed, but no",
                                    "monitor M3: commit 6 tells that its line was crossed, but no",
                                    "account BOB: its row has monitors = M3>100, but the commits make it"),
                    rows(
                                    "monitors row added",
                                    "INSERT INTO monitors (id, account, below, sequence, committed_at) VALUES ('%s', '%s', 1, 2, '%s')"
                                            .formatted(STRANGER, ANN, time(2)))
                            .finds("monitors: it has 5 rows, but the commits lead to 4 of them"),
                    events("a crossing left out", 3, "px", transfer(3), monitor(1))
                            .finds(
                                    "monitor M3: transfer of 3 (commit 3) crossed its line, but no event",
                                    "commit 3: its hash is"),
                    events("the first crossing left out", 3, "px", transfer(3), monitor(3))
                            .finds(
                                    "monitor M1: transfer of 3 (commit 3) crossed its line, but no event",
                                    "commit 3: its hash is"),
                    events(
                                    "crossings in another order",
                                    3,
                                    "pxx",
                                    transfer(3),
                                    monitor(3),
                                    monitor(1))
                            .finds(
                                    "monitor M1: transfer of 3 (commit 3) crossed its line, but no event",
                                    "monitor M1: commit 3 tells that its line was crossed, but no"),
                    events(
                                    "a crossing twice",
                                    3,
                                    "pxxx",
                                    transfer(3),
                                    monitor(1),
                                    monitor(1),
                                    monitor(3))
                            .finds("monitor M1: commit 3 tells that its line was crossed, but no"),
                    events("a crossing before its transfer", 4, "xp", monitor(2), transfer(4))
                            .finds(
                                    "monitor M2: commit 4 tells that its line was crossed, but no",
                                    "monitor M2: transfer of 4 (commit 4) crossed its line, but no event"),
                    events("a crossing invented", 4, "pxx", transfer(4), monitor(2), monitor(1))
                            .finds("monitor M1: commit 4 tells that its line was crossed, but no"),
                    events(
                                    "a crossing by another transfer",
                                    6,
                                    "pxpx",
                                    transfer(6),
                                    monitor(1),
                                    transfer(6, 1),
                                    monitor(3))
                            .finds(
                                    "monitor M3: transfer of 6 (commit 6) crossed its line, but no event",
                                    "monitor M3: commit 6 tells that its line was crossed, but no"),
                    events(
                                    "a crossing of a monitor that there is not",
                                    4,
                                    "px",
                                    transfer(4),
                                    STRANGER)
                            .finds(
                                    "monitor STRANGER: commit 4 tells that its line was crossed, but no",
                                    "monitor M2: transfer of 4 (commit 4) crossed its line, but no event"),
                    events("a monitor that was not created", 2, "mm", monitor(1), monitor(2))
                            .finds(
                                    "commit 2: its hash is",
                                    "monitor M3: commit 3 tells that its line was crossed, but no",
                                    "monitor M3: commit 6 tells that its line was crossed, but no",
                                    "account BOB: its row has monitors = M3>100, but the commits make it",
                                    "monitors: it has 4 rows, but the commits lead to 3 of them"),
                    events("a monitor created twice", 7, "mm", monitor(4), monitor(4))
                            .finds(
                                    "monitor M4: commit 7 created it for account CID, which it cannot"),
                    events("a monitor that did not end", 5, "m", monitor(2))
                            .finds(
                                    "monitor M2: its row has the sequence 2, but commit 5 created it",
                                    "monitor M2: it is dated 2026-01-01T00:00:02Z, but commit 5, which",
                                    "monitor M2: commit 5 created it for account ANN, which it cannot",
                                    "monitor M2: transfer of 6 (second) (commit 6) crossed its line, but",
                                    "monitor M2: its row has ended = 5, but the commits make it null",
                                    "account ANN: its row has monitors = M1<500, but the commits make it",
                                    "monitors: it has 4 rows, but the commits lead to 5 of them"),
                    commit("events", 5, "x")
                            .finds(
                                    "monitor M2: commit 5 tells that its line was crossed, but no",
                                    "monitor M2: transfer of 6 (second) (commit 6) crossed its line, but",
                                    "monitor M2: its row has ended = 5, but the commits make it null",
                                    "account ANN: its row has monitors = M1<500, but the commits make it"),
                    commit("actors", 5, null).finds("commit 5: its hash is"),
                    commit("actors", 6, "{teller-7,teller-7,eve,teller-7}")
                            .finds("commit 6: its hash is"));

    private TamperedMonitors() {}

    private static Tampering events(String what, int commit, String letters, UUID... subjects) {
        return rows(
                what,
                "UPDATE commits SET events = '%s', subjects = '{%s}' WHERE sequence = %d"
                        .formatted(
                                letters,
                                Arrays.stream(subjects)
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(",")),
                                commit));
    }
}
