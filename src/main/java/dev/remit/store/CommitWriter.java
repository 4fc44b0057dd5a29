package dev.remit.store;

import dev.remit.ledger.AccountCommit;
import dev.remit.ledger.Commit;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Event;
import dev.remit.ledger.Head;
import dev.remit.ledger.TotalChange;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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

    CommitWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Decision decision) throws SQLException {
        Commit commit = decision.commit();
        RoundTrip trip = new RoundTrip();
        accounts(trip, commit, AccountCommit.of(commit));
        transfers(trip, commit);
        totals(trip, commit, decision.totals());
        head(trip, commit, decision.head());
        trip.make(connection);
    }

    private static void accounts(
            RoundTrip trip, Commit commit, Collection<AccountCommit> accounts) {
        List<AccountCommit> opened =
                accounts.stream().filter(it -> it.opened() && !it.closed()).toList();
        List<AccountCommit> changed =
                accounts.stream().filter(it -> !it.opened() && !it.closed()).toList();
        List<AccountCommit> closed =
                accounts.stream().filter(it -> !it.opened() && it.closed()).toList();
        if (!changed.isEmpty()) {
            trip.write(
                    Account.UPDATE,
                    changed.size(),
                    parameters ->
                            parameters
                                    .rows(changed)
                                    .uuids(AccountCommit::account)
                                    .numbers(AccountCommit::balance)
                                    .numbers(AccountCommit::lastVersion)
                                    .numbers(AccountCommit::balanceBefore)
                                    .numbers(it -> it.firstVersion() - 1));
        }
        if (!opened.isEmpty()) {
            trip.write(
                    Account.INSERT,
                    opened.size(),
                    parameters ->
                            parameters
                                    .time(commit.committedAt())
                                    .rows(opened)
                                    .uuids(AccountCommit::account)
                                    .texts(AccountCommit::name)
                                    .texts(it -> Currency.unlessDefault(it.currency()))
                                    .numbers(AccountCommit::balance)
                                    .numbers(AccountCommit::lastVersion));
        }
        if (!closed.isEmpty()) {
            trip.write(
                    Account.DELETE,
                    closed.size(),
                    parameters ->
                            parameters.uuids(closed.stream().map(AccountCommit::account).toList()));
        }
        trip.write(
                AccountCommitRow.INSERT,
                accounts.size(),
                parameters -> {
                    parameters.number(commit.sequence()).time(commit.committedAt());
                    AccountCommitRow.bind(parameters, accounts);
                });
    }

    private static void transfers(RoundTrip trip, Commit commit) {
        List<Transfer> transfers =
                commit.events().stream()
                        .filter(Event.Posted.class::isInstance)
                        .map(event -> ((Event.Posted) event).transfer())
                        .toList();
        if (!transfers.isEmpty()) {
            trip.write(
                    TransferRow.INSERT,
                    transfers.size(),
                    parameters -> {
                        parameters.number(commit.sequence()).time(commit.committedAt());
                        TransferRow.bind(parameters, transfers);
                    });
        }
    }

    private static void totals(RoundTrip trip, Commit commit, List<TotalChange> changes) {
        if (!changes.isEmpty()) {
            trip.write(
                    Total.INSERT,
                    changes.size(),
                    parameters -> {
                        parameters.number(commit.sequence());
                        Total.bind(parameters, changes);
                    });
        }
    }

    private static void head(RoundTrip trip, Commit commit, Head head) {
        trip.write(
                INSERT_COMMIT,
                1,
                parameters ->
                        parameters
                                .number(commit.sequence())
                                .uuid(commit.token())
                                .time(commit.committedAt())
                                .text(letters(commit))
                                .uuids(commit.events().stream().map(CommitWriter::subject).toList())
                                .texts(actors(commit))
                                .bytes(head.hash()));
        trip.write(
                Ledger.UPDATE,
                1,
                parameters ->
                        parameters
                                .number(head.sequence())
                                .bytes(head.hash())
                                .time(head.committedAt())
                                .text(head.ledger())
                                .number(head.sequence() - 1));
    }

    private static String letters(Commit commit) {
        StringBuilder letters = new StringBuilder(commit.events().size());
        for (Event event : commit.events()) {
            letters.append(
                    switch (event) {
                        case Event.Opened it -> 'o';
                        case Event.Posted it -> 'p';
                        case Event.Closed it -> 'c';
                    });
        }
        return letters.toString();
    }

    /** Null if nobody is named in any event, as where access is open: then there is no array. */
    private static List<String> actors(Commit commit) {
        List<String> actors = commit.events().stream().map(Event::actor).toList();
        return actors.stream().allMatch(Objects::isNull) ? null : actors;
    }

    private static UUID subject(Event event) {
        return switch (event) {
            case Event.Opened it -> it.account();
            case Event.Posted it -> it.transfer().id();
            case Event.Closed it -> it.account();
        };
    }
}
