package org.skywatt.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static Site at(String id, double latitude, double longitude) {
    return new WindSite(
        new SiteId(id), id, "demo", new Location(latitude, longitude, 0), 9000, 80, 90, "V90");
  }

  @Test
  void areTheNearestInEachDirection() {
    Site site = at("a", 50.1, 8.1);
    Map<String, List<String>> found =
        Neighbours.of(
            List.of(
                site,
                at("near", 50.11, 8.12), // in the same cell: says nothing new
                at("north", 50.4, 8.1),
                at("farther-north", 50.9, 8.1),
                at("east", 50.1, 8.9),
                at("south-west", 49.6, 8.0),
                at("too-far-west", 50.1, 6.9)));
    assertThat(found.get("a")).containsExactly("north", "east", "south-west", "");
    assertThat(found.get("near")).isEqualTo(found.get("a"));
  }

  /** On both sides of a cell's border, and one beyond. */
  @Test
  void areNoTwins() {
    Map<String, List<String>> found =
        Neighbours.of(List.of(at("a", 50.1, 8.2499), at("b", 50.1, 8.2501), at("c", 50.1, 8.6)));
    assertThat(found.get("a")).containsExactly("", "c", "", "");
    assertThat(found.get("b")).containsExactly("", "c", "", "");
  }

  @Test
  void lieAcrossTheDateLine() {
    Map<String, List<String>> found =
        Neighbours.of(List.of(at("a", -17, 179.9), at("b", -17, -179.9)));
    assertThat(found.get("a")).containsExactly("", "b", "", "");
    assertThat(found.get("b")).containsExactly("", "", "", "a");
  }

  @Property(tries = 50)
  void doNotHangOnTheOrderAndNeverRepeat(@ForAll long seed) {
    Random random = new Random(seed);
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      sites.add(at("s" + i, 45 + 3 * random.nextDouble(), 3 * random.nextDouble()));
    }
    Map<String, List<String>> found = Neighbours.of(sites);
    Collections.shuffle(sites, random);
    assertThat(Neighbours.of(sites)).isEqualTo(found);
    found.forEach(
        (id, neighbours) -> {
          List<String> some = neighbours.stream().filter(each -> !each.isEmpty()).toList();
          assertThat(some).doesNotHaveDuplicates().doesNotContain(id);
          assertThat(neighbours).hasSize(Neighbours.DIRECTIONS);
        });
  }
}
