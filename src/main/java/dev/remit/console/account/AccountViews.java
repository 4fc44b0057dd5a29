package dev.remit.console.account;

import dev.remit.store.LedgerReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Finds an account, whether it is still open or not. */
@Singleton
public class AccountViews {

    /** The clocks of those who commit may be ahead of this one. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final LedgerReader reader;
    private final Clock clock;

    AccountViews(LedgerReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    public Optional<AccountView> find(UUID id) {
        return reader.account(id).map(AccountView::of).or(() -> closed(id));
    }

    private Optional<AccountView> closed(UUID id) {
        return reader.statement(id, null, clock.instant().plus(AHEAD)).map(AccountView::of);
    }
}
