package dev.remit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://receiver.example",
                "HTTPS://receiver.example:8443/a/b?c=d&e=%20",
                "https://[2606:4700::1]/x",
                "https://1.1.1.1:65535/"
            })
    void canBeCalled(String url) {
        assertThat(ReceiverUrl.complaint(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "receiver.example",
                "/path",
                "ftp://receiver.example/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:receiver.example",
                "https://",
                "https:///path",
                "https://:443/",
                "https://user@receiver.example/",
                "https://user:password@receiver.example/",
                "https://receiver.example/#fragment",
                "https://receiver.example/#",
                "https://receiver.example:0/",
                "https://receiver.example:65536/",
                "https://receiver.example:99999999999/",
                "https://receiver .example/",
                "https://receiver_1.example/",
                "https://receiver.example/\r\nX: y",
                "https://rec\u00e9iver.example/"
            })
    void cannotBeCalled(String url) {
        assertThat(ReceiverUrl.complaint(url, true)).isNotEmpty();
    }

    @Test
    void withoutTlsOnlyWhereThatIsAllowed() {
        assertThat(ReceiverUrl.complaint("http://receiver.example/", true)).isEmpty();
        assertThat(ReceiverUrl.complaint("http://receiver.example/", false)).isPresent();
    }
}
