package dev.remit.store;

import dev.remit.ledger.AccountChange;
import java.sql.SQLException;
import java.util.Collection;

/**
 * What the rows of accounts say of the monitors that watch them. It is written by itself, so that
 * nobody else has to write it: an account seldom gets others.
 */
final class AccountMonitors {

    static final String UPDATE =
            """
            UPDATE accounts SET monitors = changed.monitors
            FROM (SELECT unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]))
                AS changed (id, monitors, monitors_before)
            WHERE accounts.id = changed.id
              AND coalesce(accounts.monitors, '') = coalesce(changed.monitors_before, '')""";

    private AccountMonitors() {}

    static void bind(Parameters parameters, Collection<AccountChange> changed) throws SQLException {
        parameters
                .rows(changed)
                .uuids(AccountChange::account)
                .texts(it -> it.after().monitors().text())
                .texts(it -> it.before() == null ? null : it.before().monitors().text());
    }
}
