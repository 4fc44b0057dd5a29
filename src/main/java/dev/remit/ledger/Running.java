package dev.remit.ledger;

import dev.remit.ledger.Posting.Side;
import java.util.UUID;

/**
 * An account while a batch is being decided: mutable, and seen by nobody but the decision and who
 * writes it down.
 */
final class Running {

    final UUID id;

    /** Whether it is a row already. */
    final boolean existed;

    final long versionBefore;
    boolean isOpen;
    long balance;
    long version;
    long postedAt;

    /** Set when the batch has opened it; the last opening, if there were several. */
    Command.Open opened;

    long createdAt;

    Running(UUID id, boolean existed, long balance, long version, long postedAt) {
        this.id = id;
        this.existed = existed;
        this.isOpen = existed;
        this.balance = balance;
        this.version = version;
        this.versionBefore = version;
        this.postedAt = postedAt;
    }

    Side move(long amount, long at) {
        balance += amount;
        version++;
        postedAt = at;
        return new Side(id, balance, version);
    }

    /** Its chain goes on where an earlier account of that id has left it. */
    void open(Command.Open open, long now) {
        isOpen = true;
        opened = open;
        createdAt = Math.max(now, postedAt);
        postedAt = createdAt;
    }

    void close() {
        isOpen = false;
    }

    Running copy() {
        Running copy = new Running(id, existed, balance, versionBefore, postedAt);
        copy.version = version;
        copy.isOpen = isOpen;
        copy.opened = opened;
        copy.createdAt = createdAt;
        return copy;
    }

    /** A row of its own to be written: it was not there, or was closed and opened again. */
    boolean isNewRow() {
        return isOpen && opened != null;
    }

    /** The row that was there is to go. */
    boolean isGoneRow() {
        return existed && (!isOpen || opened != null);
    }

    boolean isChangedRow() {
        return existed && isOpen && opened == null && version != versionBefore;
    }
}
