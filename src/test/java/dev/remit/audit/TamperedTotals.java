package dev.remit.audit;

import static dev.remit.audit.Tampering.rows;
import static dev.remit.audit.Tampering.total;

import java.util.List;

/** What somebody did to what all accounts are said to hold, and what an audit says of it. */
final class TamperedTotals {

    static final List<Tampering> FOUND =
            List.of(
                    total("currency", 5, "CHF")
                            .finds(
                                    "totals of USD: there is no row of commit 5, which changed them",
                                    "totals: it has 6 rows, but the commits lead to 5 of them"),
                    total("sequence", 5, 4)
                            .finds(
                                    "totals of USD: there is a row of commit 4, which did not",
                                    "totals of USD: there is no row of commit 5, which changed them"),
                    total("accounts", 7, 4)
                            .finds("totals of USD: the row of commit 7 has 4 accounts that hold"),
                    total("accounts", 7, null)
                            .finds("totals of USD: the row of commit 7 has null accounts that"),
                    total("total", 1, 1801)
                            .finds(
                                    "totals of USD: the row of commit 1 has 5 accounts that hold 1801"),
                    total("total", 1, "1800.5")
                            .finds(
                                    "totals of USD: the row of commit 1 has 5 accounts that hold 1800"),
                    total("total", 5, null)
                            .finds(
                                    "totals of USD: the row of commit 5 has 5 accounts that hold null"),
                    rows("totals row deleted", "DELETE FROM totals WHERE sequence = 9")
                            .finds(
                                    "totals of EUR: there is no row of commit 9, which changed them"),
                    rows("totals row added", "INSERT INTO totals VALUES ('USD', 2, 5, 1800)")
                            .finds("totals of USD: there is a row of commit 2, which did not"),
                    rows(
                                    "totals row of a commit that is not there added",
                                    "INSERT INTO totals VALUES ('USD', 11, 5, 1800)")
                            .finds("totals: it has 7 rows, but the commits lead to 6 of them"));

    private TamperedTotals() {}
}
