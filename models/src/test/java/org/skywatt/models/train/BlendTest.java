package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {
  @Test
  void weightsMustAddUpToOne() {
    assertThatThrownBy(() -> new Blend(List.of(new Member(Recipes.WIND, 0.9))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights of members add up to 0.9");
    assertThatThrownBy(() -> new Blend(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void membersMustSeeTheSameRows() {
    List<Member> mixed = List.of(new Member(Recipes.WIND, 0.5), new Member(Recipes.SOLAR, 0.5));
    assertThatThrownBy(() -> new Blend(mixed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("solar and wind differ in schema or technology");
  }

  @Test
  void thoseThereAreCanBeMade() {
    assertThat(Blends.GEFCOM2014_SOLAR.solar()).isTrue();
    assertThat(Blends.GEFCOM2014_WIND.schema()).isEqualTo("gefcom2014-wind");
  }
}
