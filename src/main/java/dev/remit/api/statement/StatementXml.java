package dev.remit.api.statement;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.ledger.Currency;
import dev.remit.ledger.DerivedId;
import dev.remit.ledger.Kind;
import dev.remit.store.Statement;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A statement as banks send it: a message camt.053 of ISO 20022, in the version that most of them
 * use. It has room for less than we know: ids are written without hyphens, long references in
 * pieces.
 *
 * @see <a href="https://www.iso20022.org/iso-20022-message-definitions">ISO 20022: messages</a>
 */
@Singleton
final class StatementXml implements StatementForm {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    /** What the message takes for a currency. */
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** How many digits its amounts may have behind the point; ours never have too many in all. */
    private static final int MOST_MINOR_UNITS = 5;

    private static final String REVERSAL = Kind.REVERSAL.text();
    private static final int NAME_LENGTH = 70;
    private static final int REMITTANCE_LENGTH = 140;

    private final Clock clock;

    StatementXml(Clock clock) {
        this.clock = clock;
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_XML_TYPE;
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public void check(Statement statement) {
        Currency currency = statement.currency();
        if (!CURRENCY.matcher(currency.code()).matches()
                || currency.minorUnits() > MOST_MINOR_UNITS) {
            throw new ProblemException(
                    Problem.of(
                                    ProblemType.NOT_ACCEPTABLE,
                                    "Account %s is in %s, with %d minor units; camt.053 knows currencies of three letters, with %d minor units at most. Ask for application/json or text/csv."
                                            .formatted(
                                                    statement.account(),
                                                    currency.code(),
                                                    currency.minorUnits(),
                                                    MOST_MINOR_UNITS))
                            .with("account", statement.account()));
        }
    }

    @Override
    public void write(StatementResponse statement, OutputStream out) throws IOException {
        Elements.write(
                out,
                "Document",
                NAMESPACE,
                xml -> xml.in("BkToCstmrStmt", () -> message(xml, statement)));
    }

    private void message(Elements xml, StatementResponse statement) {
        String id = id(statement);
        String created = clock.instant().toString();
        xml.in(
                "GrpHdr",
                () -> {
                    xml.text("MsgId", id);
                    xml.text("CreDtTm", created);
                });
        xml.in(
                "Stmt",
                () -> {
                    xml.text("Id", id);
                    xml.text("CreDtTm", created);
                    beforeEntries(xml, statement);
                    while (statement.entries().hasNext()) {
                        StatementEntry entry = statement.entries().next();
                        xml.in("Ntry", () -> entry(xml, statement, entry));
                    }
                    xml.text("AddtlStmtInf", proof(statement));
                });
    }

    /** Of the same statement always the same: whoever reads it twice notices. */
    private static String id(StatementResponse statement) {
        String content =
                "statement %s %s %s %d"
                        .formatted(
                                statement.account(),
                                statement.from(),
                                statement.to(),
                                statement.lastSequence());
        return compact(DerivedId.of(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void beforeEntries(Elements xml, StatementResponse statement) {
        xml.in(
                "FrToDt",
                () -> {
                    xml.text("FrDtTm", statement.from().toString());
                    xml.text("ToDtTm", statement.to().toString());
                });
        xml.in(
                "Acct",
                () -> {
                    xml.text("Id/Othr/Id", compact(statement.account()));
                    xml.text("Ccy", statement.currency());
                    if (statement.name() != null) {
                        XmlText.pieces(statement.name(), NAME_LENGTH).stream()
                                .limit(1)
                                .forEach(name -> xml.text("Nm", name));
                    }
                });
        balance(xml, "OPBD", statement, statement.openingBalance(), statement.from());
        balance(xml, "CLBD", statement, statement.closingBalance(), statement.to());
        xml.in(
                "TxsSummry/TtlNtries",
                () -> {
                    long net = statement.closingBalance() - statement.openingBalance();
                    long count = statement.closingVersion() - statement.openingVersion();
                    xml.text("NbOfNtries", Long.toString(count));
                    xml.in(
                            "TtlNetNtry",
                            () -> {
                                xml.text("Amt", decimal(statement, net));
                                xml.text("CdtDbtInd", direction(net));
                            });
                });
    }

    private static void balance(
            Elements xml, String type, StatementResponse statement, long balance, Instant time) {
        xml.in(
                "Bal",
                () -> {
                    xml.text("Tp/CdOrPrtry/Cd", type);
                    xml.amount("Amt", statement.currency(), decimal(statement, balance));
                    xml.text("CdtDbtInd", direction(balance));
                    xml.text("Dt/DtTm", time.toString());
                });
    }

    private static void entry(Elements xml, StatementResponse statement, StatementEntry entry) {
        xml.text("NtryRef", Long.toString(entry.version()));
        xml.amount("Amt", statement.currency(), decimal(statement, entry.amount()));
        xml.text("CdtDbtInd", direction(entry.amount()));
        if (REVERSAL.equals(entry.kind())) {
            xml.text("RvslInd", "true");
        }
        xml.text("Sts/Cd", "BOOK");
        xml.text("BookgDt/DtTm", entry.createdAt().toString());
        xml.text("ValDt/DtTm", entry.createdAt().toString());
        xml.text("AcctSvcrRef", compact(entry.transfer()));
        xml.in(
                "BkTxCd/Domn",
                () -> {
                    xml.text("Cd", "PMNT");
                    xml.in("Fmly", () -> family(xml, entry));
                });
        xml.in("NtryDtls/TxDtls", () -> details(xml, entry));
        xml.text("AddtlNtryInf", "balance " + decimal(statement, entry.balance()));
    }

    /** A transfer within the books, or something else that was issued or received. */
    private static void family(Elements xml, StatementEntry entry) {
        xml.text("Cd", isOut(entry) ? "ICDT" : "RCDT");
        xml.text("SubFmlyCd", entry.counterparty() == null ? "OTHR" : "BOOK");
    }

    private static void details(Elements xml, StatementEntry entry) {
        xml.in(
                "Refs/Prtry",
                () -> {
                    xml.text("Tp", "sequence");
                    xml.text("Ref", Long.toString(entry.sequence()));
                });
        if (entry.counterparty() != null) {
            String party = isOut(entry) ? "CdtrAcct" : "DbtrAcct";
            xml.text("RltdPties/" + party + "/Id/Othr/Id", compact(entry.counterparty()));
        }
        if (entry.reference() != null && !entry.reference().isEmpty()) {
            xml.in(
                    "RmtInf",
                    () ->
                            XmlText.pieces(entry.reference(), REMITTANCE_LENGTH)
                                    .forEach(piece -> xml.text("Ustrd", piece)));
        }
    }

    /** What the statement rests on, with the head as {@code remit audit --expect} takes it. */
    private static String proof(StatementResponse statement) {
        return "versions %d to %d, commits %d to %d, head %d:%s"
                .formatted(
                        statement.openingVersion(),
                        statement.closingVersion(),
                        statement.firstSequence(),
                        statement.lastSequence(),
                        statement.lastSequence(),
                        statement.hash());
    }

    private static boolean isOut(StatementEntry entry) {
        return entry.amount() < 0;
    }

    private static String direction(long amount) {
        return amount < 0 ? "DBIT" : "CRDT";
    }

    /** Without a sign, which the direction is. */
    private static String decimal(StatementResponse statement, long amount) {
        return BigDecimal.valueOf(Math.abs(amount), statement.minorUnits()).toPlainString();
    }

    private static String compact(UUID id) {
        return id.toString().replace("-", "");
    }
}
