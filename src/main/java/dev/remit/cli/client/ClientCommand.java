package dev.remit.cli.client;

import dev.remit.client.CallFailed;
import dev.remit.client.Endpoint;
import dev.remit.client.LedgerClient;
import dev.remit.client.Patience;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that asks a service. Nothing is started for it: no Quarkus, no database. */
@Command(
        sortOptions = false,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:it is done",
            "1:the service has rejected it, and nothing was changed",
            "2:wrong options",
            "3:the service cannot be reached, or cannot work now; nothing was changed, try again later",
            "4:whether it was done is not known",
            "5:standard output takes nothing any more"
        })
abstract class ClientCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private ServiceOptions service;

    /** Does it, and prints what came of it. */
    abstract void run(Session session) throws CallFailed, InterruptedException;

    /** Under which it is done at most once; null if it can be done twice without harm. */
    UUID id() {
        return null;
    }

    @Override
    public final Integer call() throws InterruptedException {
        Surroundings around = (Surroundings) spec.root().userObject();
        Messages messages = new Messages(around.err(), spec.name(), service.json());
        try (Endpoint endpoint = endpoint(around)) {
            run(session(endpoint, around, messages));
            return ExitStatus.DONE;
        } catch (CallFailed e) {
            return messages.failed(e, id());
        } catch (Output.Closed e) {
            messages.note(e.getMessage());
            return ExitStatus.OUTPUT_CLOSED;
        }
    }

    private Session session(Endpoint endpoint, Surroundings around, Messages messages) {
        Patience patience = patience();
        OptionalInt width = service.json() ? OptionalInt.empty() : around.terminalWidth();
        LedgerClient client =
                new LedgerClient(
                        endpoint,
                        patience,
                        because -> messages.note(because + " It is asked again."));
        return new Session(
                endpoint,
                client,
                patience,
                around,
                new Output(around.out(), width, service.json()),
                messages);
    }

    private Endpoint endpoint(Surroundings around) {
        try {
            return service.endpoint(around);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Patience patience() {
        try {
            return service.patience();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** What is wrong with the options that cannot be seen from each alone. */
    final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
