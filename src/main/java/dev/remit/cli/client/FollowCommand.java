package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Feed;
import dev.remit.client.Follower;
import dev.remit.client.Place;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code follow}: what happens, as it happens. */
@Command(
        name = "follow",
        description = {
            "Prints everything that happens to the ledger, in order and once, a line each: its id, time and type, and what it is about, with amounts in minor units.",
            "It goes on until it is ended (Ctrl-C). If the connection is lost it waits for another one and goes on behind the last line."
        })
public final class FollowCommand extends ClientCommand {

    private static final String NOW = "now";

    /** Of silence, three heartbeats of the service. */
    private static final Follower.Waits WAITS =
            new Follower.Waits(
                    Duration.ofSeconds(45), Duration.ofSeconds(1), Duration.ofSeconds(15));

    @Option(
            names = "--after",
            paramLabel = "id",
            description =
                    "the id of the event to go on behind, or now for what is to come (default: from the beginning of the ledger)")
    private String after;

    @Option(
            names = "--type",
            paramLabel = "type",
            description =
                    "only events of this type, such as transfer.posted or account.opened; may be repeated")
    private List<String> types = List.of();

    @Option(
            names = "--account",
            paramLabel = "UUID",
            description = "only what happens to this account, and transfers from or to it")
    private UUID account;

    @Option(names = "--to-end", description = "end where there is no more by now")
    private boolean toTheEnd;

    /** Held while a line is written; and for ever, once the process is about to end. */
    private final Lock line = new ReentrantLock();

    private String last;

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        Feed feed =
                new Feed(
                        session.endpoint(), session.client(), session.patience(), types(), account);
        Follower follower =
                new Follower(
                        feed,
                        start(feed),
                        WAITS,
                        event -> print(event, session.output()),
                        session.messages()::note);
        var interruption = session.around().onInterrupt(() -> lastWord(session.messages()));
        try {
            if (toTheEnd) {
                follower.toTheEnd();
            } else {
                follower.follow();
            }
        } finally {
            interruption.forget();
        }
    }

    /** Null for the beginning. */
    private Place start(Feed feed) throws CallFailed, InterruptedException {
        try {
            return after == null ? null : after.equals(NOW) ? feed.now() : Place.parse(after);
        } catch (IllegalArgumentException e) {
            throw wrong("--after needs the id of an event, such as 7.1, or now");
        }
    }

    private List<String> types() {
        return types.stream()
                .map(type -> type.startsWith(EventLine.PREFIX) ? type : EventLine.PREFIX + type)
                .toList();
    }

    private void print(JsonNode event, Output output) {
        line.lock();
        try {
            if (output.isJson()) {
                output.json(event);
            } else {
                output.line(EventLine.of(event, output.width()));
            }
            last = Json.text(event, "id");
        } finally {
            line.unlock();
        }
    }

    private void lastWord(Messages messages) {
        line.lock();
        if (last != null) {
            messages.note("--after " + last + " goes on from here.");
        }
    }
}
