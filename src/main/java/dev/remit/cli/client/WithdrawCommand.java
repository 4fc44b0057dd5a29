package dev.remit.cli.client;

import picocli.CommandLine.Command;

/** {@code withdraw}: takes money out of the books, at most once. */
@Command(
        name = "withdraw",
        description =
                "Takes money out of an account and out of the books, and shows the transfer. Without an answer it is asked for again, with the same id, which posts it once.")
public final class WithdrawCommand extends MovementCommand {

    WithdrawCommand() {
        super("/withdrawals");
    }
}
