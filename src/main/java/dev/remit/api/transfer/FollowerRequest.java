package dev.remit.api.transfer;

import dev.remit.api.IdempotencyKey;
import dev.remit.ledger.Command;
import java.util.UUID;

/** What is to follow a transfer. */
interface FollowerRequest {

    /** The idempotency key in the body; null if there is none. */
    UUID id();

    /**
     * @param transfer that is followed
     */
    Command command(UUID transfer, IdempotencyKey key);
}
