package dev.remit.api.transfer;

import dev.remit.api.PageQuery;
import dev.remit.api.Uuids;
import dev.remit.ledger.Transfer;
import dev.remit.store.Followed;
import dev.remit.store.Page;
import dev.remit.store.TransferRow.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of transfers, in whichever order they were asked for. */
@Schema(name = "TransferPage")
@RegisterForReflection
public record TransferPage(
        List<TransferResponse> items,
        @Schema(description = "Where the next page begins; null on the last page", nullable = true)
                String next) {

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})\\.(.{36})");

    static TransferPage of(Page<Followed, Place> page) {
        return new TransferPage(
                page.items().stream().map(TransferResponse::from).toList(),
                page.next() == null ? null : page.next().sequence() + "." + page.next().id());
    }

    /** Of those that have not ended yet. */
    static TransferPage ofHolds(Page<Transfer, UUID> page) {
        return new TransferPage(
                page.items().stream().map(TransferResponse::from).toList(),
                page.next() == null ? null : page.next().toString());
    }

    /**
     * @param next of another page; null for the first one
     */
    static Place place(String next) {
        if (next == null) {
            return null;
        }
        Matcher place = PLACE.matcher(next);
        return Uuids.parse(place.matches() ? place.group(2) : null)
                .map(id -> new Place(Long.parseLong(place.group(1)), id))
                .orElseThrow(() -> PageQuery.noCursor("before"));
    }
}
