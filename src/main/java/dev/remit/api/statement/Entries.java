package dev.remit.api.statement;

import dev.remit.ledger.Transfer;
import dev.remit.store.HistoryReader;
import dev.remit.store.Statement;
import dev.remit.store.Statement.Standing;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A statement's entries, oldest first, read page by page and checked as they pass: each follows
 * from the one before it, and the last one leads to the closing balance. So a statement that has an
 * end is right.
 *
 * <p>The first page is read at once: what keeps a statement from being read is mostly known before
 * anything of it is sent.
 */
final class Entries implements Iterator<StatementEntry> {

    private final HistoryReader reader;
    private final Statement statement;
    private Standing standing;
    private Iterator<Transfer> page;

    Entries(HistoryReader reader, Statement statement) {
        this.reader = reader;
        this.statement = statement;
        this.standing = statement.opening();
        this.page = List.<Transfer>of().iterator();
        turnPage();
    }

    @Override
    public boolean hasNext() {
        return page.hasNext();
    }

    @Override
    public StatementEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StatementEntry entry = StatementEntry.of(statement.account(), page.next());
        if (entry.version() != standing.version() + 1
                || entry.balance() != standing.balance() + entry.amount()) {
            throw broken();
        }
        standing = new Standing(entry.balance(), entry.version());
        turnPage();
        return entry;
    }

    private void turnPage() {
        if (!page.hasNext() && standing.version() < statement.closing().version()) {
            page =
                    reader.entries(
                                    statement.account(),
                                    standing.version(),
                                    statement.closing().version())
                            .iterator();
        }
        if (!page.hasNext() && !standing.equals(statement.closing())) {
            throw broken();
        }
    }

    private IllegalStateException broken() {
        return new IllegalStateException(
                "the journal of account %s does not lead on from version %d: have the books audited"
                        .formatted(statement.account(), standing.version()));
    }
}
