package dev.remit.api.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.api.account.AccountResponse;
import dev.remit.api.transfer.TransferResponse;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Account;
import dev.remit.store.Followed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * All that is known of a transfer.
 *
 * @param summary for people
 * @param from as it is now; null if there is none any more
 * @param to as {@code from}
 * @param concerned the hold that it settles, or the transfer that it reverses; null if it stands
 *     for itself
 * @param followers what has settled or reversed it, the last ones first
 */
@RegisterForReflection
record Explanation(
        String summary,
        TransferResponse transfer,
        AccountResponse from,
        AccountResponse to,
        TransferResponse concerned,
        List<TransferResponse> followers,
        Commit commit) {

    /**
     * @param actor who asked for it; absent if nobody was named, or this caller may not know
     */
    @RegisterForReflection
    record Commit(
            long sequence,
            Instant committedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String actor) {}

    /**
     * @param from null if there is none any more, as {@code to}
     * @param concerned null if it stands for itself
     */
    static Explanation of(
            Followed followed, Followed concerned, Account from, Account to, String actor) {
        Transfer transfer = followed.transfer();
        return new Explanation(
                new Sentence(followed, from, to).toString(),
                TransferResponse.from(followed),
                from == null ? null : AccountResponse.from(from),
                to == null ? null : AccountResponse.from(to),
                concerned == null ? null : TransferResponse.from(concerned),
                followed.followers().stream().map(TransferResponse::from).toList(),
                new Commit(transfer.sequence(), Micros.instant(transfer.createdAt()), actor));
    }
}
