package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditReportTest {

    private final Findings findings = new Findings();

    @Test
    void saysWhatWasReadAndThatItIsRight() {
        assertThat(report(result()))
                .isEqualTo(
                        """
                        The books as of 2026-01-01T00:00:00Z:
                          accounts                         1,000
                          transfers                   10,000,000
                          deposits        18,014,398,509,481,982
                          withdrawals                          0
                          balances        18,014,398,509,481,982
                          head        12:abababababababababababababababababababababababababababababababab
                          memory      45 bytes for each of 1,003 accounts ever opened
                        They are right.
                        """);
    }

    @Test
    void describesAFinding() {
        findings.add("account %d: on fire", 7);

        assertThat(report(result())).endsWith("account 7: on fire\nThey are wrong: 1 finding.\n");
    }

    @Test
    void countsWhatItDoesNotDescribe() {
        for (int i = 1; i <= Findings.DESCRIBED + 1_234; i++) {
            findings.add("finding %d", i);
        }

        assertThat(report(result()).lines())
                .contains("finding 1", "finding 100", "... and 1,234 more.")
                .doesNotContain("finding 101")
                .endsWith("They are wrong: 1,334 findings.");
    }

    @Test
    void metricsAreNoNumbersBeforeTheFirstAudit() {
        var registry = new SimpleMeterRegistry();
        var metrics = new AuditMetrics(registry);
        assertThat(registry.getMeters()).hasSize(3);
        assertThat(registry.get("remit.audit.findings").gauge().value()).isNaN();
        assertThat(registry.get("remit.audit.transfers").gauge().value()).isNaN();
        assertThat(registry.get("remit.audit.timestamp").gauge().value()).isNaN();
        findings.add("one");

        metrics.audited(result());

        assertThat(registry.get("remit.audit.findings").gauge().value()).isEqualTo(1);
        assertThat(registry.get("remit.audit.transfers").gauge().value()).isEqualTo(1e7);
        assertThat(registry.get("remit.audit.timestamp").gauge().value()).isEqualTo(1_767_225_600);
    }

    @Test
    void progressIsAShareOfWhatWasCounted() {
        AuditProgress progress = new AuditProgress();
        assertThat(progress.line()).isEqualTo("audit: counting accounts and transfers");

        progress.begin(2_000_000);
        progress.add(500_000);

        assertThat(progress.line())
                .startsWith("audit: 500,000 of 2,000,000 transfers (25 %), ")
                .endsWith(" per second");

        progress.begin(0);

        assertThat(progress.line()).isEqualTo("audit: 0 of 0 transfers (100 %), 0 per second");
    }

    private AuditResult result() {
        BigInteger money = BigInteger.TWO.multiply(BigInteger.valueOf((1L << 53) - 1));
        return new AuditResult(
                Instant.parse("2026-01-01T00:00:00Z"),
                12,
                "ab".repeat(32),
                1_000,
                1_003,
                10_000_000,
                money,
                money,
                BigInteger.ZERO,
                findings.count(),
                List.copyOf(findings.first()));
    }

    private static String report(AuditResult result) {
        var bytes = new ByteArrayOutputStream();
        AuditReport.print(result, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
