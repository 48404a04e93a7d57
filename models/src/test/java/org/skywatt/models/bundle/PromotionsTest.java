package org.skywatt.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionsTest {
  private static final String MAY = "2026-05-01T00:00:00Z";
  private static final String JUNE = "2026-06-01T00:00:00Z";

  @TempDir private Path folder;

  @Test
  void theLastChoiceByThenCounts() throws IOException {
    Promotions promotions = new Promotions(folder);
    assertThat(promotions.find("solar", Instant.parse(JUNE))).isEmpty();
    promotions.add(new Promotions.Promotion("solar", MAY, "a", "better"));
    promotions.add(new Promotions.Promotion("wind", MAY, "w", "better"));
    promotions.add(new Promotions.Promotion("solar", JUNE, "b", "better still"));
    assertThat(promotions.find("solar", Instant.parse(MAY).minusSeconds(1))).isEmpty();
    assertThat(promotions.find("solar", Instant.parse(MAY)).orElseThrow()).isEqualTo("a");
    assertThat(promotions.find("solar", Instant.parse(JUNE)).orElseThrow()).isEqualTo("b");
    assertThat(promotions.list()).hasSize(3);
  }

  @Test
  void rollbacksTakePromotionsBackOneByOne() throws IOException {
    Promotions promotions = new Promotions(folder);
    promotions.add(new Promotions.Promotion("solar", MAY, "a", ""));
    promotions.add(new Promotions.Promotion("solar", MAY, "b", ""));
    promotions.add(new Promotions.Promotion("solar", JUNE, null, "rolled back"));
    Instant june = Instant.parse(JUNE);
    assertThat(promotions.find("solar", june.minusSeconds(1))).contains("b");
    assertThat(promotions.find("solar", june)).contains("a");
    promotions.add(new Promotions.Promotion("solar", JUNE, null, "rolled back"));
    assertThat(promotions.find("solar", june)).isEmpty();
  }

  @Test
  void thePastIsNotRewritten() throws IOException {
    Promotions promotions = new Promotions(folder);
    promotions.add(new Promotions.Promotion("solar", JUNE, "b", ""));
    assertThatThrownBy(() -> promotions.add(new Promotions.Promotion("solar", MAY, "a", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(JUNE);
    assertThat(promotions.list()).hasSize(1);
  }

  @Test
  void aDamagedLogIsNamed() throws IOException {
    Files.writeString(folder.resolve("promotions.json"), "[{\"technology\":");
    assertThatThrownBy(() -> new Promotions(folder).find("solar", Instant.parse(JUNE)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("promotions.json is damaged");
    Files.writeString(
        folder.resolve("promotions.json"), "[{\"technology\":\"solar\",\"at\":\"noon\"}]");
    assertThatThrownBy(() -> new Promotions(folder).list())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("entry 1");
  }
}
