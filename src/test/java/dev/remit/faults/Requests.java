package dev.remit.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The way from the client to the server, on which it is decided what is to go wrong. */
final class Requests {

    /**
     * Fails at every server, at Parse, and so puts a transaction into its failed state for real.
     */
    private static final String FAILING = "injected by the fault proxy";

    /**
     * For statements of the proxy's own: no client's unnamed statement or portal is overwritten.
     */
    private static final String OWN = "fault_proxy";

    private final ProxiedConnection connection;
    private final Exchange exchange;
    private final FaultPlan plan;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Statements statements = new Statements();
    private boolean discarding;

    Requests(ProxiedConnection connection, Exchange exchange, FaultPlan plan) throws IOException {
        this.connection = connection;
        this.exchange = exchange;
        this.plan = plan;
        in = connection.fromClient();
        out = connection.toServer();
    }

    /** Returns never; throws when either side has gone. */
    void pass() throws IOException {
        while (true) {
            Message message = Message.read(in);
            connection.patience().awaitHearing();
            if (!discarding || ends(message)) {
                forward(message);
            }
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    /** After an error every message is skipped, but for those that make the server answer. */
    private boolean ends(Message message) {
        discarding &= message.type() != Frontend.SYNC;
        return !discarding || message.type() == Frontend.FLUSH;
    }

    private void forward(Message message) throws IOException {
        switch (message.type()) {
            case Frontend.PARSE -> {
                statements.parsed(message);
                send(message, Request.Step.PARSE);
            }
            case Frontend.BIND -> {
                statements.bound(message);
                send(message, Request.Step.BIND);
            }
            case Frontend.CLOSE -> {
                statements.closed(message);
                send(message, Request.Step.CLOSE);
            }
            case Frontend.DESCRIBE -> send(message, Request.Step.DESCRIBE);
            case Frontend.EXECUTE ->
                    execute(message, Request.Step.EXECUTE, statements.sqlOf(message));
            case Frontend.QUERY -> execute(message, Request.Step.QUERY, message.string(0));
            case Frontend.FUNCTION_CALL -> send(message, Request.Step.QUERY);
            case Frontend.SYNC -> send(message, Request.Step.SYNC);
            default -> sendIf(exchange.ask(), message);
        }
    }

    private void execute(Message message, Request.Step step, String sql) throws IOException {
        Injection injection = choose(sql);
        if (injection == null) {
            send(message, step);
            return;
        }
        boolean commit = injection.fault().moment() == Fault.Moment.COMMIT;
        switch (injection.fault().effect()) {
            case Fault.Effect.Refused(String sqlState, boolean executed) -> {
                if (executed) {
                    sendIf(exchange.ask(Request.ofClient(step, injection)), message);
                } else {
                    substitute(commit ? "ROLLBACK" : FAILING, step, injection);
                }
                discarding = commit && step == Request.Step.EXECUTE;
            }
            case Fault.Effect.Lost lost when !lost.executed() ->
                    substitute(FAILING, step, injection);
            case Fault.Effect.Lost lost when !lost.late().isZero() ->
                    executeLate(message, step, injection, lost);
            default -> sendIf(exchange.ask(Request.ofClient(step, injection)), message);
        }
    }

    private Injection choose(String sql) {
        return Sql.moment(sql)
                .filter(moment -> exchange.executesStatements())
                .flatMap(moment -> plan.next(moment, sql, connection.number()))
                .orElse(null);
    }

    /** The proxy's SQL in place of the client's: its outcome is the client's error. */
    private void substitute(String sql, Request.Step step, Injection injection) throws IOException {
        if (step == Request.Step.QUERY) {
            sendIf(exchange.ask(Request.ofProxy(step, injection)), Frontend.query(sql));
            return;
        }
        boolean sending =
                exchange.ask(
                        Request.ofProxy(Request.Step.PARSE, injection),
                        Request.ofProxy(Request.Step.BIND, injection),
                        Request.ofProxy(Request.Step.EXECUTE, injection),
                        Request.ofProxy(Request.Step.CLOSE, null));
        for (Message message :
                List.of(
                        Frontend.parse(OWN, sql),
                        Frontend.bind(OWN, OWN),
                        Frontend.execute(OWN),
                        Frontend.closeStatement(OWN))) {
            sendIf(sending, message);
        }
    }

    private void executeLate(
            Message message, Request.Step step, Injection injection, Fault.Effect.Lost lost)
            throws IOException {
        boolean sending =
                exchange.ask(
                        Request.ofClient(step, injection),
                        Request.ofProxy(Request.Step.SYNC, null));
        exchange.hangUp();
        connection.toClient().end();
        connection.patience().pause(lost.late());
        sendIf(sending, message);
        sendIf(sending, Frontend.sync());
        out.flush();
        connection.awaitAnswers();
    }

    private void send(Message message, Request.Step step) throws IOException {
        sendIf(exchange.ask(Request.ofClient(step)), message);
    }

    private void sendIf(boolean allowed, Message message) throws IOException {
        if (allowed) {
            message.write(out);
        }
    }
}
