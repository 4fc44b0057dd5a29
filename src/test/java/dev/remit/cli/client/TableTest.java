package dev.remit.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static final String ID = "a11ce000-0000-4000-8000-000000000001";
    private static final String OTHER_ID = "b0b00000-0000-4000-8000-000000000002";
    private static final String LONG_NAME =
            "The account of somebody with a name ".repeat(8).strip();

    private static final List<List<String>> ROWS =
            List.of(List.of(ID, "9.00", "Alice"), List.of(OTHER_ID, "-1234.56", LONG_NAME));

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void fitsTheTerminal(int width) {
        List<String> lines = accounts(OptionalInt.of(width)).lines(ROWS);

        assertThat(lines).allMatch(line -> TextWidth.of(line) <= width);
        assertThat(String.join("\n", lines)).contains(ID, OTHER_ID, "-1234.56", "Alice", "…");
    }

    @Test
    void isPlainWhereThereIsNoTerminal() {
        assertThat(accounts(OptionalInt.empty()).lines(ROWS))
                .containsExactly(
                        "ID                                     BALANCE  NAME",
                        ID + "      9.00  Alice",
                        OTHER_ID + "  -1234.56  " + LONG_NAME);
    }

    @Test
    void cutsOnlyWhatPeopleHaveWritten() {
        assertThat(accounts(OptionalInt.of(60)).lines(ROWS))
                .containsExactly(
                        "ID                                     BALANCE  NAME",
                        ID + "      9.00  Alice",
                        OTHER_ID + "  -1234.56  The account…");
    }

    @Test
    void takesMoreLinesWhereOneIsTooShort() {
        assertThat(accounts(OptionalInt.of(40)).lines(ROWS))
                .containsExactly(
                        "ID",
                        "   BALANCE  NAME",
                        ID,
                        "      9.00  Alice",
                        OTHER_ID,
                        "  -1234.56  The account of somebody wit…");
    }

    @Test
    void namesItsColumnsOnceAndStaysAsWideAsItWas() {
        Table table = accounts(OptionalInt.of(80));
        table.lines(ROWS);

        assertThat(table.lines(List.of(List.of(ID, "1.00", "Carol"))))
                .containsExactly(ID + "      1.00  Carol");
    }

    @Test
    void countsThePlacesThatCharactersTakeInATerminal() {
        assertThat(TextWidth.of("Zoë 山田 e\u0301")).isEqualTo(10);
        assertThat(TextWidth.cut("山田太郎", 5)).isEqualTo("山田…");
        assertThat(TextWidth.right("山田", 6)).isEqualTo("  山田");
        assertThat(TextWidth.cut("Alice", 5)).isEqualTo("Alice");
    }

    @Test
    void whatOthersHaveWrittenMovesNoCursor() {
        assertThat(TextWidth.harmless("a\u001b[2Jb\nc\u202ed\u009be"))
                .isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(TextWidth.harmless("Zoë 山田")).isEqualTo("Zoë 山田");
    }

    private static Table accounts(OptionalInt width) {
        return new Table(width, Column.whole("ID"), Column.number("BALANCE"), Column.text("NAME"));
    }
}
