package org.kepu.knowledge.source.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.fork.JavaCommand;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.folder.FolderSource;
import org.kepu.knowledge.source.upload.Uploads.Upload;

class UploadsTest {

  @TempDir private Path home;

  @Test
  void whatIsHandedInIsADocumentOfTheFolder() throws IOException {
    Upload upload = store("麋鹿 介绍.md", "# 麋鹿\n\n麋鹿吃草。");

    assertThat(uploads().all()).containsExactly(upload);
    assertThat(documents())
        .singleElement()
        .satisfies(
            document -> {
              assertThat(document.id()).isEqualTo("uploads:麋鹿-介绍.md");
              assertThat(document.title()).isEqualTo("麋鹿");
              assertThat(document.metadata().sources()).containsExactly("麋鹿 介绍.md");
            });
  }

  @Test
  void theSameAgainChangesNothing() throws IOException {
    Upload first = store("a.md", "麋鹿吃草。");

    assertThat(store("a.md", "麋鹿吃草。")).isEqualTo(first);
    assertThat(uploads().all()).containsExactly(first);
  }

  @Test
  void anotherContentOfTheSameNameIsANewVersionOfTheSameDocument() throws IOException {
    store("a.md", "麋鹿吃草。");
    Document before = documents().getFirst();

    store("a.md", "麋鹿吃青草。");

    assertThat(documents())
        .singleElement()
        .satisfies(
            after -> {
              assertThat(after.id()).isEqualTo(before.id());
              assertThat(after.text()).contains("青草");
            });
  }

  @Test
  void whatIsTakenAwayIsGone() throws IOException {
    Upload upload = store("a.md", "麋鹿吃草。");

    assertThat(uploads().remove(upload.id())).isTrue();

    assertThat(uploads().remove(upload.id())).isFalse();
    assertThat(documents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/a.md", "C:\\secret\\a.md", "/a.md", "..a.md", "a\u0000.md"})
  void aNameLeadsNowhereElse(String name) throws IOException {
    assertThat(store(name, "麋鹿吃草。").name()).isEqualTo("a.md");

    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "...", "film.mp4"})
  void aNameThatIsNoneIsRefused(String name) {
    assertThatExceptionOfType(UploadRefusedException.class).isThrownBy(() -> store(name, "x"));
  }

  @Test
  void whatIsTooLargeIsRefusedAndLeavesNothing() throws IOException {
    assertThatExceptionOfType(UploadRefusedException.class)
        .isThrownBy(() -> store("a.md", "x".repeat(1_001)));

    assertThat(uploads().all()).isEmpty();
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../..", "00000000000000000000000000000000", ""})
  void anIdThatIsNoneRemovesNothing(String id) throws IOException {
    store("a.md", "麋鹿吃草。");

    assertThat(uploads().remove(id)).isFalse();
    assertThat(uploads().all()).hasSize(1);
  }

  private Uploads uploads() {
    return new Uploads(home, name -> name.endsWith(".md"), 1_000);
  }

  private Upload store(String name, String content) throws IOException {
    return uploads()
        .store(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Document> documents() throws IOException {
    try (FileIntake intake = new FileIntake(JavaCommand.ofThisProcess(), Limits.STANDARD)) {
      FolderSource source =
          new FolderSource(
              "uploads",
              home,
              intake,
              FileDescription.NONE,
              Duration.ofSeconds(2),
              () -> Instant.now().plusSeconds(60));
      List<Document> documents = new ArrayList<>();
      for (Item item : source.list().items()) {
        documents.add(((Parsed) item.opening().open()).document());
      }
      return documents;
    }
  }
}
