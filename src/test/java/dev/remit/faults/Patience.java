package dev.remit.faults;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The waits of one connection, after which it goes on only if it was not cut meanwhile. */
final class Patience {

    private final Hearing hearing;
    private final CountDownLatch cut = new CountDownLatch(1);

    Patience(Hearing hearing) {
        this.hearing = hearing;
    }

    /** Ends every pause at once, and the wait for hearing as soon as hearing is restored. */
    void end() {
        cut.countDown();
    }

    void awaitHearing() throws IOException {
        hearing.await();
        if (cut.getCount() == 0) {
            throw new SocketException("connection was cut");
        }
    }

    /** A server's end, too, is not heard of while the proxy is deaf. */
    void awaitHearingOfTheEnd() {
        hearing.await();
    }

    void pause(Duration duration) throws IOException {
        try {
            if (cut.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketException("connection was cut");
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
