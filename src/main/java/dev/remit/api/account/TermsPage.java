package dev.remit.api.account;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Terms;
import dev.remit.store.Page;
import dev.remit.store.TermsRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what an account's terms have been, newest first. */
@Schema(name = "TermsPage")
@RegisterForReflection
public record TermsPage(
        List<Item> items,
        @Schema(description = "To be given as before; null on the last page", nullable = true)
                String next) {

    /** All of an account's terms from a time on. */
    @Schema(name = "Terms")
    @RegisterForReflection
    public record Item(
            @Schema(
                            description = "How often they had been changed then; 0 at the opening",
                            examples = "1")
                    long revision,
            @Schema(nullable = true, examples = "Alice") String name,
            @Schema(
                            description = "How far below zero the balance might go, in minor units",
                            examples = "500")
                    long overdraft,
            @Schema(
                            description = "Which way no money moved",
                            enumeration = {"none", "debits", "credits", "all"})
                    String frozen,
            @Schema(ref = "Metadata") @JsonRawValue String metadata,
            @Schema(description = "Of the commit that changed them", examples = "7") long sequence,
            @Schema(description = "UTC, with microseconds") Instant changedAt) {

        private static Item of(TermsRow row) {
            Terms terms = row.terms();
            return new Item(
                    row.revision,
                    terms.name(),
                    terms.overdraft(),
                    terms.frozen().text(),
                    SmallMetadata.Texts.shown(terms.metadata()),
                    row.sequence,
                    row.committedAt);
        }
    }

    static TermsPage of(Page<TermsRow, Long> page) {
        return new TermsPage(
                page.items().stream().map(Item::of).toList(),
                page.next() == null ? null : page.next().toString());
    }
}
