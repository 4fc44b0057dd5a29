package dev.remit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    /** Computed by hand, with another program. */
    @Test
    void signsAsTheSpecificationSays() {
        SigningSecret secret =
                SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        assertThat(secret.signature(new Message("msg_p5jXN8AQM9LWM0D4loKWxJek", body), 1614265330L))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /** What docs/webhooks.md tells receivers to do. */
    @Test
    void isVerifiedAsThePageSays() throws Exception {
        SigningSecret secret = SigningSecret.generate();
        long now = Instant.now().getEpochSecond();
        Message message = new Message("7.1", "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(isFromRemit(secret, message, now, secret.signature(message, now))).isTrue();
        assertThat(
                        isFromRemit(
                                secret,
                                message,
                                now,
                                "v1,other v1a,x " + secret.signature(message, now)))
                .isTrue();
        assertThat(
                        isFromRemit(
                                secret,
                                message,
                                now,
                                SigningSecret.generate().signature(message, now)))
                .isFalse();
        assertThat(isFromRemit(secret, message, now, secret.signature(message, now + 1))).isFalse();
        assertThat(isFromRemit(secret, message, now - 900, secret.signature(message, now - 900)))
                .isFalse();
    }

    private static boolean isFromRemit(
            SigningSecret secret, Message message, long timestamp, String signature)
            throws Exception {
        String page = Files.readString(Path.of("docs", "webhooks.md"));
        String code = page.split("```python\n")[1].split("```")[0];
        String call =
                """
                import sys
                secret, *values = sys.argv[1:]
                headers = dict(zip(["webhook-id", "webhook-timestamp", "webhook-signature"], values))
                print(is_from_remit(secret, headers, sys.stdin.buffer.read()))
                """;
        Process python =
                new ProcessBuilder(
                                "python3",
                                "-c",
                                code + call,
                                secret.text(),
                                message.id(),
                                Long.toString(timestamp),
                                signature)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (OutputStream in = python.getOutputStream()) {
            in.write(message.body());
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.strip()).isIn("True", "False");
        return said.strip().equals("True");
    }

    @Test
    void whatIsGeneratedIsNewAndCanBeRead() {
        SigningSecret one = SigningSecret.generate();
        SigningSecret other = SigningSecret.generate();

        assertThat(one.text()).startsWith("whsec_").isNotEqualTo(other.text());
        assertThat(Base64.getDecoder().decode(one.text().substring("whsec_".length()))).hasSize(32);
        assertThat(SigningSecret.parse(one.text()).orElseThrow().text()).isEqualTo(one.text());
    }

    @Test
    void isNotToldByMistake() {
        assertThat(SigningSecret.generate()).hasToString("whsec_…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa",
                "whsec_not base64 at all, however long it is",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void whatIsNoSecretIsNone(String text) {
        assertThat(SigningSecret.parse(text)).isEmpty();
    }
}
