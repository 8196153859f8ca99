package org.kepu.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDescriptionTest {

  @ParameterizedTest
  @CsvSource({
    "馆藏.pdf, 馆藏.pdf",
    "halls/milu.pdf, halls:milu.pdf",
    "halls-milu.pdf, halls-milu.pdf",
  })
  void anIdIsMadeFromThePath(String path, String id) {
    assertThat(FileDescription.NONE.idFor(path)).isEqualTo(id);
  }

  @Test
  void pathsThatDifferInSignsAloneHaveIdsOfTheirOwn() {
    assertThat(FileDescription.NONE.idFor("a b.pdf"))
        .matches("a-b\\.pdf-[0-9a-f]{8}")
        .isNotEqualTo(FileDescription.NONE.idFor("a+b.pdf"));
    assertThat(FileDescription.NONE.idFor("馆".repeat(300) + ".pdf")).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void aMisspeltKeyIsRefused() {
    assertThatThrownBy(
            () -> FileDescription.read(new SourceFile("a.pdf.yaml", TestFiles.utf8("titel: 麋鹿"))))
        .isInstanceOf(MalformedDocumentException.class)
        .hasMessageContaining("a.pdf.yaml")
        .hasMessageContaining("titel");
  }
}
