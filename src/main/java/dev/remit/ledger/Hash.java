package dev.remit.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of the ledger. */
final class Hash {

    static final int BYTES = 32;

    private Hash() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
