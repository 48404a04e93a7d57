package org.skywatt.models.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFileTest {
  @TempDir Path folder;

  @Test
  void theNewestContentStandsAloneForWhoeverMayReadOtherFiles() throws IOException {
    Path target = folder.resolve("published/sites.json");
    PublishedFile.put(target, bytes("one"));
    PublishedFile.put(target, bytes("two"));
    assertThat(target).hasContent("two");
    assertThat(names(target.getParent())).containsExactly("sites.json");
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void whatCannotBePutLeavesNothingBehind() throws IOException {
    Path target = Files.createDirectories(folder.resolve("sites.json/full")).getParent();
    assertThatThrownBy(() -> PublishedFile.put(target, bytes("one")))
        .isInstanceOf(IOException.class);
    assertThat(names(folder)).containsExactly("sites.json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
