package dev.remit.api.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an event has done to an account. */
final class AccountData {

    private AccountData() {}

    /** As it was then; an opening balance is an event of its own. */
    @Schema(name = "OpenedAccount")
    @RegisterForReflection
    public record Opened(
            UUID id,
            @Schema(nullable = true, examples = "Alice") String name,
            @Schema(examples = "USD") String currency,
            @Schema(
                            description = "How many digits of an amount are behind the point",
                            examples = "2")
                    int minorUnits,
            @Schema(description = "UTC, with microseconds") Instant createdAt,
            @Schema(
                            description = "How far below zero its balance may go, in minor units",
                            examples = "0")
                    long overdraft,
            @Schema(
                            description = "Which way no money moves",
                            enumeration = {"none", "debits", "credits", "all"})
                    String frozen,
            @Schema(ref = "Metadata") @JsonRawValue String metadata) {

        static Opened of(Event.Opened opened, Instant time) {
            Currency currency = Currency.parse(opened.currency());
            return new Opened(
                    opened.account(),
                    opened.terms().name(),
                    currency.code(),
                    currency.minorUnits(),
                    time,
                    opened.terms().overdraft(),
                    opened.terms().frozen().text(),
                    SmallMetadata.Texts.shown(opened.terms().metadata()));
        }
    }

    /** All of its terms as they were from then on, not only what has changed. */
    @Schema(name = "ChangedAccount")
    @RegisterForReflection
    public record Changed(
            UUID id,
            @Schema(description = "How often its terms had been changed then", examples = "1")
                    long revision,
            @Schema(nullable = true, examples = "Alice") String name,
            @Schema(
                            description = "How far below zero its balance may go, in minor units",
                            examples = "500")
                    long overdraft,
            @Schema(
                            description = "Which way no money moves",
                            enumeration = {"none", "debits", "credits", "all"})
                    String frozen,
            @Schema(ref = "Metadata") @JsonRawValue String metadata) {

        static Changed of(Event.Changed changed) {
            return new Changed(
                    changed.account(),
                    changed.revision(),
                    changed.terms().name(),
                    changed.terms().overdraft(),
                    changed.terms().frozen().text(),
                    SmallMetadata.Texts.shown(changed.terms().metadata()));
        }
    }

    /** What was left was paid out before, by an event of its own. */
    @Schema(name = "ClosedAccount")
    @RegisterForReflection
    public record Closed(
            UUID id,
            @Schema(description = "How many postings it has seen", examples = "4") long version) {}
}
