package dev.remit.webhook;

/** An address is none that may be called. Which one it is, is not told: it may be a secret. */
public final class AddressRefused extends Exception {

    AddressRefused() {
        super("The address is none that may be called.", null, false, false);
    }
}
