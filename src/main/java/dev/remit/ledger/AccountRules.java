package dev.remit.ledger;

import java.util.UUID;

/** What may be done to accounts themselves. */
final class AccountRules {

    private final Draft draft;
    private final Postings postings;

    AccountRules(Draft draft, Postings postings) {
        this.draft = draft;
        this.postings = postings;
    }

    Outcome open(Command.Open open) {
        UUID id = open.account();
        if (draft.wasOpened(id)) {
            return openedBefore(open);
        }
        if (draft.transfer(open.deposit()) != null) {
            throw new Rejected(new Rejection.IdempotencyConflict(open.deposit()));
        }
        draft.open(id, open.currency(), open.terms());
        if (open.balance() > 0) {
            postings.post(new Command.Post(open.deposit(), false, null, id, open.balance(), null));
        }
        return opened(draft.account(id), false);
    }

    private Outcome openedBefore(Command.Open open) {
        Account account = draft.account(open.account());
        boolean isTheSame =
                account != null
                        && openingBalance(open) == open.balance()
                        && account.currency().equals(open.currency());
        if (!isTheSame) {
            throw new Rejected(new Rejection.AccountExists(open.account()));
        }
        return opened(account, true);
    }

    private long openingBalance(Command.Open open) {
        Transfer deposit = draft.transfer(open.deposit());
        return deposit == null ? 0 : deposit.amount();
    }

    private Outcome opened(Account account, boolean isReplayed) {
        State.Profile profile = draft.profile(account.id());
        return new Outcome.Opened(account, profile.terms(account), profile.openedAt(), isReplayed);
    }

    Outcome change(Command.Change change) {
        UUID id = change.account();
        Account account = draft.account(id);
        if (account == null) {
            throw new Rejected(new Rejection.AccountNotFound(id));
        }
        if (change.expected() != null && !change.expected().contains(account.tag())) {
            throw new Rejected(new Rejection.AccountChanged(id));
        }
        State.Profile profile = draft.profile(id);
        Terms before = profile.terms(account);
        Terms terms = change.change().apply(before);
        if (Metadata.isTooLarge(terms.metadata())) {
            throw new Rejected(new Rejection.MetadataLimit(id));
        }
        if (account.balance() - account.held() < -terms.overdraft()) {
            throw new Rejected(
                    new Rejection.OverdraftInUse(
                            id, account.balance(), account.held(), terms.overdraft()));
        }
        if (!terms.equals(before)) {
            draft.change(id, terms);
        }
        return new Outcome.Changed(draft.account(id), terms, profile.openedAt());
    }

    Outcome close(Command.Close close) {
        UUID id = close.account();
        Account account = draft.account(id);
        if (account == null) {
            throw new Rejected(new Rejection.AccountNotFound(id));
        }
        long balance = account.balance();
        if (account.held() > 0 || balance < 0 || balance > 0 && !close.payout()) {
            throw new Rejected(new Rejection.AccountNotEmpty(id, balance, account.held()));
        }
        if (balance > 0) {
            payOut(close, account);
        }
        draft.close(id);
        return new Outcome.Closed(id);
    }

    private void payOut(Command.Close close, Account account) {
        if (draft.transfer(close.withdrawal()) != null) {
            throw new Rejected(new Rejection.IdempotencyConflict(close.withdrawal()));
        }
        if (account.frozen().stopsDebits()) {
            throw new Rejected(new Rejection.AccountFrozen(account.id(), account.frozen()));
        }
        postings.post(
                new Command.Post(
                        close.withdrawal(), false, account.id(), null, account.balance(), null));
    }
}
