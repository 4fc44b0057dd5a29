package dev.remit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a                                               | a   |",
                "rate(a[5m])                                     | a   |",
                "sum by (x, y) (rate(a_total{z=\"b\"}[5m])) > 0.5  | a_total | x y z",
                "sum(rate(a{x=~\"c.d{2}\",y!=\"\"}[$__rate_interval])) / sum(rate(b[5m])) | a b | x y",
                "time() - max(a) > 2 * 86400                     | a   |",
                "a == 0 or absent(b{x=\"y\"})                      | a b | x",
                "a{} unless on (x) b offset 5m                   | a b | x",
                "histogram_quantile(0.99, sum by (le) (rate(a_bucket[5m]))) > 1e3 | a_bucket | le",
                "a * on (x) group_left (y) b > bool NaN          | a b | x y",
            })
    void namesOfMetricsAndLabelsAreFound(String expression, String metrics, String labels) {
        assertThat(PromQl.metrics(expression)).containsExactly(metrics.split(" "));
        assertThat(PromQl.labels(expression))
                .containsExactlyElementsOf(labels == null ? List.of() : List.of(labels.split(" ")));
    }
}
