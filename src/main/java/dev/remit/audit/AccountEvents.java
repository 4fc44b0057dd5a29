package dev.remit.audit;

import dev.remit.ledger.Event;
import dev.remit.ledger.Terms;
import java.util.Map;
import java.util.UUID;

/** Accounts that are opened, put under other terms, and closed once more. */
final class AccountEvents {

    private final AccountStates accounts;
    private final Entries entries;
    private final Findings findings;

    AccountEvents(AccountStates accounts, Entries entries, Findings findings) {
        this.accounts = accounts;
        this.entries = entries;
        this.findings = findings;
    }

    /** Null if there is no saying on which terms. */
    Event open(CommitRow commit, UUID account, String actor, Map<TermsRow.Key, TermsRow> recorded) {
        if (accounts.version(account) != AccountStates.NEVER_OPENED) {
            findings.add(
                    "account %s: commit %d opened it, but it was open or closed before",
                    account, commit.sequence());
        }
        accounts.put(account, 0, 0);
        TermsRow row = recorded.get(new TermsRow.Key(account, 0));
        if (row == null) {
            return new Event.Opened(account, Terms.named(null), null, actor);
        }
        Terms terms = agreed(commit, row);
        if (terms != null && terms.isUsual()) {
            findings.add(
                    "account %s: it has terms of revision 0, but there is nothing in them",
                    account);
        }
        return terms == null ? null : new Event.Opened(account, terms, null, actor);
    }

    /** Null if there is no saying to which terms. */
    Event change(
            CommitRow commit, UUID account, String actor, Map<TermsRow.Key, TermsRow> recorded) {
        if (!accounts.isOpen(account)) {
            findings.add(
                    "account %s: commit %d changed its terms, but it was not open",
                    account, commit.sequence());
            return null;
        }
        Standing before = accounts.standing(account);
        long revision = before.revision() + 1;
        accounts.setStanding(account, before.at(revision));
        TermsRow row = recorded.get(new TermsRow.Key(account, revision));
        if (row == null) {
            findings.add(
                    "account %s: commit %d changed its terms, but there are none of revision %d",
                    account, commit.sequence(), revision);
            return null;
        }
        Terms terms = agreed(commit, row);
        if (terms == null) {
            return null;
        }
        entries.checkFunds(commit, account);
        return new Event.Changed(account, revision, terms, actor);
    }

    /** From now on. Null if there are no such terms; that has been told. */
    private Terms agreed(CommitRow commit, TermsRow row) {
        row.check(commit, findings);
        Terms terms = row.terms(findings);
        if (terms != null) {
            UUID account = row.key().account();
            accounts.setStanding(account, accounts.standing(account).under(terms));
        }
        return terms;
    }

    /** Null if it could not be closed. */
    Event close(CommitRow commit, UUID account, String actor) {
        if (!accounts.isOpen(account)) {
            findings.add(
                    "account %s: commit %d closed it, but it was not open",
                    account, commit.sequence());
            return null;
        }
        if (accounts.balance(account) != 0 || accounts.standing(account).held() != 0) {
            findings.add(
                    "account %s: commit %d closed it with a balance of %d and %d held",
                    account,
                    commit.sequence(),
                    accounts.balance(account),
                    accounts.standing(account).held());
        }
        Event closed = new Event.Closed(account, accounts.version(account), actor);
        accounts.close(account);
        return closed;
    }
}
