package org.kepu.knowledge.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.parse.DocumentText;

/** What {@link Catalog} promises; the test of every adapter extends it. */
public abstract class CatalogContract {

  protected static final Document MILU = document("milu", "麋鹿吃草。");
  protected static final Document MILU_AGAIN = document("milu", "麋鹿吃青草和水草。");
  protected static final Document MOON = document("moon", "月球上没有空气。");

  @TempDir protected Path folder;

  protected Catalog catalog;

  /** Opens the catalogue in {@code folder}, as it was left there. */
  protected abstract Catalog open(Path folder);

  @BeforeEach
  void openCatalog() {
    catalog = open(folder);
  }

  @Test
  void anEmptyCatalogueKnowsNothing() {
    assertThat(catalog.current("milu")).isEmpty();
    assertThat(catalog.version("milu", MILU.version())).isEmpty();
    assertThat(catalog.allCurrent()).isEmpty();
  }

  @Test
  void whatIsRecordedIsReadableAndNotCurrent() {
    catalog.record(List.of(MILU, MOON));

    assertThat(catalog.version("milu", MILU.version())).contains(MILU);
    assertThat(catalog.version("moon", MOON.version())).contains(MOON);
    assertThat(catalog.current("milu")).isEmpty();
    assertThat(catalog.allCurrent()).isEmpty();
  }

  @Test
  void aDocumentComesBackAsItWasRecorded() {
    Document document =
        new DocumentText("麋鹿“Milu”")
            .block("导语：<b>\\n</b>🦌\"引\"")
            .heading(2, "吃什么？")
            .block("吃草。")
            .toDocument(
                "odd:id_1.2",
                new Metadata(
                    List.of("biodiversity", "milu"),
                    List.of("milu"),
                    List.of("四不像", "Père David's deer"),
                    Audience.CHILD,
                    List.of("《百科》"),
                    "CC BY 4.0",
                    LocalDate.of(2026, 11, 23),
                    LocalDate.of(2027, 12, 31)));

    catalog.record(List.of(document));

    assertThat(catalog.version(document.id(), document.version())).contains(document);
  }

  @ParameterizedTest
  @MethodSource("roles")
  void aDocumentComesBackWithItsRoleAndItsDays(Role role) {
    Document document =
        new DocumentText("麋鹿")
            .block("吃草。")
            .toDocument(
                "milu",
                new Metadata(
                    List.of("milu"),
                    List.of(),
                    List.of(),
                    Audience.GENERAL,
                    role,
                    List.of(),
                    "CC BY 4.0",
                    null,
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2027, 10, 1),
                    null));

    catalog.record(List.of(document));

