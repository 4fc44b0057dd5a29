package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.ANNS_OPENING;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.EVE;
import static dev.remit.audit.SampleBooks.ZOE;
import static dev.remit.audit.SampleBooks.ZOES_CLOSING;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.SUM;
import static dev.remit.audit.Tampering.copy;
import static dev.remit.audit.Tampering.id;
import static dev.remit.audit.Tampering.of;
import static dev.remit.audit.Tampering.posting;
import static dev.remit.audit.Tampering.statement;

import java.util.List;

/** What somebody did to the journal, and what an audit says of it. */
final class TamperedTransfers {

    static final List<Tampering> FOUND =
            List.of(
                    posting("from_account", 2, EVE)
                            .finds(
                                    of(ANN, "there is nothing between its versions 1 (transfer"),
                                    of(EVE, "its journal begins with version 2 (transfer 000"),
                                    of(EVE, "its row has version 0, but its journal ends with"),
                                    of(EVE, "its row has a balance of 0, but its journal ends"),
                                    of(EVE, "opened 2026-01-01T00:00:01Z and last posted to")),
                    posting("from_account", 2, null)
                            .finds(
                                    SUM,
                                    of(2, "its row lacks a value, or half of a side"),
                                    of(ANN, "there is nothing between its versions 1 (transfer")),
                    posting("from_balance", 2, 801)
                            .finds(
                                    of(ANN, "its balance after version 2 (transfer 00000000-000"),
                                    of(ANN, "its balance after version 3 (transfer 00000000-000")),
                    posting("from_version", 2, 20)
                            .finds(
                                    of(ANN, "there is nothing between its versions 1 (transfer"),
                                    of(ANN, "there is nothing between its versions 7 (transfer"),
                                    of(ANN, "its version 20 (transfer 00000000-0000-0000-0000-0"),
                                    of(ANN, "its row has version 7, but its journal ends with v"),
                                    of(ANN, "its row has a balance of 710, but its journal ends"),
                                    of(ANN, "opened 2026-01-01T00:00:01Z and last posted to 202")),
                    posting("from_version", 3, 2)
                            .finds(
                                    of(ANN, "transfers 00000000-0000-0000-0000-000000000002 and"),
                                    of(ANN, "there is nothing between its versions 2 (transfer")),
                    posting("to_account", 2, EVE)
                            .finds(
                                    of(BOB, "its journal begins with version 2 (transfer 0000"),
                                    of(EVE, "its row has version 0, but its journal ends with"),
                                    of(EVE, "its row has a balance of 0, but its journal ends"),
                                    of(EVE, "opened 2026-01-01T00:00:01Z and last posted to")),
                    posting("to_account", 2, ANN)
                            .finds(
                                    of(2, "it goes from account " + ANN + " to itself"),
                                    of(ANN, "transfers "),
                                    of(BOB, "its journal begins with version 2 (transfer 0000")),
                    posting("to_balance", 2, 201)
                            .finds(
                                    of(BOB, "its balance after version 1 (transfer 00000000-000"),
                                    of(BOB, "its balance after version 2 (transfer 00000000-000")),
                    posting("to_version", 10, 8)
                            .finds(
                                    of(ANN, "there is nothing between its versions 6 (transfer"),
                                    of(ANN, "its row has version 7, but its journal ends with v")),
                    posting("to_version", 2, 0)
                            .finds(
                                    of(BOB, "its journal begins with version 0 (transfer 0000"),
                                    of(BOB, "there is nothing between its versions 0 (transfer")),
                    posting("amount", 2, 201)
                            .finds(
                                    of(ANN, "its balance after version 2 (transfer 00000000-000"),
                                    of(BOB, "its balance after version 1 (transfer 00000000-000")),
                    posting("amount", 5, 26)
                            .finds(SUM, of(ANN, "its balance after version 5 (transfer 00000000")),
                    posting("amount", 6, -10)
                            .finds(
                                    SUM,
                                    of(6, "its amount is -10, not 1 to 9007199254740991"),
                                    of(BOB, "its balance after version 3 (transfer 00000000-000")),
                    posting("amount", 4, null)
                            .finds(
                                    of(4, "its row lacks a value, or half of a side"),
                                    of(ANN, "there is nothing between its versions 3 (transfer"),
                                    of(BOB, "there is nothing between its versions 1 (transfer")),
                    posting("created_at", 4, time(1))
                            .finds(
                                    of(ANN, "its version 4 (transfer 00000000-0000-0000-0000-00"),
                                    of(BOB, "its version 2 (transfer 00000000-0000-0000-0000-00")),
                    posting("created_at", 10, time(20))
                            .finds(
                                    of(ANN, "opened 2026-01-01T00:00:01Z and last posted to 202"),
                                    of(BOB, "opened 2026-01-01T00:00:01Z and last posted to 202")),
                    statement(
                                    "transfers.created_at of an opening",
                                    "UPDATE transfers SET created_at = '%s' WHERE id = '%s'"
                                            .formatted(time(0), ANNS_OPENING))
                            .finds(of(ANN, "opened 2026-01-01T00:00:01Z with transfer ")),
                    statement("transfers row deleted", "DELETE FROM transfers WHERE " + id(4))
                            .finds(
                                    of(ANN, "there is nothing between its versions 3 (transfer"),
                                    of(BOB, "there is nothing between its versions 1 (transfer")),
                    statement("last transfers row deleted", "DELETE FROM transfers WHERE " + id(10))
                            .finds(
                                    of(ANN, "its row has version 7, but its journal ends with"),
                                    of(ANN, "its row has a balance of 710, but its journal ends"),
                                    of(ANN, "opened 2026-01-01T00:00:01Z and last posted to 202"),
                                    of(BOB, "its row has version 4, but its journal ends with"),
                                    of(BOB, "its row has a balance of 135, but its journal ends"),
                                    of(BOB, "opened 2026-01-01T00:00:01Z and last posted to 202")),
                    statement(
                                    "last transfers row of a closed account deleted",
                                    "DELETE FROM transfers WHERE id = '" + ZOES_CLOSING + "'")
                            .finds(SUM, of(ZOE, "it has no row, as if it had been closed, but a")),
                    statement("transfers row duplicated", copy(STRANGER, 4))
                            .finds(
                                    of(ANN, "transfers 00000000-0000-0000-0000-000000000004 and"),
                                    of(BOB, "transfers 00000000-0000-0000-0000-000000000004 and")),
                    statement(
                                    "transfers row inserted",
                                    "INSERT INTO transfers (id, to_account, to_balance, to_version, amount, created_at) VALUES ('%s', '%s', 10, 1, 10, '%s')"
                                            .formatted(STRANGER, EVE, time(5)))
                            .finds(
                                    SUM,
                                    of(EVE, "its row has version 0, but its journal ends with"),
                                    of(EVE, "its row has a balance of 0, but its journal ends"),
                                    of(EVE, "opened 2026-01-01T00:00:01Z and last posted to")));

    private TamperedTransfers() {}
}
