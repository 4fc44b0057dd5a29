package dev.remit.cli.client;

import picocli.CommandLine.Command;

/** {@code account}: what can be done with accounts. */
@Command(
        name = "account",
        description = "Opens, shows, lists, changes and closes accounts of a service.",
        subcommands = {
            AccountOpenCommand.class,
            AccountShowCommand.class,
            AccountListCommand.class,
            AccountChangeCommand.class,
            AccountCloseCommand.class
        })
public final class AccountCommand {}
