package dev.remit.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One client's connection and the one that the proxy holds to the server for it, with a thread for
 * each direction. Either side's end is passed on to the other.
 */
final class ProxiedConnection {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** How long a client may take to notice the end before its socket is closed. */
    private static final Duration LINGERING = Duration.ofSeconds(2);

    private final int number;
    private final Socket client;
    private final Socket server = new Socket();
    private final InetSocketAddress target;
    private final FaultPlan plan;
    private final Patience patience;
    private final Consumer<ProxiedConnection> onEnd;
    private final Exchange exchange;
    private final DataInputStream fromClient;
    private final ClientStream toClient;
    private final CountDownLatch requestsEnded = new CountDownLatch(1);
    private final Thread requests;
    private final Thread answers;

    ProxiedConnection(
            int number,
            Socket client,
            InetSocketAddress target,
            FaultPlan plan,
            Hearing hearing,
            Consumer<ProxiedConnection> onEnd)
            throws IOException {
        this.number = number;
        this.client = client;
        this.target = target;
        this.plan = plan;
        patience = new Patience(hearing);
        this.onEnd = onEnd;
        exchange = new Exchange(plan::withdrawn);
        client.setTcpNoDelay(true);
        fromClient = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        toClient = new ClientStream(client);
        requests = thread("requests", this::passRequests);
        answers = thread("answers", this::passAnswers);
    }

    void start() {
        requests.start();
    }

    int number() {
        return number;
    }

    DataInputStream fromClient() {
        return fromClient;
    }

    ClientStream toClient() {
        return toClient;
    }

    DataInputStream fromServer() throws IOException {
        return new DataInputStream(new BufferedInputStream(server.getInputStream()));
    }

    DataOutputStream toServer() throws IOException {
        return new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
    }

    Patience patience() {
        return patience;
    }

    /** Ends the session as a server does that is about to stop: see {@link Exchange#drain()}. */
    void drain() {
        if (exchange.drain()) {
            try {
                toClient.write(Backend.shuttingDown());
                toClient.end();
            } catch (IOException e) {
                // The client went first, which is what it was to be told to do.
            }
            close(server);
        }
    }

    /**
     * Until the client shall get no more. CockroachDB gives up a statement that is under way when
     * nothing more can come from its client.
     */
    void awaitAnswers() throws IOException {
        try {
            answers.join(LINGERING);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Closes both sides at once, whatever is under way. */
    void cut() {
        patience.end();
        close(client);
        close(server);
    }

    void join() throws InterruptedException {
        requests.join();
    }

    private void passRequests() {
        try {
            Startup startup = Startup.negotiate(fromClient, toClient, patience);
            server.setTcpNoDelay(true);
            server.connect(target, Math.toIntExact(CONNECTING.toMillis()));
            if (startup.isAnswered()) {
                exchange.ask(Request.ofClient(Request.Step.START));
            }
            DataOutputStream out = toServer();
            startup.write(out);
            out.flush();
            answers.start();
            new Requests(this, exchange, plan).pass();
        } catch (IOException e) {
            // Sockets know no other way to say that a connection has ended.
        } finally {
            requestsEnded.countDown();
            finish();
        }
    }

    private void passAnswers() {
        try {
            new Answers(this, exchange, plan).pass();
        } catch (IOException e) {
            patience.awaitHearingOfTheEnd();
        } finally {
            exchange.end();
            close(server);
            lingerAtClient();
        }
    }

    private void lingerAtClient() {
        try {
            toClient.end();
            requestsEnded.await(LINGERING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (IOException | InterruptedException e) {
            // It is closed now in any case.
        }
        close(client);
    }

    /**
     * A client that has gone is not a reason to close the server's socket, only this direction of
     * it: the server still reads what was sent before, a COMMIT perhaps.
     */
    private void finish() {
        try {
            if (answers.getState() == Thread.State.NEW) {
                exchange.end();
            } else {
                server.shutdownOutput();
            }
        } catch (IOException e) {
            close(server);
        }
        try {
            answers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(server);
            close(client);
            onEnd.accept(this);
        }
    }

    private Thread thread(String direction, Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name("fault-proxy-%d-%d-%s".formatted(client.getLocalPort(), number, direction))
                .unstarted(work);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to be done with it.
        }
    }
}
