package dev.remit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sits between a client and a PostgreSQL or CockroachDB server, passes everything through
 * unchanged, and on demand behaves as a database does on a bad day. What it answers is what a real
 * server would, and the real server behind it is left in the state that goes with the answer.
 *
 * <p>Faults at a COMMIT are those of an explicit transaction; a statement that commits by itself is
 * a statement here, and so is a Query of several statements, which is judged by its first. It
 * speaks version 3 of the protocol, unencrypted, and listens on loopback only.
 */
public final class FaultProxy implements AutoCloseable {

    /** What becomes of the messages that were sent to a deaf proxy, once it hears again. */
    public enum Held {
        /** They are passed on, as by a server that was only stalled. */
        DELIVERED,
        /** They are lost, and with them every connection, as after a broken network. */
        DROPPED
    }

    private final InetSocketAddress target;
    private final List<Consumer<Injection>> listeners = new CopyOnWriteArrayList<>();
    private final FaultPlan plan = new FaultPlan(this::announce);
    private final Hearing hearing = new Hearing();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Door door;

    private FaultProxy(int listenPort, InetSocketAddress target) throws IOException {
        this.target = target;
        door = new Door(listenPort, this::receive);
    }

    /** A proxy for this server, on a free port of loopback. */
    public static FaultProxy between(String host, int port) {
        return between(0, host, port);
    }

    /** A proxy for this server, on the given port of loopback. */
    public static FaultProxy between(int listenPort, String host, int port) {
        try {
            return new FaultProxy(listenPort, new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.address().getPort();
    }

    /** Where JDBC finds the database through the proxy. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The fault happens at the next opportunity, once. */
    public void inject(Fault fault) {
        inject(Rule.once(fault));
    }

    public void inject(Rule rule) {
        plan.add(rule);
    }

    /**
     * From now on each statement and each COMMIT may go wrong, with these probabilities. The n-th
     * COMMIT of all connections together meets the same fault for the same seed, and so does the
     * n-th statement.
     */
    public void chaos(long seed, Map<Fault, Double> probabilities) {
        plan.chaos(seed, probabilities);
    }

    /** The end of all faults: no rule, no chance, hearing and accepting again. */
    public void quiet() {
        plan.clear();
        hearAgain(Held.DELIVERED);
        accept();
    }

    /** Accepts connections and bytes from now on, and answers nothing. */
    public void deaf() {
        hearing.lose();
    }

    public void hearAgain(Held held) {
        if (held == Held.DROPPED) {
            cut();
        }
        hearing.restore();
    }

    /** Refuses new connections, as the machine of a stopped server does. */
    public void refuse() {
        door.shut();
    }

    public void accept() {
        door.open();
    }

    /** Closes every connection on the spot, as a server that is killed does. */
    public void cut() {
        connections.forEach(ProxiedConnection::cut);
    }

    /**
     * Ends the present connections with 57P01 as a node of CockroachDB does that is drained: idle
     * ones at once, others after their transaction. New ones are welcome, as at a load balancer
     * with other nodes behind it.
     */
    public void drain() {
        connections.forEach(ProxiedConnection::drain);
    }

    /** How often each fault has happened. */
    public Map<Fault, Long> injected() {
        return plan.injected();
    }

    public long injected(Fault fault) {
        return plan.injected().getOrDefault(fault, 0L);
    }

    /** The rules that have not yet fired as often as they shall; {@link #quiet()} forgets them. */
    public List<Rule> unfired() {
        return plan.unfired();
    }

    public boolean allFired() {
        return unfired().isEmpty();
    }

    /** Connections that have not ended yet. */
    public int connections() {
        return connections.size();
    }

    /**
     * Is told of every fault just before the client meets it, one after the other: it must be
     * quick, and must not call the proxy.
     */
    public void onInjection(Consumer<Injection> listener) {
        listeners.add(listener);
    }

    /** Leaves no thread and no socket. */
    @Override
    public void close() {
        try {
            door.close();
            cut();
            hearing.restore();
            for (ProxiedConnection connection : connections) {
                connection.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(Injection injection) {
        listeners.forEach(listener -> listener.accept(injection));
    }

    private void receive(Socket client) {
        try {
            ProxiedConnection connection =
                    new ProxiedConnection(
                            accepted.incrementAndGet(),
                            client,
                            target,
                            plan,
                            hearing,
                            connections::remove);
            connections.add(connection);
            connection.start();
        } catch (IOException e) {
            // The client had gone before it was let in.
        }
    }
}
