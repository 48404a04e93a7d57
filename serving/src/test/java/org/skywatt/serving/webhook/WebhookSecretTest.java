package org.skywatt.serving.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookSecretTest {
  /** The example that the libraries of Standard Webhooks are tested with. */
  @Test
  void signsAsStandardWebhooksDoes() {
    assertThat(
            new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .sign(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    1_614_265_330,
                    "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void isNeverTheSameAndNeverInALog() {
    WebhookSecret secret = WebhookSecret.generate();
    assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(secret).isNotEqualTo(WebhookSecret.generate());
    assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
  }
}
