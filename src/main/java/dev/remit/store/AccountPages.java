package dev.remit.store;

import java.util.List;
import java.util.UUID;

/** The accounts as of a commit, in order of id. */
public final class AccountPages implements Pages<AccountAsOf> {

    private final JournalReader journal;
    private final long asOf;
    private final boolean alsoClosed;
    private UUID last;
    private boolean isAtEnd;

    /**
     * @param asOf the commit
     * @param alsoClosed whether those are wanted, too, that were closed by then
     */
    public AccountPages(JournalReader journal, long asOf, boolean alsoClosed) {
        this.journal = journal;
        this.asOf = asOf;
        this.alsoClosed = alsoClosed;
    }

    @Override
    public List<AccountAsOf> next() {
        List<AccountAsOf> page = List.of();
        while (page.isEmpty() && !isAtEnd) {
            JournalReader.Accounts read = journal.accounts(last, asOf);
            last = read.last();
            isAtEnd = last == null;
            page =
                    read.accounts().stream()
                            .filter(account -> alsoClosed || !account.closed())
                            .toList();
        }
        return page;
    }
}
