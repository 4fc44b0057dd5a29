package dev.remit.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one commit did to one account. It follows from the commit's events alone.
 *
 * <p>The opening of an account is its version 0, so an account's rows follow each other without a
 * gap: each begins one version after the end of the one before. A commit that does nothing but
 * close the account begins there, too, and ends before it begins.
 */
public final class AccountCommit {

    private final UUID account;
    private final List<UUID> transfers = new ArrayList<>();
    private long firstVersion = -1;
    private long lastVersion;
    private long balance;
    private boolean opened;
    private boolean closed;
    private String name;
    private String currency;

    private AccountCommit(UUID account) {
        this.account = account;
    }

    /** One per account that the commit touched, in the order in which it did. */
    public static Collection<AccountCommit> of(Commit commit) {
        Map<UUID, AccountCommit> accounts = new LinkedHashMap<>();
        for (Event event : commit.events()) {
            switch (event) {
                case Event.Opened it -> at(accounts, it.account()).open(it);
                case Event.Posted it -> {
                    Transfer transfer = it.transfer();
                    add(accounts, transfer, transfer.from());
                    add(accounts, transfer, transfer.to());
                }
                case Event.Closed it -> at(accounts, it.account()).close(it);
                // None of them is an entry of an account.
                case Event.Changed it -> {}
                case Event.Held it -> {}
                case Event.Released it -> {}
                case Event.OfMonitor it -> {}
            }
        }
        return accounts.values();
    }

    private static void add(Map<UUID, AccountCommit> accounts, Transfer transfer, Entry entry) {
        if (entry != null) {
            at(accounts, entry.account()).add(transfer.id(), entry);
        }
    }

    private static AccountCommit at(Map<UUID, AccountCommit> accounts, UUID account) {
        return accounts.computeIfAbsent(account, AccountCommit::new);
    }

    private void open(Event.Opened event) {
        opened = true;
        name = event.terms().name();
        currency = event.currency();
        firstVersion = 0;
    }

    private void add(UUID transfer, Entry entry) {
        if (firstVersion < 0) {
            firstVersion = entry.version();
        }
        transfers.add(transfer);
        lastVersion = entry.version();
        balance = entry.balance();
    }

    private void close(Event.Closed event) {
        if (firstVersion < 0) {
            firstVersion = event.version() + 1;
        }
        closed = true;
        lastVersion = event.version();
    }

    public UUID account() {
        return account;
    }

    /** 0 if the commit opened the account. */
    public long firstVersion() {
        return firstVersion;
    }

    public long lastVersion() {
        return lastVersion;
    }

    /** After the commit, in minor units. */
    public long balance() {
        return balance;
    }

    /** In the order in which they were posted. */
    public List<UUID> transfers() {
        return transfers;
    }

    public boolean opened() {
        return opened;
    }

    public boolean closed() {
        return closed;
    }

    /** Of an account that the commit opened; may be null. */
    public String name() {
        return name;
    }

    /** Of an account that the commit opened: the text of a {@link Currency}. */
    public String currency() {
        return currency;
    }
}
