package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What a file is is told by its content. */
class FileKindTest {

  @Test
  void printedAndPhotographedThingsAreTold() {
    assertThat(FileKind.of(text("%PDF-1.4\n"))).contains(FileKind.PDF);
    assertThat(FileKind.of(bytes("89504e470d0a1a0a00"))).contains(FileKind.PNG);
    assertThat(FileKind.of(bytes("ffd8ffe000104a46"))).contains(FileKind.JPEG);
  }

  @Test
  void whatRunsOrHidesSomethingIsNone() {
    assertThat(FileKind.of(text("<html><script>alert(1)</script>"))).isEmpty();
    assertThat(FileKind.of(text("<svg xmlns='http://www.w3.org/2000/svg'/>"))).isEmpty();
    assertThat(FileKind.of(text("PK\u0003\u0004 a workbook with macros"))).isEmpty();
    assertThat(FileKind.of(text("#!/bin/sh"))).isEmpty();
    assertThat(FileKind.of(text(" %PDF-1.4"))).as("not at its beginning").isEmpty();
    assertThat(FileKind.of(new byte[0])).isEmpty();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
