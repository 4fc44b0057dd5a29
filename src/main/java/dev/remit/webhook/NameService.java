package dev.remit.webhook;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host; a test may put another in its place. */
interface NameService {

    InetAddress[] addresses(String host) throws UnknownHostException;

    /** The one that the machine asks. */
    class OfTheMachine {

        @Produces
        @Singleton
        NameService names() {
            return InetAddress::getAllByName;
        }
    }
}
