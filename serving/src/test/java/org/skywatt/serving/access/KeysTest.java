package org.skywatt.serving.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.skywatt.serving.problem.ProblemException;

class KeysTest {
  @Test
  void keysAreGoodForAQuarterOfAnHourWithoutTheDatabase() {
    Keys.requireFresh(Duration.ofMinutes(15));
    assertThatThrownBy(() -> Keys.requireFresh(Duration.ofMinutes(15).plusMillis(1)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(503);
              assertThat(e.problem().code()).isEqualTo("keys-unavailable");
            });
  }

  @Test
  void keysAre256RandomBitsOfWhichOnlyTheHashIsKept() {
    ApiKey key = ApiKey.generate();
    assertThat(key.token()).matches("skw_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    assertThat(ApiKey.generate().token()).isNotEqualTo(key.token());
    assertThat(key.toString()).doesNotContain(key.token().substring(13));
    // FIPS 180-2, appendix B.1.
    assertThat(ApiKey.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
