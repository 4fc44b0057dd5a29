package dev.remit.load;

import dev.remit.client.Problem;
import dev.remit.load.TransferOutcomes.Said;
import dev.remit.load.TransferPlan.Transfer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * All callers of a run, from the first request to the last answer, on one thread. Requests are
 * written as bytes and Netty's decoder reads the answers: measured against Vert.x's client, half of
 * the CPU time per request, and what the generator uses is missing to what it measures.
 */
final class Traffic implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int SWEEP_MILLIS = 100;

    private final NioEventLoopGroup group = new NioEventLoopGroup(1);
    private final EventLoop loop = group.next();
    private final Bootstrap bootstrap = new Bootstrap();
    private final LoadOptions options;
    private final TransferPlan plan;
    private final TransferOutcomes outcomes;
    private final Measurements measurements;
    private final List<Caller> callers = new ArrayList<>();
    private final CompletableFuture<TrafficResult> result = new CompletableFuture<>();

    private boolean stopped;
    private boolean interrupted;
    private int connecting;
    private int calling;

    Traffic(
            LoadOptions options,
            List<Endpoint> endpoints,
            TransferPlan plan,
            TransferOutcomes outcomes) {
        this.options = options;
        this.plan = plan;
        this.outcomes = outcomes;
        measurements = new Measurements(endpoints.size());
        bootstrap
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
        for (int i = 0; i < options.callers(); i++) {
            callers.add(new Caller(this, endpoints.get(i % endpoints.size())));
        }
    }

    /** May be called from any thread; the result comes when every outstanding call has ended. */
    CompletableFuture<TrafficResult> start() {
        loop.execute(guarded(this::connect));
        loop.scheduleAtFixedRate(
                guarded(this::expire), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        return result;
    }

    /** Ends the traffic early. May be called from any thread. */
    void interrupt() {
        loop.execute(
                () -> {
                    interrupted |= !stopped;
                    if (calling > 0) {
                        stop();
                    }
                });
    }

    /** May be called from any thread. */
    String progress() {
        return measurements.progress();
    }

    /** The clock starts when all connections are open: opening them is not what is measured. */
    private void connect() {
        connecting = callers.size();
        for (Caller caller : callers) {
            caller.connect()
                    .addListener(
                            done -> {
                                if (--connecting == 0) {
                                    loop.execute(guarded(this::call));
                                }
                            });
        }
    }

    private void call() {
        calling = callers.size();
        boolean warmingUp = options.warmUp().isPositive();
        measurements.begin(warmingUp);
        if (interrupted) {
            stop();
        }
        if (warmingUp) {
            schedule(this::measure, options.warmUp());
        }
        schedule(this::stop, options.warmUp().plus(options.duration()));
        callers.forEach(Caller::next);
    }

    private void measure() {
        if (!stopped) {
            measurements.measure();
        }
    }

    private void stop() {
        if (!stopped) {
            stopped = true;
            measurements.stop();
        }
    }

    private void expire() {
        long sentBefore = System.nanoTime() - options.timeout().toNanos();
        callers.forEach(caller -> caller.expire(sentBefore));
    }

    ChannelFuture connect(Caller caller, SocketAddress address) {
        return bootstrap.clone().handler(caller).connect(address);
    }

    boolean isStopped() {
        return stopped;
    }

    /** The number of a new transfer. */
    int begin() {
        int number = outcomes.begin();
        if (outcomes.count() == TransferOutcomes.MOST_TRANSFERS) {
            stop();
        }
        return number;
    }

    Transfer transfer(int number) {
        return plan.transfer(number);
    }

    void acknowledged(int number, Endpoint endpoint, long nanos) {
        outcomes.say(number, Said.ACKNOWLEDGED);
        measurements.acknowledged(endpoint.number(), nanos);
    }

    void answered(int number, Problem problem) {
        if (problem.isWithoutEffect()) {
            outcomes.say(number, Said.REFUSED);
        }
        measurements.answered(problem);
    }

    void failed(Exception reason) {
        measurements.failed(reason);
    }

    void callerEnded() {
        if (--calling == 0) {
            result.complete(measurements.result(interrupted));
        }
    }

    void schedule(Runnable task, Duration delay) {
        loop.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something threw on the event loop, where nobody would see it. */
    void crash(Throwable cause) {
        result.completeExceptionally(cause);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                crash(e);
            }
        };
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
