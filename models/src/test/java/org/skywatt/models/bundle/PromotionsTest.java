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
    assertThat(promotions.find("solar", Instant.parse(MAY)).orElseThrow().id()).isEqualTo("a");
    assertThat(promotions.find("solar", Instant.parse(JUNE)).orElseThrow().id()).isEqualTo("b");
    assertThat(promotions.list()).hasSize(3);
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
  }
}
