package dev.remit.api.ledger;

import dev.remit.ledger.Head;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of the ledger's history. */
@Schema(name = "Ledger")
@RegisterForReflection
public record HeadResponse(
        @Schema(description = "How many commits there have been", minimum = "0", examples = "3")
                long sequence,
        @Schema(
                        description =
                                "SHA-256 of everything up to here, as 64 hexadecimal digits; zeros before the first commit",
                        pattern = "^[0-9a-f]{64}$")
                String hash,
        @Schema(
                        description =
                                "Of the last commit, in UTC, with microseconds; null before the first one",
                        nullable = true)
                Instant committedAt) {

    static HeadResponse from(Head head) {
        return new HeadResponse(
                head.sequence(), HexFormat.of().formatHex(head.hash()), head.time());
    }
}
