package dev.remit.cli;

import dev.remit.bulk.FileContent;
import dev.remit.bulk.FileFormat;
import dev.remit.bulk.ImportFailed;
import dev.remit.bulk.ImportResult;
import dev.remit.bulk.ImportRun;
import dev.remit.bulk.ImportSource;
import dev.remit.bulk.Importer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: opens the accounts, or posts the transfers, of a file. */
@Command(
        name = "import",
        description = {
            "Opens the accounts or posts the transfers of a file in the database that DATABASE_URL names, in the order of the file. Every row has an id and is never in twice: after an end in the middle, run it again.",
            "Accounts have id, name, currency, minorUnits, openingBalance (or balance), overdraft, frozen, metadata; transfers id, from, to, amount, reference, metadata. What else is in an export is overlooked; any other column is an error."
        },
        separator = " ",
        sortOptions = false,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all rows are in",
            "1:some were rejected, and the others are in",
            "2:wrong options",
            "3:the import did not come to the end of the file"
        })
final class ImportCommand implements QuarkusCommand {

    private static final int ALL_IN = 0;
    private static final int SOME_REJECTED = 1;
    private static final int NOT_TO_THE_END = 3;

    /** Neither, if the file says it. */
    private static final class WhatItHolds {

        @Option(
                names = "--accounts",
                description = "the rows are accounts (default: what their fields say)")
        private boolean accounts;

        @Option(names = "--transfers", description = "the rows are transfers")
        private boolean transfers;

        private FileContent content() {
            return accounts ? FileContent.ACCOUNTS : transfers ? FileContent.TRANSFERS : null;
        }
    }

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "file",
            arity = "1",
            description = {
                "a file that ends with .csv or .ndjson, or with .csv.gz or .ndjson.gz; - is standard input"
            })
    private String file;

    @ArgGroup private WhatItHolds whatItHolds = new WhatItHolds();

    @Option(
            names = "--format",
            paramLabel = "format",
            description = "csv or ndjson: how the rows are written, whatever the name ends with")
    private FileFormat format;

    @Option(
            names = "--report",
            paramLabel = "file",
            description =
                    "where to write which lines were rejected, and why (default: standard output)")
    private Path report;

    @Override
    public void check() {
        source();
    }

    /** An import that could not begin is not one of which rows were rejected. */
    @Override
    public int statusOfFailure() {
        return NOT_TO_THE_END;
    }

    ImportSource source() {
        try {
            return ImportSource.of(file, format);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Null if the file says it. */
    FileContent content() {
        return whatItHolds.content();
    }

    /**
     * @param out for the lines that were rejected, unless there is a report
     * @param err for progress, and for what became of it
     * @return the exit status
     */
    int run(Importer importer, PrintStream out, PrintStream err) throws InterruptedException {
        if (report == null) {
            return follow(importer, importer.run(source(), content(), out), err);
        }
        try (PrintStream lines =
                new PrintStream(
                        new FileOutputStream(report.toFile()), false, StandardCharsets.UTF_8)) {
            return follow(importer, importer.run(source(), content(), lines), err);
        } catch (IOException e) {
            err.println("import: the report cannot be written: " + e.getMessage() + ".");
            return NOT_TO_THE_END;
        }
    }

    private static int follow(Importer importer, ImportRun run, PrintStream err)
            throws InterruptedException {
        try {
            ImportResult result =
                    Progress.on(err).follow(importer.start(run), run.progress()::line);
            err.println(sentence(result));
            return status(result);
        } catch (CancellationException e) {
            err.println("import: ended before the file did; run it again to go on.");
            return NOT_TO_THE_END;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ImportFailed)) {
                throw new IllegalStateException(e.getCause());
            }
            err.println("import: " + e.getCause().getMessage());
            return NOT_TO_THE_END;
        }
    }

    private static int status(ImportResult result) {
        if (!result.isWhole()) {
            return NOT_TO_THE_END;
        }
        return result.rejected() == 0 ? ALL_IN : SOME_REJECTED;
    }

    private static String sentence(ImportResult result) {
        return String.format(
                Locale.ROOT,
                "import: %,d rows: %,d in now, %,d before, %,d rejected%s.",
                result.rows(),
                result.made(),
                result.replayed(),
                result.rejected(),
                result.isWhole() ? "" : "; ended before the file did, run it again to go on");
    }
}
