package dev.remit.load;

import io.netty.buffer.ByteBuf;
import java.time.Duration;

/** Sends one transfer after the other, the next when the one before is answered. */
final class Caller implements ApiConnection.Receiver {

    /**
     * After a 5xx or a broken connection, so that a service in trouble is not hammered. Shorter
     * than any {@code Retry-After}, which is in seconds: callers that all sleep measure nothing.
     */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Traffic traffic;
    private final ApiConnection connection;

    private int number;
    private long sentAt;

    Caller(Traffic traffic, ApiConnection connection) {
        this.traffic = traffic;
        this.connection = connection;
    }

    void next() {
        if (traffic.isStopped()) {
            traffic.callerEnded();
            return;
        }
        number = traffic.begin();
        ByteBuf request = traffic.request(connection.endpoint(), number);
        sentAt = System.nanoTime();
        connection.send(request, this);
    }

    @Override
    public boolean wantsBody(int status) {
        return !isSuccess(status);
    }

    @Override
    public void answered(int status, ByteBuf body) {
        if (isSuccess(status)) {
            traffic.acknowledged(number, System.nanoTime() - sentAt);
            next();
            return;
        }
        traffic.answered(number, Problem.read(status, body));
        if (status >= 500) {
            traffic.pause(this, PAUSE);
        } else {
            next();
        }
    }

    @Override
    public void failed(Exception reason) {
        traffic.failed(reason);
        traffic.pause(this, PAUSE);
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }
}
