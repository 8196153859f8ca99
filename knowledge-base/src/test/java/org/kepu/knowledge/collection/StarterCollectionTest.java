package org.kepu.knowledge.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.knowledge.document.Role;

/** The collection that ships is whole and keeps the rules of {@code collection/WRITING.md}. */
class StarterCollectionTest {

  private static final CollectionFolder COLLECTION = CollectionFolder.read(Path.of("collection"));

  @Test
  void itKeepsEveryRule() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    assertThat(new CollectionCheck(today).violations(COLLECTION)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} or more")
  @MethodSource("counts")
  void thereIsEnoughOfEverything(String what, int least, long count) {
    assertThat(count).as(what).isGreaterThanOrEqualTo(least);
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        Arguments.of("articles", 200, filesOf(Role.Article.class).size()),
        Arguments.of("questions of articles", 1_000, questionsOf(Role.Article.class)),
        Arguments.of("articles on astronomy", 72, in("astronomy")),
        Arguments.of("articles on natural history", 64, in("natural-history")),
        Arguments.of("articles on biodiversity", 64, in("biodiversity")),
        Arguments.of("articles on the milu", 12, on("milu")),
        Arguments.of("sections for children", 60, questionsOf(Role.Variant.class)),
        Arguments.of("myths", 60, filesOf(Role.Myth.class).size()),
        Arguments.of("pictures", 40, COLLECTION.illustrations().size()),
        Arguments.of("concepts", 300, COLLECTION.concepts().size()));
  }

  @Test
  void theJarCarriesEveryArticleAndNothingElse() {
    assertThat(StarterCollection.documents())
        .containsExactlyInAnyOrderElementsOf(COLLECTION.documents());
  }

  @Test
  void theJarCarriesTheTablesAndThePictures() {
    assertThat(StarterCollection.concepts()).isEqualTo(COLLECTION.concepts());
    assertThat(StarterCollection.illustrations()).isEqualTo(COLLECTION.illustrations());
    COLLECTION
        .media()
        .forEach(
            (name, svg) ->
                assertThat(StarterCollection.picture(name).orElseThrow()).isEqualTo(svg));
  }

  private static List<CollectionFile> filesOf(Class<? extends Role> role) {
    return COLLECTION.files().stream().filter(file -> role.isInstance(file.role())).toList();
  }

  private static long questionsOf(Class<? extends Role> role) {
    return filesOf(role).stream().flatMap(CollectionFile::answered).count();
  }

  private static long in(String folder) {
    return filesOf(Role.Article.class).stream()
        .filter(article -> article.path().startsWith(folder + "/"))
        .count();
  }

  private static long on(String topic) {
    return filesOf(Role.Article.class).stream()
        .filter(article -> article.metadata().topics().contains(topic))
        .count();
  }
}
