package dev.remit.commit;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests that wait for their commit, in order of arrival. Only whoever takes or removes one
 * may answer its caller.
 */
final class RequestQueue {

    private final int capacity;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

    /** Of all requests. */
    private final AtomicInteger commands = new AtomicInteger();

    /** What is found when everything has been taken that was there before the end. */
    private final Waiting end = new Waiting(null, 0);

    /**
     * @param capacity how many commands may wait
     */
    RequestQueue(int capacity) {
        this.capacity = capacity;
    }

    /**
     * A request that is larger than the whole queue gets in when nothing else is there.
     *
     * @return whether there was room for it
     */
    boolean add(Waiting request) {
        int before = commands.getAndAdd(request.size());
        if (before > 0 && before + request.size() > capacity) {
            commands.addAndGet(-request.size());
            return false;
        }
        try {
            queue.add(request);
        } catch (Throwable notAdded) {
            commands.addAndGet(-request.size());
            throw notAdded;
        }
        return true;
    }

    /** How many commands wait. */
    int commands() {
        return commands.get();
    }

    /** Whoever takes finds the end behind what is there now. */
    void end() {
        queue.add(end);
    }

    /**
     * Waits for a first request and takes whatever else is there by then.
     *
     * @param room for how many commands there is; a first request that has more comes alone
     * @param taken gets them
     * @return whether there was one: not at the end
     */
    boolean take(int room, List<Waiting> taken) throws InterruptedException {
        Waiting first = queue.take();
        if (first == end) {
            return false;
        }
        taken.add(first);
        commands.addAndGet(-first.size());
        poll(room - first.size(), taken);
        return true;
    }

    /**
     * Takes what is there, as far as there is room for the commands of it.
     *
     * @param taken gets them, each before it is gone from here: whatever fails, somebody has it
     */
    void poll(int room, List<Waiting> taken) {
        int left = room;
        for (Waiting next = oldest(); next != null && next.size() <= left; next = oldest()) {
            taken.add(next);
            if (remove(next)) {
                left -= next.size();
            } else {
                // Somebody was faster.
                taken.removeLast();
            }
        }
    }

    /** Null if nothing waits. */
    Waiting oldest() {
        Waiting head = queue.peek();
        return head == end ? null : head;
    }

    /**
     * @return whether it was there
     */
    boolean remove(Waiting request) {
        boolean removed = queue.remove(request);
        if (removed) {
            commands.addAndGet(-request.size());
        }
        return removed;
    }
}
