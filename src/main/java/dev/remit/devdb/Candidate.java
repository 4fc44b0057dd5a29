package dev.remit.devdb;

/**
 * A kind of database that may be there.
 *
 * @param name the value of {@code remit.devdb} that forces it
 * @param description for the log
 */
record Candidate(String name, String description, Starter starter) {

    @FunctionalInterface
    interface Starter {
        DevServer start() throws NotAvailable;
    }
}
