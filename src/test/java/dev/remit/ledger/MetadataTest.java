package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MetadataTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll Map<String, String> entries) {
        TreeMap<String, String> sorted = new TreeMap<>(entries);

        assertThat(Metadata.entries(Metadata.text(sorted))).isEqualTo(sorted);
    }

    @Test
    void nothingHasNoText() {
        assertThat(Metadata.text(new TreeMap<>())).isNull();
        assertThat(Metadata.entries(null)).isEmpty();
        assertThat(Metadata.isTooLarge(null)).isFalse();
    }

    @Test
    void isCanonicalJson() {
        // The emoji's first code unit, U+D83D, is less than U+FF5E, though its code point is not.
        Map<String, String> entries =
                Map.of("\uff5e", "~", "😀", "\b\t\n\f\r\u0001", "a", "\"\\/\u007fé");

        assertThat(Metadata.text(new TreeMap<>(entries)))
                .isEqualTo(
                        "{\"a\":\"\\\"\\\\/\u007fé\",\"😀\":\"\\b\\t\\n\\f\\r\\u0001\",\"\uff5e\":\"~\"}");
    }

    @Test
    void isMeasuredInBytes() {
        assertThat(Metadata.isTooLarge("é".repeat(2048))).isFalse();
        assertThat(Metadata.isTooLarge("é".repeat(2049))).isTrue();
    }
}
