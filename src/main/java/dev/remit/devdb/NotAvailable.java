package dev.remit.devdb;

/**
 * This kind of database cannot be had here; the message is the reason, as the end of a sentence.
 */
final class NotAvailable extends Exception {

    NotAvailable(String reason) {
        super(reason);
    }
}
