package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.Tampering.account;

import java.util.List;

/** What somebody did to what is agreed about accounts now, and what an audit says of it. */
final class TamperedStandings {

    static final List<Tampering> FOUND =
            List.of(
                    account("held", ANN, 199)
                            .finds("account ANN: its row has held = 199, but the commits make"),
                    account("held", ANN, null)
                            .finds("account ANN: its row has held = 0, but the commits make it"),
                    account("held", CID, 1)
                            .finds("account CID: its row has held = 1, but the commits make it 0"),
                    account("overdraft", ANN, 15000)
                            .finds("account ANN: its row has overdraft = 15000, but the commits"),
                    account("overdraft", ANN, null)
                            .finds("account ANN: its row has overdraft = 0, but the commits"),
                    account("overdraft", CID, 1)
                            .finds("account CID: its row has overdraft = 1, but the commits"),
                    account("frozen", BOB, null)
                            .finds("account BOB: its row has frozen = null, but the commits"),
                    account("frozen", BOB, "all")
                            .finds("account BOB: its row has frozen = all, but the commits make"),
                    account("frozen", ANN, "none")
                            .finds("account ANN: its row has frozen = none, but the commits"),
                    account("metadata", ANN, "{\"tier\":\"gold\"}")
                            .finds("account ANN: its row has not the metadata that it was given"),
                    account("metadata", CID, "{}")
                            .finds("account CID: its row has not the metadata that it was given"),
                    account("revision", ANN, 1)
                            .finds(
                                    "account ANN: its row has not the name that it was given last",
                                    "account ANN: its row has not the metadata that it was given",
                                    "account ANN: its row has revision = 1, but the commits make"),
                    account("revision", ANN, null)
                            .finds(
                                    "account ANN: its row has not the name that it was given last",
                                    "account ANN: its row has not the metadata that it was given",
                                    "account ANN: its row has revision = 0, but the commits make"),
                    account("revision", BOB, 2)
                            .finds("account BOB: its row has revision = 2, but the commits make"),
                    account("revision", CID, 1)
                            .finds("account CID: its row has revision = 1, but the commits make"),
                    account("name", ANN, "Ann")
                            .finds("account ANN: its row has not the name that it was given last"),
                    account("name", BOB, "Bob")
                            .finds("account BOB: its row has not the name that it was given last"));

    private TamperedStandings() {}
}
