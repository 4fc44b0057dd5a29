package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.SampleBooks.transfer;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.isTransfer;

import dev.remit.ledger.Command;
import dev.remit.ledger.Kind;
import dev.remit.ledger.TermsChange;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ledger is deceived: what it decides by is changed for one commit, and then put back. So it
 * did what it never does, and wrote all of it down with the right hash.
 *
 * @param command of the fifteenth commit of {@link SampleAgreements}
 * @param second when that is made, after the beginning
 * @param findings all that there are, each the beginning of a line as {@link SampleNames} puts it
 */
record Deceit(
        String what,
        String before,
        Command command,
        int second,
        String after,
        List<String> findings) {

    /** In seconds. */
    private static final int HOUR = 3600;

    private static final UUID ID = transfer(SampleAgreements.COMMITS + 1);

    static final List<Deceit> FOUND =
            List.of(
                    of(
                            "posting from a frozen account",
                            account(BOB, "frozen = NULL"),
                            post(BOB, ANN, 5),
                            account(BOB, "frozen = 'debits'"),
                            "account BOB: it was frozen when commit 15 posted the transfer of 15"),
                    of(
                            "spending beyond the overdraft",
                            account(ANN, "overdraft = 1000"),
                            post(ANN, CID, 60),
                            account(ANN, "overdraft = 150"),
                            "account ANN: commit 15 spent or held 15 more of it than there was"),
                    of(
                            "spending what is held",
                            account(ANN, "held = NULL"),
                            post(ANN, CID, 60),
                            account(ANN, "held = 200"),
                            "account ANN: commit 15 spent or held 15 more of it than there was"),
                    of(
                            "holding more than there is",
                            account(ANN, "overdraft = 1000"),
                            new Command.Hold(post(ANN, CID, 60), null),
                            account(ANN, "overdraft = 150"),
                            "account ANN: commit 15 spent or held 15 more of it than there was"),
                    of(
                            "an overdraft that is in use taken away",
                            account(ANN, "balance = 900"),
                            new Command.Change(
                                    ANN, null, new TermsChange(null, 0L, null, false, Map.of())),
                            account(ANN, "balance = 95"),
                            "account ANN: commit 15 spent or held 105 more of it than there was"),
                    of(
                            "a hold for an account that was not open",
                            "INSERT INTO accounts (id, balance, version, created_at) VALUES ('%s', 0, 0, now())"
                                    .formatted(STRANGER),
                            new Command.Hold(post(CID, STRANGER, 60), null),
                            "DELETE FROM accounts WHERE id = '%s'".formatted(STRANGER),
                            "account STRANGER: transfer of 15 (commit 15) was held for it, but it"),
                    of(
                            "a hold ended twice",
                            transfers(6, "related = '%s'", STRANGER)
                                    + "; "
                                    + account(CID, "held = 50")
                                    + "; INSERT INTO holds (id, account) VALUES ('%s', '%s')"
                                            .formatted(transfer(5), CID),
                            settle(5, Kind.CAPTURE, null),
                            transfers(6, "related = '%s'", transfer(5)),
                            "transfer of 15: commit 15 ended the hold of 5 with it, but there was"),
                    of(
                            "more captured than was held",
                            transfers(2, "amount = 900"),
                            settle(2, Kind.CAPTURE, 201L),
                            transfers(2, "amount = 200") + "; " + account(ANN, "held = NULL"),
                            "transfer of 15: commit 15 ended the hold of 2 with it, which it cannot"),
                    of(
                            "a hold expired before its time",
                            transfers(2, "expires_at = '%s'", time(15)),
                            settle(2, Kind.EXPIRY, null),
                            transfers(2, "expires_at = '%s'", time(2 + HOUR)),
                            "transfer of 15: commit 15 ended the hold of 2 with it, which it cannot"),
                    of(
                                    "a hold posted behind its time",
                                    transfers(2, "expires_at = NULL"),
                                    settle(2, Kind.CAPTURE, null),
                                    transfers(2, "expires_at = '%s'", time(2 + HOUR)),
                                    "transfer of 15: commit 15 ended the hold of 2 with it, which it cannot")
                            .at(2 + HOUR),
                    of(
                            "more reversed than the rest",
                            account(BOB, "frozen = NULL")
                                    + "; UPDATE transfers SET settled = 20 WHERE id = '%s'"
                                            .formatted(transfer(11, 1)),
                            reverse(10, 60),
                            account(BOB, "frozen = 'debits'")
                                    + "; UPDATE transfers SET settled = 50 WHERE id = '%s'"
                                            .formatted(transfer(11, 1)),
                            "transfer of 15: commit 15 reversed 60 of the transfer of 10 with it",
                            "account BOB: it was frozen when commit 15 posted the transfer of 15"),
                    of(
                            "a reversal reversed",
                            "UPDATE transfers SET kind = NULL WHERE id = '%s'"
                                    .formatted(transfer(12)),
                            reverse(12, 15),
                            "UPDATE transfers SET kind = 'reversal' WHERE id = '%s'"
                                    .formatted(transfer(12)),
                            "transfer of 15: commit 15 reversed 15 of the transfer of 12 with it"));

    private static Deceit of(
            String what, String before, Command command, String after, String... findings) {
        return new Deceit(
                what, before, command, SampleAgreements.COMMITS + 1, after, List.of(findings));
    }

    private Deceit at(int second) {
        return new Deceit(what, before, command, second, after, findings);
    }

    private static Command.Post post(UUID from, UUID to, long amount) {
        return new Command.Post(ID, true, from, to, amount, null);
    }

    private static Command settle(int hold, Kind kind, Long amount) {
        return new Command.Settle(ID, true, transfer(hold), kind, amount);
    }

    private static Command reverse(int transfer, long amount) {
        return new Command.Reverse(ID, true, transfer(transfer), amount, null, null);
    }

    private static String account(UUID account, String change) {
        return "UPDATE accounts SET %s WHERE id = '%s'".formatted(change, account);
    }

    private static String transfers(int commit, String change, Object... values) {
        return "UPDATE transfers SET %s WHERE %s"
                .formatted(change.formatted(values), isTransfer(commit));
    }

    @Override
    public String toString() {
        return what;
    }
}
