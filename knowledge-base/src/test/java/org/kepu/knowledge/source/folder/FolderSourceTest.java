package org.kepu.knowledge.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.TestFiles;
import org.kepu.knowledge.parse.fork.JavaCommand;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceContract;
import org.kepu.knowledge.source.SourceFailureException;
import org.kepu.knowledge.source.Unread;

class FolderSourceTest extends SourceContract {

  private static final FileIntake INTAKE =
      new FileIntake(JavaCommand.ofThisProcess(), Limits.STANDARD);

  @TempDir private Path folder;

  /** By this clock whatever was written is a minute old. */
  private Duration since = Duration.ofMinutes(1);

  private @Nullable Source source;

  @AfterAll
  static void close() {
    INTAKE.close();
  }

  @Override
  protected Source source() {
    Source known = source;
    if (known == null) {
      known = source(folder);
      source = known;
    }
    return known;
  }

  private Source source(Path of) {
    InstantSource clock = () -> Instant.now().plus(since);
    return new FolderSource(
        "documents", of, INTAKE, FileDescription.NONE, Duration.ofSeconds(2), clock);
  }

  @Override
  protected void put(String name, String sentence) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), sentence);
  }

  @Override
  protected void remove(String name) throws IOException {
    Files.delete(folder.resolve(name + ".md"));
  }

  @Test
  void aFileInAFolderOfChineseNamesIsNamedByItsPath() throws IOException {
    Files.createDirectories(folder.resolve("展览/2026 年"));
    Files.writeString(folder.resolve("展览/2026 年/麋鹿 介绍.md"), "# 麋鹿\n\n麋鹿吃草。");

    Item item = only(source().list());
    Document document = open(item);

    assertThat(item.key()).isEqualTo("展览/2026 年/麋鹿 介绍.md");
    assertThat(document.title()).isEqualTo("麋鹿");
    assertThat(document.id()).startsWith("documents:展览:2026-年:麋鹿-介绍.md");
    assertThat(document.metadata().sources()).containsExactly("麋鹿 介绍.md");
  }

  @Test
  void everyFormatIsRead() throws IOException {
    Files.write(folder.resolve("a.pdf"), TestFiles.pdf());
    Files.write(folder.resolve("a.docx"), TestFiles.docx());
    Files.writeString(folder.resolve("a.html"), TestFiles.html());

    for (Item item : source().list().items()) {
      assertThat(open(item).hasText()).as(item.key()).isTrue();
    }
    assertThat(open(only(source().list(), "a.pdf")).pages()).isNotEmpty();
  }

  @Test
  void theFrontMatterOfAnArticleMayBeLeftOutInPart() throws IOException {
    Files.writeString(
        folder.resolve("a.md"),
        "---\ntitle: 南海子\nvenues: [milu]\nurl: https://example.org/n\n---\n一片湿地。\n");

    Document document = open(only(source().list()));

    assertThat(document.title()).isEqualTo("南海子");
    assertThat(document.id()).isEqualTo("documents:a.md");
    assertThat(document.metadata().venues()).containsExactly("milu");
    assertThat(document.metadata().url()).isEqualTo("https://example.org/n");
  }

  @Test
  void whatIsSaidBesideAFileIsPartOfIt() throws IOException {
    Files.write(folder.resolve("馆藏.pdf"), TestFiles.pdf());
    String before = only(source().list()).hash();
    Files.writeString(
        folder.resolve("馆藏.pdf.yaml"), "title: 馆藏目录\nlicence: CC BY 4.0\nvalidTo: 2027-01-01\n");

    Item item = only(source().list());

    assertThat(item.hash()).isNotEqualTo(before);
    assertThat(open(item).title()).isEqualTo("馆藏目录");
    assertThat(open(item).metadata().validTo()).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void aWrongDescriptionKeepsItsFileOutWithTheReason() throws IOException {
    Files.write(folder.resolve("馆藏.pdf"), TestFiles.pdf());
    Files.writeString(folder.resolve("馆藏.pdf.yaml"), "titel: 馆藏\n");

    assertThat(only(source().list()).opening().open())
        .isInstanceOfSatisfying(
            Quarantined.class,
            left -> {
              assertThat(left.reason()).isEqualTo(QuarantineReason.MISDESCRIBED);
              assertThat(left.detail()).contains("titel");
            });
  }

  @Test
  void aFileThatIsBeingWrittenIsNotReadBeforeItIsAtRest() throws IOException {
    since = Duration.ofSeconds(1);
    put("a", "麋鹿吃");
    String glance = source().glance();

    assertThat(source().list().items()).isEmpty();
    assertThat(source().list().unread())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.key()).isEqualTo("a.md");
              assertThat(left.reason()).contains("正在写入");
            });

    since = Duration.ofSeconds(3);
    assertThat(source().glance()).as("at rest now").isNotEqualTo(glance);
    assertThat(source().list().items()).hasSize(1);
  }

  @Test
  void aFileFromAClockThatIsAheadIsReadOnceItWasSeenAtRest() throws IOException {
    put("a", "麋鹿吃草。");
    Files.setLastModifiedTime(
        folder.resolve("a.md"), FileTime.from(Instant.now().plus(Duration.ofDays(400))));
    assertThat(source().list().items()).isEmpty();

    since = since.plusSeconds(3);

    assertThat(source().list().items()).hasSize(1);
  }

  @Test
  void aFileThatChangedBackIsTheSame() throws IOException {
    put("a", "麋鹿吃草。");
    Item before = only(source().list());
    put("a", "别的。");
    put("a", "麋鹿吃草。");

    assertThat(only(source().list()).hash()).isEqualTo(before.hash());
  }

  @Test
  void symbolicLinksAreNotFollowedAndSaidSo(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.md"), "秘密。");
    Files.createSymbolicLink(folder.resolve("link.md"), secret);
    Files.createSymbolicLink(folder.resolve("inner"), elsewhere);
    Files.createSymbolicLink(folder.resolve("round"), folder);

    Listing listing = source().list();

    assertThat(listing.items()).isEmpty();
    assertThat(listing.unread())
        .extracting(Unread::key)
        .containsExactly("inner", "link.md", "round");
    assertThat(listing.unread()).allSatisfy(left -> assertThat(left.reason()).contains("符号链接"));
  }

  @Test
  void aFileThatBecameALinkAfterItWasListedIsNotOpened(@TempDir Path elsewhere) throws IOException {
    put("a", "麋鹿吃草。");
    Item item = only(source().list());
    Path secret = Files.writeString(elsewhere.resolve("secret.md"), "秘密。");
    Files.delete(folder.resolve("a.md"));
    Files.createSymbolicLink(folder.resolve("a.md"), secret);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> item.opening().open());
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden.md", "~$馆藏.docx", "Thumbs.db", ".git/config"})
  void hiddenFilesAndWhatOfficeLeavesArePassedOver(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");

    assertThat(source().list()).isEqualTo(Listing.EMPTY);
  }

  @Test
  void whatIsNotReadIsSetAsideWithoutALookInside() throws IOException {
    Files.writeString(folder.resolve("film.mp4"), "x");
    try (var huge = new java.io.RandomAccessFile(folder.resolve("huge.pdf").toFile(), "rw")) {
      huge.setLength(10L << 30);
    }

    assertThat(opened(only(source().list(), "film.mp4")).reason())
        .isEqualTo(QuarantineReason.UNSUPPORTED);
    assertThat(opened(only(source().list(), "huge.pdf")).reason())
        .isEqualTo(QuarantineReason.TOO_LARGE);
  }

  @Test
  void aFolderThatIsNotThereIsAFailureAndNotEmpty() {
    Source missing = source(folder.resolve("not-mounted"));

    assertThat(missing.glance()).isEqualTo(missing.glance());
    assertThatExceptionOfType(SourceFailureException.class)
        .isThrownBy(missing::list)
        .withMessageContaining("not-mounted");
  }

  @Test
  void aFolderMayBeALinkItself(@TempDir Path elsewhere) throws IOException {
    put("a", "麋鹿吃草。");
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);

    assertThat(source(link).list().items()).extracting(Item::key).containsExactly("a.md");
  }

  private static Quarantined opened(Item item) throws IOException {
    ParseResult result = item.opening().open();
    assertThat(result).isInstanceOf(Quarantined.class);
    return (Quarantined) result;
  }

  private static Item only(Listing listing) {
    assertThat(listing.items()).hasSize(1);
    return listing.items().getFirst();
  }

  private static Item only(Listing listing, String key) {
    List<Item> items = listing.items().stream().filter(item -> item.key().equals(key)).toList();
    assertThat(items).hasSize(1);
    return items.getFirst();
  }
}
