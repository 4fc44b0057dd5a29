package dev.remit.load;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** All callers of a run, from the first request to the last answer. */
final class Traffic {

    private final ApiClient client;
    private final TransferPlan plan;
    private final TransferRequest request;
    private final TransferOutcomes outcomes;
    private final Measurements measurements = new Measurements();
    private final CompletableFuture<TrafficResult> result = new CompletableFuture<>();

    private boolean stopped;
    private boolean interrupted;
    private int connecting;
    private int calling;

    Traffic(
            ApiClient client,
            TransferPlan plan,
            TransferRequest request,
            TransferOutcomes outcomes) {
        this.client = client;
        this.plan = plan;
        this.request = request;
        this.outcomes = outcomes;
    }

    /** May be called from any thread; the result comes when every outstanding call has ended. */
    CompletableFuture<TrafficResult> start(LoadOptions options) {
        client.execute(() -> connect(options));
        return result;
    }

    /** Ends the traffic early. May be called from any thread. */
    void interrupt() {
        client.execute(
                () -> {
                    interrupted |= !stopped;
                    if (calling > 0) {
                        stop();
                    }
                });
    }

    Measurements measurements() {
        return measurements;
    }

    /** The clock starts when all connections are open: opening them is not what is measured. */
    private void connect(LoadOptions options) {
        connecting = options.callers();
        List<Caller> all = new ArrayList<>(connecting);
        for (int i = 0; i < options.callers(); i++) {
            ApiConnection connection = client.connection();
            all.add(new Caller(this, connection));
            connection
                    .connect()
                    .addListener(
                            done -> {
                                if (--connecting == 0) {
                                    client.execute(() -> call(all, options));
                                }
                            });
        }
    }

    private void call(List<Caller> callers, LoadOptions options) {
        calling = callers.size();
        boolean warmingUp = options.warmUp().isPositive();
        measurements.begin(warmingUp);
        if (interrupted) {
            stop();
        }
        if (warmingUp) {
            client.schedule(this::measure, options.warmUp());
        }
        client.schedule(this::stop, options.warmUp().plus(options.duration()));
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

    boolean isStopped() {
        return stopped;
    }

    int begin() {
        int number = outcomes.begin();
        if (outcomes.count() == TransferOutcomes.MOST_TRANSFERS) {
            stop();
        }
        return number;
    }

    ByteBuf request(Endpoint endpoint, int number) {
        return request.write(endpoint, number, plan.transfer(number));
    }

    void acknowledged(int number, long nanos) {
        outcomes.say(number, TransferOutcomes.Said.ACKNOWLEDGED);
        measurements.acknowledged(nanos);
    }

    void answered(int number, Problem problem) {
        if (problem.refuses()) {
            outcomes.say(number, TransferOutcomes.Said.REFUSED);
        }
        measurements.answered(problem);
    }

    void failed(Exception reason) {
        measurements.failed(reason);
    }

    void pause(Caller caller, Duration pause) {
        client.schedule(caller::next, pause);
    }

    void callerEnded() {
        if (--calling == 0) {
            result.complete(measurements.result(interrupted));
        }
    }
}
