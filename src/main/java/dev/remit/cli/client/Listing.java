package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Pages;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of a list is shown. */
final class Listing {

    @Option(
            names = "--limit",
            paramLabel = "number",
            order = 70,
            description = "how many at most (default: all)")
    private Long limit;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Null for all. */
    Long limit() {
        if (limit != null && limit < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--limit is the number of those that are wanted");
        }
        return limit;
    }

    /** Prints the pages as they come: there may be more than fits into memory. */
    static void print(Pages pages, Output output, Table table, Function<JsonNode, List<String>> row)
            throws CallFailed, InterruptedException {
        while (pages.hasNext()) {
            List<JsonNode> items = pages.next();
            if (output.isJson()) {
                items.forEach(output::json);
            } else {
                output.lines(table.lines(items.stream().map(row).toList()));
            }
        }
    }
}
