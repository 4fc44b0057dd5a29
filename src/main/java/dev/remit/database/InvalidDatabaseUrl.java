package dev.remit.database;

/**
 * {@code DATABASE_URL} cannot be used as it is. The sentence never quotes the part that may hold a
 * password.
 */
public final class InvalidDatabaseUrl extends StartupFailure {

    InvalidDatabaseUrl(String sentence) {
        super(sentence);
    }
}
