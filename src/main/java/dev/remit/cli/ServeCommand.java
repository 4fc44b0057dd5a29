package dev.remit.cli;

import picocli.CommandLine.Command;

/** {@code serve}: what the program is for. */
@Command(
        name = "serve",
        description =
                "Serves HTTP, on the port that QUARKUS_HTTP_PORT names (8080). So does remit without a command.")
final class ServeCommand implements QuarkusCommand {

    @Override
    public boolean opensPort() {
        return true;
    }
}
