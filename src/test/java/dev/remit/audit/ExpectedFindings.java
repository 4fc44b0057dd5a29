package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What an audit is to say of books with {@link SampleNames}. */
final class ExpectedFindings {

    private ExpectedFindings() {}

    /**
     * Neither more nor less, and in this order.
     *
     * @param beginnings of a line each
     */
    static void assertThatIs(AuditResult result, List<String> beginnings) {
        List<String> findings = result.first().stream().map(SampleNames::shorten).toList();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String expected = i < beginnings.size() ? beginnings.get(i) : "";
            String actual = findings.get(i);
            boolean isExpected = !expected.isEmpty() && actual.startsWith(expected);
            shown.add(isExpected ? expected : actual);
        }
        assertThat(shown).isEqualTo(beginnings).isNotEmpty();
        assertThat(result.findings()).isEqualTo(findings.size());
    }
}
