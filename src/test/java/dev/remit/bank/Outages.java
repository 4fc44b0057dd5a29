package dev.remit.bank;

import dev.remit.faults.FaultProxy;
import dev.remit.faults.FaultProxy.Held;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** From time to time the whole database goes away for a while, each time in another way. */
final class Outages {

    private static final int KINDS = 5;

    private final FaultProxy proxy;
    private final Random random;

    Outages(FaultProxy proxy, long seed) {
        this.proxy = proxy;
        this.random = new Random(seed);
    }

    /** Returns when the time is over and the last outage, too. */
    void happenFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (int i = random.nextInt(KINDS); System.nanoTime() < end; i++) {
            pause(500, 1000);
            happen(i % KINDS);
        }
    }

    private void happen(int kind) {
        switch (kind) {
            case 0 -> proxy.drain();
            case 1 -> proxy.cut();
            case 2 -> {
                proxy.refuse();
                proxy.cut();
                pause(250, 1000);
                proxy.accept();
            }
            case 3 -> {
                proxy.deaf();
                pause(250, 1000);
                proxy.hearAgain(Held.DELIVERED);
            }
            default -> {
                proxy.deaf();
                pause(250, 1000);
                proxy.hearAgain(Held.DROPPED);
            }
        }
    }

    private void pause(int least, int most) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(least, most));
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
