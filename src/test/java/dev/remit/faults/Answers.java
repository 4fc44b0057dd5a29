package dev.remit.faults;

import java.io.DataInputStream;
import java.io.IOException;

/** The way from the server to the client, on which what was decided happens. */
final class Answers {

    private final ProxiedConnection connection;
    private final Exchange exchange;
    private final FaultPlan plan;
    private final DataInputStream in;
    private final ClientStream client;

    Answers(ProxiedConnection connection, Exchange exchange, FaultPlan plan) throws IOException {
        this.connection = connection;
        this.exchange = exchange;
        this.plan = plan;
        in = connection.fromServer();
        client = connection.toClient();
    }

    /** Returns when the client shall get no more; throws when either side has gone. */
    void pass() throws IOException {
        boolean more = true;
        while (more) {
            Message message = Message.read(in);
            connection.patience().awaitHearing();
            more = answer(message);
            if (in.available() == 0) {
                client.flush();
            }
        }
    }

    private boolean answer(Message message) throws IOException {
        Verdict verdict = exchange.answered(message);
        return switch (verdict.kind()) {
            case HIDE -> true;
            case PASS -> {
                client.write(message);
                yield true;
            }
            case PASS_AND_SHUT_DOWN -> {
                client.write(message);
                client.write(Backend.shuttingDown());
                yield false;
            }
            case INJECT -> inject(verdict.injection(), message);
        };
    }

    private boolean inject(Injection injection, Message message) throws IOException {
        plan.delivered(injection);
        return switch (injection.fault().effect()) {
            case Fault.Effect.Lost lost -> false;
            case Fault.Effect.Refused refused -> {
                client.write(Backend.error(refused.sqlState()));
                yield !Backend.closesConnection(refused.sqlState());
            }
            case Fault.Effect.Delayed delayed -> {
                client.flush();
                connection.patience().pause(delayed.by());
                connection.patience().awaitHearing();
                client.write(message);
                yield true;
            }
        };
    }
}
