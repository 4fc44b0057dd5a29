package dev.remit.api.stream;

/**
 * The entity of an answer that is not over when the resource has returned it. It begins when it is
 * to be written, and only then: who asks with HEAD, or is refused, costs nothing.
 */
public interface LiveAnswer {

    /** Begins to send. It returns at once. */
    void begin();
}
