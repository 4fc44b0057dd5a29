package dev.remit.cli;

import dev.remit.database.Schema;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code migrate}: changes the schema, so that no instance of the service has to. */
@Command(
        name = "migrate",
        description =
                "Brings the schema of the database that DATABASE_URL names to the version of this program, and ends. For services that are started with REMIT_MIGRATE_AT_START=false.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the schema is of this program's version",
            "1:it is not, and standard error says why",
            "2:wrong options"
        })
final class MigrateCommand implements QuarkusCommand {

    /** Its start is the migration; and of a long one, its progress is worth a line. */
    @Override
    public Map<String, String> settings() {
        return Map.of(
                "remit.migrate-at-start", "true",
                "quarkus.log.category.\"dev.remit.database\".level", "INFO");
    }

    /** Returns the exit status. */
    static int run(Schema schema, PrintStream out) {
        out.println(schema.summary());
        return 0;
    }
}
