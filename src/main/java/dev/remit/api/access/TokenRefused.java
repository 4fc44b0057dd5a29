package dev.remit.api.access;

/** A token that lets nobody in. The sentence is for whoever sent it. */
final class TokenRefused extends Exception {

    TokenRefused(String sentence) {
        // Foreseen, so nobody needs to know where it was thrown.
        super(sentence, null, false, false);
    }
}
