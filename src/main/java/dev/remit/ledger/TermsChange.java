package dev.remit.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What of an account's terms is to be another: what is null stays as it is.
 *
 * @param name an empty one takes the name away
 * @param overdraft minor units
 * @param clearsMetadata whether what was attached before goes first
 * @param metadata what is attached; of a name without a text, what was attached goes
 */
public record TermsChange(
        Optional<String> name,
        Long overdraft,
        Frozen frozen,
        boolean clearsMetadata,
        Map<String, String> metadata) {

    Terms apply(Terms before) {
        return new Terms(
                name == null ? before.name() : name.orElse(null),
                overdraft == null ? before.overdraft() : overdraft,
                frozen == null ? before.frozen() : frozen,
                Metadata.text(merged(clearsMetadata ? null : before.metadata())));
    }

    private SortedMap<String, String> merged(String before) {
        SortedMap<String, String> merged = Metadata.entries(before);
        metadata.forEach(
                (key, text) -> {
                    if (text == null) {
                        merged.remove(key);
                    } else {
                        merged.put(key, text);
                    }
                });
        return merged;
    }
}
