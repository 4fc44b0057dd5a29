package dev.remit.ledger;

/** What may be done with monitors. */
final class MonitorRules {

    private final Draft draft;

    MonitorRules(Draft draft) {
        this.draft = draft;
    }

    Outcome create(Command.CreateMonitor create) {
        Monitor monitor = create.monitor();
        State.Created earlier = draft.monitor(monitor.id());
        if (earlier != null) {
            return createdBefore(earlier, monitor);
        }
        Account account = draft.account(monitor.account());
        if (account == null) {
            throw new Rejected(new Rejection.AccountNotFound(monitor.account()));
        }
        if (account.monitors().isFull()) {
            throw new Rejected(new Rejection.MonitorLimit(account.id()));
        }
        draft.create(monitor);
        return new Outcome.MonitorCreated(monitor, draft.time(), false);
    }

    private Outcome createdBefore(State.Created earlier, Monitor monitor) {
        if (!earlier.monitor().equals(monitor) || !isWatching(monitor)) {
            throw new Rejected(new Rejection.MonitorExists(monitor.id()));
        }
        return new Outcome.MonitorCreated(monitor, earlier.createdAt(), true);
    }

    Outcome delete(Command.DeleteMonitor delete) {
        State.Created created = draft.monitor(delete.monitor());
        if (created == null || !isWatching(created.monitor())) {
            throw new Rejected(new Rejection.MonitorNotFound(delete.monitor()));
        }
        draft.delete(created.monitor());
        return new Outcome.MonitorDeleted(delete.monitor());
    }

    /** One that is deleted is remembered, but its account does not have it any more. */
    private boolean isWatching(Monitor monitor) {
        Account account = draft.account(monitor.account());
        return account != null && account.monitors().all().contains(monitor);
    }
}
