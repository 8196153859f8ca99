package org.kepu.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {

  @ParameterizedTest
  @CsvSource({
    "milu.md, milu",
    "a/b/milu.md, milu",
    "milu, milu",
    "a.b/milu, milu",
    ".hidden, .hidden",
    "a.tar.gz, a.tar",
  })
  void theBaseNameHasNeitherFoldersNorExtension(String path, String baseName) {
    assertThat(new SourceFile(path, new byte[0]).baseName()).isEqualTo(baseName);
  }

  @Test
  void theTextIsReadAsUtf8() {
    byte[] content = "麋鹿🦌".getBytes(StandardCharsets.UTF_8);
    assertThat(new SourceFile("milu.md", content).text()).isEqualTo("麋鹿🦌");
  }
}