    assertThat(catalog.version("milu", document.version())).contains(document);
  }

  static Stream<Role> roles() {
    return Stream.of(
        Role.ARTICLE,
        new Role.Variant("milu-name"),
        new Role.Myth("麋鹿是“马”", List.of("milu#麋鹿是什么？")),
        new Role.Advice(List.of("被咬", "被踢"), List.of("milu#麋鹿危险吗？", "deer#怎么办？")));
  }

  @Test
  void recordingTheSameVersionAgainChangesNothing() {
    catalog.record(List.of(MILU));
    catalog.makeCurrent(versions(MILU));

    catalog.record(List.of(MILU, MILU));
    catalog.record(List.of(MILU));

    assertThat(catalog.allCurrent()).containsExactly(MILU);
    assertThat(catalog.version("milu", MILU.version())).contains(MILU);
  }

  @Test
  void recordingNothingChangesNothing() {
    catalog.record(List.of());

    assertThat(catalog.allCurrent()).isEmpty();
  }

  @Test
  void aNewVersionLeavesTheOldOneReadable() {
    catalog.record(List.of(MILU));
    catalog.makeCurrent(versions(MILU));
    catalog.record(List.of(MILU_AGAIN));

    assertThat(catalog.current("milu")).contains(MILU);

    catalog.makeCurrent(versions(MILU_AGAIN));

    assertThat(catalog.current("milu")).contains(MILU_AGAIN);
    assertThat(catalog.version("milu", MILU.version())).contains(MILU);
    assertThat(catalog.version("milu", MILU_AGAIN.version())).contains(MILU_AGAIN);
  }

  @Test
  void whatIsMadeCurrentReplacesEverythingThatWas() {
    catalog.record(List.of(MILU, MOON, MILU_AGAIN));
    catalog.makeCurrent(versions(MILU, MOON));
    catalog.makeCurrent(versions(MILU_AGAIN));

    assertThat(catalog.allCurrent()).containsExactly(MILU_AGAIN);
    assertThat(catalog.current("moon")).isEmpty();
    assertThat(catalog.version("moon", MOON.version())).contains(MOON);

    catalog.makeCurrent(versions());

    assertThat(catalog.allCurrent()).isEmpty();
  }

  @Test
  void currentDocumentsAreOrderedById() {
    Document a = document("a", "一。");
    Document upperCase = document("Z", "二。");
    catalog.record(List.of(MOON, a, upperCase, MILU));
    catalog.makeCurrent(versions(MOON, a, upperCase, MILU));

    assertThat(catalog.allCurrent())
        .extracting(Document::id)
        .isSorted()
        .containsExactlyInAnyOrder("Z", "a", "milu", "moon");
  }

  @Test
  void theCurrentVersionsAreThoseMadeCurrentLast() {
    assertThat(catalog.currentVersions()).isEmpty();
    catalog.record(List.of(MILU, MILU_AGAIN, MOON));
    catalog.makeCurrent(versions(MILU, MOON));
    assertThat(catalog.currentVersions()).isEqualTo(versions(MILU, MOON));

    catalog.makeCurrent(versions(MILU_AGAIN));

    assertThat(catalog.currentVersions()).isEqualTo(versions(MILU_AGAIN));
    assertThat(catalog.allCurrent()).containsExactly(MILU_AGAIN);
  }

  @Test
  void aVersionThatWasNeverRecordedCannotBeMadeCurrent() {
    catalog.record(List.of(MILU, MOON));
    catalog.makeCurrent(versions(MILU));

    assertThatExceptionOfType(CatalogFailureException.class)
        .isThrownBy(() -> catalog.makeCurrent(versions(MOON, MILU_AGAIN)))
        .withStackTraceContaining("1 of 2 versions");

    assertThat(catalog.currentVersions()).isEqualTo(versions(MILU));
  }

  @Test
  void itAllSurvivesReopening() {
    catalog.record(List.of(MILU, MOON));
    catalog.makeCurrent(versions(MILU));

    Catalog reopened = open(folder);

    assertThat(reopened.allCurrent()).containsExactly(MILU);
    assertThat(reopened.version("moon", MOON.version())).contains(MOON);
  }

  @Test
  void unknownIdsAndVersionsAreEmpty() {
    catalog.record(List.of(MILU));
    catalog.makeCurrent(versions(MILU));

    assertThat(catalog.current("milu' OR '1'='1")).isEmpty();
    assertThat(catalog.current("MILU")).isEmpty();
    assertThat(catalog.version("milu", "sha256:0")).isEmpty();
    assertThat(catalog.version("moon", MILU.version())).isEmpty();
  }

  @Test
  void severalThreadsMayRecordAndReadAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Document document = document("d" + i % 5, "第" + i % 10 + "种。");
        tasks.add(
            threads.submit(
                () -> {
                  catalog.record(List.of(document));
                  return catalog.version(document.id(), document.version()).isPresent();
                }));
      }
      for (Future<Boolean> task : tasks) {
        assertThat(task.get()).isTrue();
      }
    }
  }

  protected static Map<String, String> versions(Document... documents) {
    return Document.versions(List.of(documents));
  }

  protected static Document document(String id, String text) {
    return new DocumentText(id).block(text).toDocument(id, Metadata.NONE);
  }
}
