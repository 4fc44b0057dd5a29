package dev.remit.api.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever a text is, XML gets all of it that it can carry. */
class XmlTextProperties {

    @Property
    void piecesAreTheWholeText(
            @ForAll @StringLength(max = 50) String text,
            @ForAll @IntRange(min = 2, max = 9) int length) {
        List<String> pieces = XmlText.pieces(text, length);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allMatch(piece -> !piece.isEmpty() && piece.length() <= length);
    }

    @Example
    void noCharacterIsInTwoPieces() {
        assertThat(XmlText.pieces("a😀😀😀b", 4)).containsExactly("a😀", "😀😀", "b");
    }

    @Property
    void whatXmlKnowsIsKeptAndOfTheRestThereIsASign(@ForAll @StringLength(max = 50) String text) {
        String written = XmlText.of(text);

        assertThat(written.codePointCount(0, written.length()))
                .isEqualTo(text.codePointCount(0, text.length()));
        int[] before = text.codePoints().toArray();
        int[] after = written.codePoints().toArray();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isEqualTo(isXml(before[i]) ? before[i] : 0xFFFD);
        }
    }

    /** As the standard writes it. */
    private static boolean isXml(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
