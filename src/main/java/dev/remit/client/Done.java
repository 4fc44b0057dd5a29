package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was done, or would be.
 *
 * @param document missing if there is none
 * @param replayed whether it had been done before this call, with the same id
 */
public record Done(JsonNode document, boolean replayed) {}
