package dev.remit.bulk;

import dev.remit.ledger.Command;

/**
 * What a row asks for, or why nobody can tell.
 *
 * @param line on which it begins, from 1
 * @param command null if there is a refusal
 * @param refusal null if there is a command
 */
record Row(long line, Command command, String refusal) {

    boolean isRefused() {
        return refusal != null;
    }
}
