package dev.remit.api.account;

import dev.remit.store.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All accounts together. */
@Schema(name = "Summary")
@RegisterForReflection
public record SummaryResponse(long count, BigInteger total) {

    static SummaryResponse from(Account.Summary summary) {
        return new SummaryResponse(summary.count(), summary.total());
    }
}
