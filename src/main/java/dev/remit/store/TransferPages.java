package dev.remit.store;

import dev.remit.ledger.Transfer;
import java.util.List;
import java.util.UUID;

/** The transfers of all accounts, in the order of the journal. */
public final class TransferPages implements Pages<Transfer> {

    private final JournalReader journal;
    private final long last;
    private long read;
    private List<UUID> ahead = List.of();

    /**
     * @param after only those of later commits
     * @param last only those of this commit and of the ones before
     */
    public TransferPages(JournalReader journal, long after, long last) {
        this.journal = journal;
        this.read = after;
        this.last = last;
    }

    @Override
    public List<Transfer> next() {
        while (ahead.isEmpty() && read < last) {
            JournalReader.Posted posted = journal.posted(read, last);
            ahead = posted.transfers();
            read = posted.last();
        }
        if (ahead.isEmpty()) {
            return List.of();
        }
        int size = Math.min(ahead.size(), JournalReader.PAGE);
        List<Transfer> page = journal.transfers(ahead.subList(0, size));
        ahead = ahead.subList(size, ahead.size());
        return page;
    }
}
