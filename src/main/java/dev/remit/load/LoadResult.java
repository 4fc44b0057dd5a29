package dev.remit.load;

/**
 * @param books null if they were not checked, because the run was interrupted
 */
public record LoadResult(LoadOptions options, TrafficResult traffic, BookResult books) {}
