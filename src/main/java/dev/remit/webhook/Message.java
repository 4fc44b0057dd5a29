package dev.remit.webhook;

/**
 * An event as it is sent.
 *
 * @param id of the event, by which receivers know one that comes again
 * @param body a CloudEvent in JSON
 */
public record Message(String id, byte[] body) {}
