package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The example of docs/history.md, which others compare their programs with. */
class HistoryPageTest {

    private static final UUID ANN = UUID.fromString("0a000000-0000-4000-8000-000000000000");
    private static final UUID BOB = UUID.fromString("0b000000-0000-4000-8000-000000000000");

    private static final UUID CID = UUID.fromString("0c000000-0000-4000-8000-000000000000");

    private static final String TELLER = "teller-7";

    /** 2026-01-01T00:00Z. */
    private static final long START = 1_767_225_600_000_000L;

    private static final long HOUR = 3_600_000_000L;

    private static final String ORDER = "{\"order\":\"4711\"}";

    /** By code points they would be the other way round. */
    private static final SortedMap<String, String> WIDE =
            new TreeMap<>(Map.of("\uff5e", "a full-width tilde", "😀", "an emoji"));

    private static final Monitor LOW = new Monitor(new UUID(7L << 60, 1), CID, 0L, null);
    private static final Monitor HIGH = new Monitor(new UUID(7L << 60, 2), ANN, null, 1000L);

    private static final Transfer LAST =
            transfer(9, new Entry(CID, -250, 3), new Entry(ANN, 1050, 5), 450, null);

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
                            new Event.Closed(BOB, 2, TELLER)),
                    commit(
                            4,
                            new Event.Opened(
                                    CID,
                                    new Terms(null, 500, Frozen.NONE, "{\"branch\":\"Zürich\"}"),
                                    "USD",
                                    null),
                            new Event.Held(
                                    new Transfer(
                                            new UUID(0, 4),
                                            Kind.HOLD,
                                            new Entry(ANN, 800, 2),
                                            new Entry(CID, 0, 0),
                                            300,
                                            "room 7",
                                            ORDER,
                                            null,
                                            0,
                                            START + 4 + HOUR,
                                            4,
                                            START + 4),
                                    null)),
                    commit(
                            5,
                            new Event.Posted(
                                    following(
                                            5,
                                            Kind.CAPTURE,
                                            new Entry(ANN, 550, 3),
                                            new Entry(CID, 250, 1),
                                            250,
                                            "room 7",
                                            ORDER),
                                    null)),
                    commit(
                            6,
                            new Event.Posted(
                                    following(
                                            6,
                                            Kind.REVERSAL,
                                            new Entry(CID, 200, 2),
                                            new Entry(ANN, 600, 4),
                                            50,
                                            "breakfast",
                                            null),
                                    null),
                            new Event.Changed(
                                    ANN,
                                    1,
                                    new Terms("Anne", 0, Frozen.CREDITS, Metadata.text(WIDE)),
                                    null)),
                    commit(
                            7,
                            new Event.Held(
                                    new Transfer(
                                            new UUID(0, 7),
                                            Kind.HOLD,
                                            new Entry(CID, 200, 2),
                                            null,
                                            100,
                                            null,
                                            null,
                                            null,
                                            0,
                                            null,
                                            7,
                                            START + 7),
                                    TELLER),
                            new Event.Released(
                                    following(
                                            8,
                                            Kind.VOID,
                                            new Entry(CID, 200, 2),
                                            null,
                                            100,
                                            null,
                                            null),
                                    TELLER)),
                    commit(
                            8,
                            new Event.MonitorCreated(LOW, TELLER),
                            new Event.MonitorCreated(HIGH, null)),
                    commit(
                            9,
                            new Event.Posted(LAST, TELLER),
                            new Event.Crossed(LOW, LAST, TELLER),
                            new Event.Crossed(HIGH, LAST, TELLER),
                            new Event.MonitorDeleted(LOW, null)));

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

    /** Of what the one before has begun. */
    private static Transfer following(
            long id,
            Kind kind,
            Entry from,
            Entry to,
            long amount,
            String reference,
            String metadata) {
        return new Transfer(
                new UUID(0, id),
                kind,
                from,
                to,
                amount,
                reference,
                metadata,
                new UUID(0, id - 1),
                amount,
                null,
                0,
                0);
    }
}
