package dev.remit.store;

import dev.remit.ledger.AccountChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The statements that change in the rows of accounts what is another afterwards, if they still are
 * as they were read: most often the balance, seldom all the rest.
 */
final class AccountUpdate {

    /** Of accounts of which nothing else is another. */
    static final String BALANCE =
            """
            UPDATE accounts SET balance = changed.balance, version = changed.version
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]))
                AS changed (id, balance, version, balance_before, version_before)
            WHERE accounts.id = changed.id AND accounts.balance = changed.balance_before
              AND accounts.version = changed.version_before""";

    /** Of accounts of which more is held than before, or less. */
    static final String HELD =
            """
            UPDATE accounts
            SET balance = changed.balance, version = changed.version, held = changed.held
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]))
                AS changed (id, balance, version, balance_before, version_before, held, held_before)
            WHERE accounts.id = changed.id AND accounts.balance = changed.balance_before
              AND accounts.version = changed.version_before
              AND coalesce(accounts.held, 0) = coalesce(changed.held_before, 0)""";

    /**
     * Of accounts under other terms. All at once: with the old terms the new balance might be too
     * low, and with the new ones the old.
     */
    static final String TERMS =
            """
            UPDATE accounts
            SET balance = changed.balance, version = changed.version, held = changed.held,
                revision = changed.revision, name = changed.name, overdraft = changed.overdraft,
                frozen = changed.frozen, metadata = changed.metadata
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::int8[]),
                unnest(?::text[]), unnest(?::text[]))
                AS changed (id, balance, version, balance_before, version_before, held, held_before,
                    revision, revision_before, name, overdraft, frozen, metadata)
            WHERE accounts.id = changed.id AND accounts.balance = changed.balance_before
              AND accounts.version = changed.version_before
              AND coalesce(accounts.held, 0) = coalesce(changed.held_before, 0)
              AND coalesce(accounts.revision, 0) = coalesce(changed.revision_before, 0)""";

    /** By itself, so that nobody else has to write it: an account seldom gets others. */
    static final String MONITORS =
            """
            UPDATE accounts SET monitors = changed.monitors
            FROM (SELECT unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]))
                AS changed (id, monitors, monitors_before)
            WHERE accounts.id = changed.id
              AND coalesce(accounts.monitors, '') = coalesce(changed.monitors_before, '')""";

    private AccountUpdate() {}

    static void write(RoundTrip trip, Collection<AccountChange> changed) {
        List<AccountChange> moved = new ArrayList<>(changed.size());
        List<AccountChange> held = new ArrayList<>();
        List<AccountChange> underOthers = new ArrayList<>();
        List<AccountChange> watched = new ArrayList<>();
        for (AccountChange change : changed) {
            if (change.isOfTerms()) {
                underOthers.add(change);
            } else if (change.isOfHeld()) {
                held.add(change);
            } else {
                moved.add(change);
            }
            if (change.isOfMonitors()) {
                watched.add(change);
            }
        }
        trip.writeIfAny(BALANCE, moved, parameters -> bindBalances(parameters, moved));
        trip.writeIfAny(HELD, held, parameters -> bindHeld(parameters, held));
        trip.writeIfAny(TERMS, underOthers, parameters -> bindTerms(parameters, underOthers));
        trip.writeIfAny(MONITORS, watched, parameters -> bindMonitors(parameters, watched));
    }

    private static Parameters.Rows<AccountChange> bindBalances(
            Parameters parameters, Collection<AccountChange> changed) throws SQLException {
        return parameters
                .rows(changed)
                .uuids(AccountChange::account)
                .numbers(it -> it.after().balance())
                .numbers(it -> it.after().version())
                .numbers(it -> it.before().balance())
                .numbers(it -> it.before().version());
    }

    private static Parameters.Rows<AccountChange> bindHeld(
            Parameters parameters, Collection<AccountChange> changed) throws SQLException {
        return bindBalances(parameters, changed)
                .numbersUnlessZero(it -> it.after().held())
                .numbersUnlessZero(it -> it.before().held());
    }

    private static void bindTerms(Parameters parameters, Collection<AccountChange> changed)
            throws SQLException {
        Parameters.Rows<AccountChange> rows =
                bindHeld(parameters, changed)
                        .numbers(it -> it.after().revision())
                        .numbersUnlessZero(it -> it.before().revision());
        TermsRow.bind(rows, AccountChange::terms);
    }

    private static void bindMonitors(Parameters parameters, Collection<AccountChange> changed)
            throws SQLException {
        parameters
                .rows(changed)
                .uuids(AccountChange::account)
                .texts(it -> it.after().monitors().text())
                .texts(it -> it.before().monitors().text());
    }
}
