package dev.remit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
