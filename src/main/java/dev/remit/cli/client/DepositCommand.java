package dev.remit.cli.client;

import picocli.CommandLine.Command;

/** {@code deposit}: brings money into the books, at most once. */
@Command(
        name = "deposit",
        description =
                "Puts money into an account that comes from outside of the books, and shows the transfer. Without an answer it is asked for again, with the same id, which posts it once.")
public final class DepositCommand extends MovementCommand {

    DepositCommand() {
        super("/deposits");
    }
}
