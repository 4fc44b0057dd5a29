package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.SampleBooks.transfer;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.hold;
import static dev.remit.audit.Tampering.rows;

import java.util.List;
import java.util.UUID;

/** What somebody did to the holds that are open, and what an audit says of it. */
final class TamperedHolds {

    static final List<Tampering> FOUND =
            List.of(
                    hold("id", 2, STRANGER)
                            .finds(
                                    "hold STRANGER: it has a row, but is not open",
                                    "hold of 2: it is open, but has no row"),
                    hold("account", 2, BOB)
                            .finds("hold of 2: its row says that it is on account BOB until"),
                    hold("account", 2, null)
                            .finds("hold of 2: its row says that it is on account null until"),
                    hold("expires_at", 2, time(2))
                            .finds("hold of 2: its row says that it is on account ANN until"),
                    hold("expires_at", 2, null)
                            .finds("hold of 2: its row says that it is on account ANN until"),
                    hold("expires_at", 2, "infinity")
                            .finds("hold of 2: its row says that it is on account ANN until"),
                    rows("holds row deleted", "DELETE FROM holds")
                            .finds("hold of 2: it is open, but has no row"),
                    rows("holds row of a hold that has ended added", add(transfer(5), CID))
                            .finds("hold of 5: it has a row, but is not open"),
                    rows("holds row of a posting added", add(transfer(13), ANN))
                            .finds("hold of 13: it has a row, but is not open"),
                    rows("holds row added", add(STRANGER, ANN))
                            .finds("hold STRANGER: it has a row, but is not open"));

    private TamperedHolds() {}

    private static String add(UUID id, UUID account) {
        return "INSERT INTO holds (id, account) VALUES ('%s', '%s')".formatted(id, account);
    }
}
