package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The example of docs/history.md, which others compare their programs with. */
class HistoryPageTest {

    private static final UUID ANN = UUID.fromString("0a000000-0000-4000-8000-000000000000");
    private static final UUID BOB = UUID.fromString("0b000000-0000-4000-8000-000000000000");

    private static final String TELLER = "teller-7";

    /** 2026-01-01T00:00Z. */
    private static final long START = 1_767_225_600_000_000L;

    private static final List<Commit> COMMITS =
            List.of(
                    commit(
                            1,
                            new Event.Opened(ANN, Terms.named("Ann"), "USD", null),
                            new Event.Posted(
                                    transfer(1, null, new Entry(ANN, 1000, 1), 1000, null), null),
                            new Event.Opened(BOB, Terms.named(null), "USD", null)),
                    commit(
                            2,
                            new Event.Posted(
                                    transfer(
                                            2,
                                            new Entry(ANN, 800, 2),
                                            new Entry(BOB, 200, 1),
                                            200,
                                            "\"é😀\\\n\u0001"),
                                    null)),
                    commit(
                            3,
                            new Event.Posted(
                                    transfer(3, new Entry(BOB, 0, 2), null, 200, null), TELLER),
                            new Event.Closed(BOB, 2, TELLER)));

    @Test
    void showsWhatIsHashedAndTheHashes() throws IOException {
        String page = Files.readString(Path.of("docs", "history.md"));
        Head head = Head.empty("main");
        for (Commit commit : COMMITS) {
            head = head.after(commit);

            assertThat(page)
                    .contains("```\n" + CanonicalForm.text("main", commit) + "```")
                    .contains("`" + HexFormat.of().formatHex(head.hash()) + "`");
        }
    }

    private static Commit commit(long sequence, Event... events) {
        return new Commit(sequence, new UUID(0x4000, sequence), START + sequence, List.of(events));
    }

    private static Transfer transfer(
            long sequence, Entry from, Entry to, long amount, String reference) {
        return new Transfer(
                new UUID(0, sequence), from, to, amount, reference, sequence, START + sequence);
    }
}
