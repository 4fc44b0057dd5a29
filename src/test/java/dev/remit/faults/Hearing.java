package dev.remit.faults;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The gate at which every message in either direction waits while the proxy is deaf. */
final class Hearing {

    private final Lock lock = new ReentrantLock();
    private final Condition restored = lock.newCondition();
    private boolean deaf;

    void lose() {
        lock.lock();
        try {
            deaf = true;
        } finally {
            lock.unlock();
        }
    }

    void restore() {
        lock.lock();
        try {
            deaf = false;
            restored.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void await() {
        lock.lock();
        try {
            while (deaf) {
                restored.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
