package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.isTerms;
import static dev.remit.audit.Tampering.rows;
import static dev.remit.audit.Tampering.terms;

import java.util.List;
import java.util.UUID;

/** What somebody did to what was agreed about accounts, and what an audit says of it. */
final class TamperedTerms {

    static final List<Tampering> FOUND =
            List.of(
                    terms("account", ANN, 1, STRANGER)
                            .finds(
                                    "account ANN: commit 9 changed its terms, but there are none",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of"),
                    terms("account", BOB, 1, STRANGER)
                            .finds(
                                    "account BOB: commit 14 changed its terms, but there are",
                                    "account BOB: its row has frozen = debits, but the commits",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of"),
                    terms("revision", ANN, 2, 3)
                            .finds(
                                    "account ANN: commit 9 changed its terms, but there are none",
                                    "account ANN: its row has not the name that it was given last",
                                    "account ANN: its row has overdraft = 150, but the commits",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of"),
                    terms("revision", ANN, 0, 7)
                            .finds(
                                    "commit 1: its hash is",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of"),
                    terms("name", ANN, 0, "Anna")
                            .finds("account ANN: it was opened with one name, and has another"),
                    terms("name", ANN, 2, "Anna")
                            .finds(
                                    "commit 9: its hash is",
                                    "account ANN: its row has not the name that it was given last"),
                    terms("name", BOB, 1, "Bob")
                            .finds(
                                    "commit 14: its hash is",
                                    "account BOB: its row has not the name that it was given last"),
                    terms("overdraft", ANN, 0, 101).finds("commit 1: its hash is"),
                    terms("overdraft", ANN, 0, null).finds("commit 1: its hash is"),
                    terms("overdraft", ANN, 1, -300)
                            .finds("account ANN: its terms of revision 1 cannot be: an"),
                    terms("overdraft", ANN, 1, 0)
                            .finds("account ANN: its terms of revision 1 cannot be: an"),
                    terms("overdraft", ANN, 2, 149)
                            .finds(
                                    "commit 9: its hash is",
                                    "account ANN: its row has overdraft = 150, but the commits"),
                    terms("overdraft", ANN, 2, 10)
                            .finds(
                                    "commit 9: its hash is",
                                    "account ANN: commit 13 spent or held 95 more of it than",
                                    "account ANN: its row has overdraft = 150, but the commits"),
                    terms("overdraft", ANN, 2, null)
                            .finds(
                                    "commit 9: its hash is",
                                    "account ANN: commit 13 spent or held 105 more of it than",
                                    "account ANN: its row has overdraft = 150, but the commits"),
                    terms("frozen", BOB, 1, null)
                            .finds(
                                    "commit 14: its hash is",
                                    "account BOB: its row has frozen = debits, but the commits"),
                    terms("frozen", BOB, 1, "all")
                            .finds(
                                    "commit 14: its hash is",
                                    "account BOB: its row has frozen = debits, but the commits"),
                    terms("frozen", BOB, 1, "solid")
                            .finds(
                                    "account BOB: its terms of revision 1 cannot be: not frozen",
                                    "account BOB: its row has frozen = debits, but the commits"),
                    terms("frozen", ANN, 1, "credits").finds("commit 9: its hash is"),
                    terms("frozen", ANN, 2, "all")
                            .finds(
                                    "commit 9: its hash is",
                                    "account ANN: it was frozen when commit 12 posted the",
                                    "account ANN: it was frozen when commit 13 posted the",
                                    "account ANN: its row has frozen = null, but the commits"),
                    terms("metadata", ANN, 0, "{\"tier\":\"silver\"}")
                            .finds("commit 1: its hash is"),
                    terms("metadata", ANN, 0, null).finds("commit 1: its hash is"),
                    terms("metadata", ANN, 2, "{\"tier\":\"gold\"}")
                            .finds(
                                    "commit 9: its hash is",
                                    "account ANN: its row has not the metadata that it was given"),
                    terms("sequence", ANN, 1, 10)
                            .finds("account ANN: its terms of revision 1 have the sequence 10,"),
                    terms("sequence", ANN, 0, null)
                            .finds("account ANN: its terms of revision 0 have the sequence"),
                    terms("committed_at", BOB, 1, time(13))
                            .finds("account BOB: its terms of revision 1 are dated"),
                    terms("committed_at", BOB, 1, null)
                            .finds("account BOB: its terms of revision 1 are dated unknown, but"),
                    rows(
                                    "account_terms row of an opening deleted",
                                    "DELETE FROM account_terms WHERE " + isTerms(ANN, 0))
                            .finds("commit 1: its hash is"),
                    rows(
                                    "account_terms row deleted",
                                    "DELETE FROM account_terms WHERE " + isTerms(ANN, 1))
                            .finds("account ANN: commit 9 changed its terms, but there are none"),
                    rows(
                                    "last account_terms row deleted",
                                    "DELETE FROM account_terms WHERE " + isTerms(BOB, 1))
                            .finds(
                                    "account BOB: commit 14 changed its terms, but there are",
                                    "account BOB: its row has frozen = debits, but the commits"),
                    rows("account_terms row added", add(CID, 1, "frozen", "all"))
                            .finds("account_terms: it has 5 rows, but the commits lead to 4 of"),
                    rows("account_terms row of a change to come added", add(BOB, 2, "name", "Bob"))
                            .finds("account_terms: it has 5 rows, but the commits lead to 4 of"),
                    rows("account_terms row of an opening added", add(CID, 0, "name", "Cid"))
                            .finds("account CID: it has terms of revision 0, but there is"),
                    rows(
                                    "account_terms row of an opening with terms added",
                                    add(CID, 0, "metadata", "{\"a\":\"b\"}"))
                            .finds(
                                    "account CID: it was opened with one name, and has another",
                                    "commit 1: its hash is",
                                    "account CID: its row has not the name that it was given last",
                                    "account CID: its row has not the metadata that it was given"),
                    rows(
                                    "account_terms rows swapped",
                                    "UPDATE account_terms SET revision = 10 - revision WHERE account = '%1$s' AND revision > 0; UPDATE account_terms SET revision = revision - 7 WHERE account = '%1$s' AND revision > 7"
                                            .formatted(ANN))
                            .finds(
                                    "commit 9: its hash is",
                                    "account ANN: its row has not the name that it was given last",
                                    "account ANN: its row has not the metadata that it was given",
                                    "account ANN: its row has overdraft = 150, but the commits"));

    private TamperedTerms() {}

    private static String add(UUID account, int revision, String column, String value) {
        return "INSERT INTO account_terms (account, revision, %s, sequence, committed_at) VALUES ('%s', %d, '%s', 1, '%s')"
                .formatted(column, account, revision, value, time(1));
    }
}
