package org.kepu.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

  private static final String TEXT = "麋鹿\n\n麋鹿吃草。";
  private static final Section SECTION = new Section("麋鹿", 1, 0, 4, 9);
  private static final LocalDate REVIEWED = LocalDate.of(2026, 11, 23);
  private static final Metadata METADATA =
      new Metadata(
          List.of("biodiversity", "milu"),
          List.of("milu"),
          List.of("四不像"),
          Audience.GENERAL,
          List.of("百科"),
          "CC BY 4.0",
          REVIEWED,
          LocalDate.of(2027, 12, 31));
  private static final Document DOCUMENT =
      Document.of("milu", "麋鹿", TEXT, List.of(SECTION), METADATA);

  @Test
  void theSameContentHasTheSameVersion() {
    Document again = Document.of("milu", "麋鹿", TEXT, new ArrayList<>(List.of(SECTION)), METADATA);

    assertThat(again).isEqualTo(DOCUMENT);
    assertThat(again.version()).startsWith("sha256:").hasSize("sha256:".length() + 64);
  }

  @ParameterizedTest(name = "its {0}")
  @MethodSource("changed")
  void theVersionChangesWith(String component, Document changed) {
    assertThat(changed.version()).as(component).isNotEqualTo(DOCUMENT.version());
  }

  static Stream<Arguments> changed() {
    return Stream.of(
        Arguments.of("id", Document.of("milu-2", "麋鹿", TEXT, List.of(SECTION), METADATA)),
        Arguments.of("title", Document.of("milu", "鹿", TEXT, List.of(SECTION), METADATA)),
        Arguments.of("text", Document.of("milu", "麋鹿", TEXT + "\n", List.of(SECTION), METADATA)),
        Arguments.of("sections", Document.of("milu", "麋鹿", TEXT, List.of(), METADATA)),
        Arguments.of("section's heading", with(new Section("鹿", 1, 0, 4, 9))),
        Arguments.of("section's level", with(new Section("麋鹿", 2, 0, 4, 9))),
        Arguments.of("section's start", with(new Section("麋鹿", 1, 1, 4, 9))),
        Arguments.of("section's body", with(new Section("麋鹿", 1, 0, 3, 9))),
        Arguments.of("section's end", with(new Section("麋鹿", 1, 0, 4, 8))),
        Arguments.of("topics", topics("biodiversity")),
        Arguments.of("venues", lists(List.of(), List.of("四不像"), List.of("百科"))),
        Arguments.of("aliases", lists(List.of("milu"), List.of(), List.of("百科"))),
        Arguments.of("sources", lists(List.of("milu"), List.of("四不像"), List.of())),
        Arguments.of("audience", edited(Audience.CHILD, "CC BY 4.0", REVIEWED, METADATA.validTo())),
        Arguments.of("licence", edited(Audience.GENERAL, "CC0", REVIEWED, METADATA.validTo())),
        Arguments.of(
            "day of review",
            edited(Audience.GENERAL, "CC BY 4.0", REVIEWED.plusDays(1), METADATA.validTo())),
        Arguments.of("last day", edited(Audience.GENERAL, "CC BY 4.0", REVIEWED, null)));
  }

  /** Computed by the code before there were roles and days of ageing. */
  @Test
  void theVersionOfAPlainArticleIsWhatItWasBeforeThereWereRoles() {
    assertThat(DOCUMENT.version())
        .isEqualTo("sha256:6f6953e0aa3353c08f026e93fad0ec9aded63c318c841a56b0f0a9eded5cb2e2");
  }

  @ParameterizedTest
  @MethodSource("roles")
  void theVersionChangesWithTheRole(Role role) {
    Set<String> others =
        roles()
            .filter(other -> !other.equals(role))
            .map(other -> aging(other, null, null).version())
            .collect(Collectors.toSet());

    assertThat(others).hasSize((int) roles().count() - 1);
    assertThat(aging(role, null, null).version()).isNotIn(others).isNotEqualTo(DOCUMENT.version());
  }

  static Stream<Role> roles() {
    return Stream.of(
        new Role.Variant("milu"),
        new Role.Variant("deer"),
        new Role.Myth("麋鹿是马", List.of()),
        new Role.Myth("麋鹿是牛", List.of()),
        new Role.Myth("麋鹿是牛", List.of("a#b")),
        new Role.Advice(List.of(), List.of()),
        new Role.Advice(List.of("a, b"), List.of()),
        new Role.Advice(List.of("a", "b"), List.of()),
        new Role.Advice(List.of("a"), List.of("b")),
        new Role.Advice(List.of(), List.of("a", "b")));
  }

  @Test
  void theVersionChangesWithTheDaysOfAgeing() {
    assertThat(
            Stream.of(
                DOCUMENT,
                aging(Role.ARTICLE, REVIEWED, null),
                aging(Role.ARTICLE, null, REVIEWED),
                aging(Role.ARTICLE, REVIEWED, REVIEWED)))
        .extracting(Document::version)
        .doesNotHaveDuplicates();
    assertThat(aging(Role.ARTICLE, null, null)).isEqualTo(DOCUMENT);
  }

  @Test
  void mythsAndAdviceRestOnSections() {
    assertThat(Role.supportOf(new Role.Myth("麋鹿是马", List.of("a#b")))).containsExactly("a#b");
    assertThat(Role.supportOf(new Role.Advice(List.of("被咬"), List.of("c#d"))))
        .containsExactly("c#d");
    assertThat(Role.supportOf(Role.ARTICLE)).isEmpty();
    assertThat(Role.supportOf(new Role.Variant("a"))).isEmpty();
  }

  @Test
  void textThatMovesFromOneComponentToTheNextChangesTheVersion() {
    assertThat(Document.of("milu", "ab", "c", List.of(), METADATA).version())
        .isNotEqualTo(Document.of("milu", "a", "bc", List.of(), METADATA).version());
  }

  @Test
  void listsOfDifferentLengthNeverHaveTheSameVersion() {
    assertThat(topics("biodiversity,milu").version()).isNotEqualTo(DOCUMENT.version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"milu", "milu-name_2.v:1", "麋鹿", "A"})
  void lettersDigitsDotsColonsAndHyphensMakeAnId(String id) {
    assertThat(Document.of(id, "t", "t", List.of(), Metadata.NONE).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "../a", "a#1", "<b>", "a\n"})
  void anyOtherIdIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Document.of(id, "t", "t", List.of(), Metadata.NONE))
        .withMessageContaining("'" + id + "'");
  }

  @Test
  void anIdOfMoreThan200CharactersIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Document.of("a".repeat(201), "t", "t", List.of(), Metadata.NONE));
  }

  @Test
  void sectionsThatOverlapOrLeaveTheTextAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(new Section("外面", 1, 0, 4, 10)))
        .withMessageContaining("外面");
    Section second = new Section("重叠", 2, 8, 8, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Document.of("milu", "麋鹿", TEXT, List.of(SECTION, second), METADATA))
        .withMessageContaining("重叠");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "1, -1, 0, 0", "1, 2, 1, 3", "1, 0, 2, 1"})
  void aSectionWhoseOffsetsDoNotRiseIsRefused(int level, int start, int bodyStart, int end) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Section("麋鹿", level, start, bodyStart, end));
  }

  @Test
  void whatIsGivenAsAListIsCopied() {
    List<Section> sections = new ArrayList<>(List.of(SECTION));
    Document document = Document.of("milu", "麋鹿", TEXT, sections, METADATA);
    sections.clear();

    assertThat(document.sections()).containsExactly(SECTION);
  }

  @ParameterizedTest
  @CsvSource({"2027-12-30, true", "2027-12-31, true", "2028-01-01, false"})
  void aDocumentIsInForceUpToItsLastDay(LocalDate day, boolean inForce) {
    assertThat(METADATA.inForceOn(day)).isEqualTo(inForce);
    assertThat(Metadata.NONE.inForceOn(day)).isTrue();
  }

  private static Document aging(Role role, @Nullable LocalDate asOf, @Nullable LocalDate reviewBy) {
    return with(
        new Metadata(
            METADATA.topics(),
            METADATA.venues(),
            METADATA.aliases(),
            METADATA.audience(),
            role,
            METADATA.sources(),
            METADATA.licence(),
            METADATA.reviewedOn(),
            asOf,
            reviewBy,
            METADATA.validTo()));
  }

  private static Document with(Section section) {
    return Document.of("milu", "麋鹿", TEXT, List.of(section), METADATA);
  }

  private static Document topics(String... topics) {
    return with(
        new Metadata(
            List.of(topics),
            METADATA.venues(),
            METADATA.aliases(),
            METADATA.audience(),
            METADATA.sources(),
            METADATA.licence(),
            METADATA.reviewedOn(),
            METADATA.validTo()));
  }

  private static Document lists(List<String> venues, List<String> aliases, List<String> sources) {
    return with(
        new Metadata(
            METADATA.topics(),
            venues,
            aliases,
            METADATA.audience(),
            sources,
            METADATA.licence(),
            METADATA.reviewedOn(),
            METADATA.validTo()));
  }

  private static Document edited(
      Audience audience, String licence, LocalDate reviewedOn, @Nullable LocalDate validTo) {
    return with(
        new Metadata(
            METADATA.topics(),
            METADATA.venues(),
            METADATA.aliases(),
            audience,
            METADATA.sources(),
            licence,
            reviewedOn,
            validTo));
  }

  private static Document with(Metadata metadata) {
    return Document.of("milu", "麋鹿", TEXT, List.of(SECTION), metadata);
  }
}
