package dev.remit.cli.demo;

/** A walk cannot go on; the message is one sentence for whoever started it. */
public class StepRefused extends RuntimeException {

    StepRefused(String message) {
        super(message, null, false, false);
    }
}
