package dev.remit.console.account;

/** All that a page shows of an account. What whoever looks at it may not see is null. */
record AccountPage(AccountView account, Chain chain, OpenHolds holds, Picture picture) {}
