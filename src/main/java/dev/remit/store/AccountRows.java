package dev.remit.store;

import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Account;
import dev.remit.ledger.AccountChange;
import dev.remit.ledger.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** How a commit reads the rows of accounts, and rewrites those of accounts that it leaves open. */
enum AccountRows {

    /**
     * Whole. A row of which every column is given, in a table without further indexes, is written
     * without being looked up once more: there is nothing left that could be planned badly. As all
     * of its columns are stored together, to leave some out would not make it smaller.
     *
     * <p>Nobody can have changed it since it was read: transactions are serializable, so whoever
     * would overwrite that has to begin anew.
     *
     * @see <a href="https://www.cockroachlabs.com/docs/stable/upsert#considerations">UPSERT</a>
     */
    COCKROACHDB(", name, metadata, created_at") {
        @Override
        void read(ResultSet row, Map<UUID, Account> accounts, Map<UUID, State.Profile> profiles)
                throws SQLException {
            super.read(row, accounts, profiles);
            profiles.put(row.getObject(1, UUID.class), dev.remit.store.Account.profile(row, 10));
        }

        @Override
        void rewrite(RoundTrip trip, Collection<AccountChange> changed) {
            trip.writeIfAny(
                    UPSERT,
                    changed,
                    parameters ->
                            dev.remit.store.Account.bind(parameters, changed)
                                    .numbers(it -> it.profile().openedAt()));
        }
    },

    /** Only what the rules look at, and only what is another afterwards. */
    POSTGRESQL("") {
        @Override
        Stream<KeyedQuery> queries() {
            return Stream.concat(super.queries(), Stream.of(PROFILES));
        }

        @Override
        void readProfiles(RoundTrip trip, Set<UUID> ids, Map<UUID, State.Profile> profiles) {
            trip.queryIfAny(
                    keys -> PROFILES.on(DatabaseKind.POSTGRESQL, keys),
                    ids,
                    row ->
                            profiles.put(
                                    row.getObject(1, UUID.class),
                                    dev.remit.store.Account.profile(row, 2)));
        }

        @Override
        void rewrite(RoundTrip trip, Collection<AccountChange> changed) {
            AccountUpdate.write(trip, changed);
        }
    };

    private static final String OF_THE_RULES =
            "id, balance, version, currency, held, overdraft, frozen, revision, monitors";

    /** In order of id, though no database promises to lock in that order. */
    static final String LOCK = " ORDER BY id FOR UPDATE NOWAIT";

    private static final KeyedQuery PROFILES =
            KeyedQuery.of("id, name, metadata, created_at", "accounts", "id");

    /**
     * All columns that there are, or it would have to read what the others are. A time travels as
     * microseconds since 1970-01-01T00:00Z: to read two hundred of them from texts takes a while.
     */
    static final String UPSERT =
            """
            UPSERT INTO accounts (id, currency, balance, version, held, revision, monitors, name,
                overdraft, frozen, metadata, created_at)
            SELECT unnest(?::uuid[]), unnest(?::text[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::int8[]), unnest(?::text[]), unnest(?::text[]),
                'epoch'::timestamptz + unnest(?::int8[]) * '1 microsecond'::interval""";

    private final KeyedQuery byId;
    private final KeyedQuery ofTransfers;
    private final KeyedQuery ofMonitors;

    /**
     * @param further columns, beside those that the rules look at
     */
    AccountRows(String further) {
        String columns = OF_THE_RULES + further;
        byId = KeyedQuery.of(columns, "accounts", "id");
        ofTransfers =
                KeyedQuery.of(
                        columns,
                        "accounts",
                        "id",
                        KeyedQuery.of(
                                "unnest(ARRAY[from_account, to_account])", "transfers", "id"));
        ofMonitors =
                KeyedQuery.of(
                        columns, "accounts", "id", KeyedQuery.of("account", "monitors", "id"));
    }

    static AccountRows of(DatabaseKind kind) {
        return switch (kind) {
            case COCKROACHDB -> COCKROACHDB;
            case POSTGRESQL -> POSTGRESQL;
        };
    }

    KeyedQuery byId() {
        return byId;
    }

    /** Those of some transfers. */
    KeyedQuery ofTransfers() {
        return ofTransfers;
    }

    /** Those of some monitors. */
    KeyedQuery ofMonitors() {
        return ofMonitors;
    }

    /** All that a commit may ask for. */
    Stream<KeyedQuery> queries() {
        return Stream.of(byId, ofTransfers, ofMonitors);
    }

    /** A row of one of the queries. */
    void read(ResultSet row, Map<UUID, Account> accounts, Map<UUID, State.Profile> profiles)
            throws SQLException {
        Account account = dev.remit.store.Account.read(row);
        accounts.put(account.id(), account);
    }

    /** Asks for profiles that the rows of the accounts are read without. */
    void readProfiles(RoundTrip trip, Set<UUID> ids, Map<UUID, State.Profile> profiles) {}

    abstract void rewrite(RoundTrip trip, Collection<AccountChange> changed);
}
