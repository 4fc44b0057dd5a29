package dev.remit.store;

import dev.remit.database.DatabaseKind;
import dev.remit.ledger.AccountChange;
import dev.remit.ledger.AccountCommit;
import dev.remit.ledger.Commit;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Event;
import dev.remit.ledger.Head;
import dev.remit.ledger.Monitor;
import dev.remit.ledger.TotalChange;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Writes down what was decided: one round trip, and an array statement for each table, however many
 * transfers there are.
 *
 * <p>Rows travel as one array per column. Several {@code unnest} in one list of columns advance
 * together, on PostgreSQL and on every version of CockroachDB; {@code ROWS FROM} would store each
 * array once more.
 */
final class CommitWriter {

    private static final String INSERT_COMMIT =
            """
            INSERT INTO commits (sequence, token, committed_at, events, subjects, actors, hash)
            VALUES (?, ?, ?::timestamptz, ?, ?, ?::text[], ?)""";

    private final Connection connection;
    private final DatabaseKind kind;
    private final AccountRows accountRows;

    CommitWriter(Connection connection, DatabaseKind kind) {
        this.connection = connection;
        this.kind = kind;
        this.accountRows = AccountRows.of(kind);
    }

    void write(Decision decision) throws SQLException {
        Commit commit = decision.commit();
        RoundTrip trip = new RoundTrip();
        accounts(trip, commit, decision.accounts());
        accountCommits(trip, commit);
        terms(trip, commit);
        transfers(trip, commit);
        holds(trip, commit);
        monitors(trip, commit);
        totals(trip, commit, decision.totals());
        head(trip, commit, decision.head());
        trip.make(connection);
    }

    private void accounts(RoundTrip trip, Commit commit, Collection<AccountChange> accounts) {
        List<AccountChange> opened = those(accounts, it -> it.before() == null);
        List<AccountChange> closed = those(accounts, it -> it.after() == null);
        List<AccountChange> left = those(accounts, AccountChange::staysOpen);
        accountRows.rewrite(trip, left);
        trip.writeIfAny(
                Account.INSERT,
                opened,
                parameters -> Account.bind(parameters.time(commit.committedAt()), opened));
        trip.writeIfAny(
                Account.DELETE,
                closed,
                parameters ->
                        parameters.uuids(closed.stream().map(AccountChange::account).toList()));
    }

    private static void accountCommits(RoundTrip trip, Commit commit) {
        Collection<AccountCommit> accounts = AccountCommit.of(commit);
        trip.writeIfAny(
                AccountCommitRow.INSERT,
                accounts,
                parameters -> {
                    parameters.number(commit.sequence()).time(commit.committedAt());
                    AccountCommitRow.bind(parameters, accounts);
                });
    }

    private static void terms(RoundTrip trip, Commit commit) {
        List<TermsRow.New> terms = TermsRow.of(commit);
        trip.writeIfAny(
                TermsRow.INSERT,
                terms,
                parameters -> {
                    parameters.number(commit.sequence()).time(commit.committedAt());
                    TermsRow.bind(parameters, terms);
                });
    }

    private static void transfers(RoundTrip trip, Commit commit) {
        List<Transfer> transfers =
                those(commit.events(), Event.OfTransfer.class).stream()
                        .map(Event.OfTransfer::transfer)
                        .toList();
        List<Transfer> plain = those(transfers, TransferRow::isPlain);
        List<Transfer> others = those(transfers, it -> !TransferRow.isPlain(it));
        trip.writeIfAny(
                TransferRow.INSERT,
                plain,
                parameters -> {
                    parameters.number(commit.sequence()).time(commit.committedAt());
                    TransferRow.bind(parameters, plain);
                });
        trip.writeIfAny(
                TransferRow.INSERT_OTHERS,
                others,
                parameters -> {
                    parameters.number(commit.sequence()).time(commit.committedAt());
                    TransferRow.bindOthers(parameters, others);
                });
    }

    private static void holds(RoundTrip trip, Commit commit) {
        List<Transfer> begun =
                those(commit.events(), Event.Held.class).stream()
                        .map(Event.Held::transfer)
                        .toList();
        List<UUID> ended =
                those(commit.events(), Event.OfTransfer.class).stream()
                        .map(Event.OfTransfer::transfer)
                        .filter(it -> it.kind().settlesHold())
                        .map(Transfer::related)
                        .toList();
        trip.writeIfAny(HoldRow.INSERT, begun, parameters -> HoldRow.bind(parameters, begun));
        trip.writeIfAny(HoldRow.DELETE, ended, parameters -> parameters.uuids(ended));
    }

    /** One that a commit creates may end with it, so that comes behind. */
    private static void monitors(RoundTrip trip, Commit commit) {
        List<Monitor> created =
                those(commit.events(), Event.MonitorCreated.class).stream()
                        .map(Event.MonitorCreated::monitor)
                        .toList();
        List<UUID> ended =
                those(commit.events(), Event.MonitorDeleted.class).stream()
                        .map(Event::subject)
                        .toList();
        trip.writeIfAny(
                MonitorRow.INSERT,
                created,
                parameters -> {
                    parameters.number(commit.sequence()).time(commit.committedAt());
                    MonitorRow.bind(parameters, created);
                });
        trip.writeIfAny(
                MonitorRow.END,
                ended,
                parameters -> parameters.number(commit.sequence()).uuids(ended));
    }

    private static <T> List<T> those(Collection<T> all, Predicate<T> wanted) {
        List<T> those = new ArrayList<>(all.size());
        for (T one : all) {
            if (wanted.test(one)) {
                those.add(one);
            }
        }
        return those;
    }

    private static <T> List<T> those(Collection<? super T> all, Class<T> wanted) {
        return all.stream().filter(wanted::isInstance).map(wanted::cast).toList();
    }

    private static void totals(RoundTrip trip, Commit commit, List<TotalChange> changes) {
        trip.writeIfAny(
                Total.INSERT,
                changes,
                parameters -> {
                    parameters.number(commit.sequence());
                    Total.bind(parameters, changes);
                });
    }

    private void head(RoundTrip trip, Commit commit, Head head) {
        trip.write(
                INSERT_COMMIT,
                1,
                parameters ->
                        parameters
                                .number(commit.sequence())
                                .uuid(commit.token())
                                .time(commit.committedAt())
                                .text(letters(commit))
                                .uuids(commit.events().stream().map(Event::subject).toList())
                                .texts(actors(commit))
                                .bytes(head.hash()));
        Ledger.write(trip, kind, head);
    }

    private static String letters(Commit commit) {
        StringBuilder letters = new StringBuilder(commit.events().size());
        for (Event event : commit.events()) {
            letters.append(EventKind.of(event).letter());
        }
        return letters.toString();
    }

    /** Null if nobody is named in any event, as where access is open: then there is no array. */
    private static List<String> actors(Commit commit) {
        List<String> actors = commit.events().stream().map(Event::actor).toList();
        return actors.stream().allMatch(Objects::isNull) ? null : actors;
    }
}
