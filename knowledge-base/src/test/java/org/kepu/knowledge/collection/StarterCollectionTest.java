package org.kepu.knowledge.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.parse.MarkdownParser;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.text.Sentences;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rules of {@code collection/WRITING.md}, held by every article. A test names all offenders.
 */
class StarterCollectionTest {

  private static final Path COLLECTION = Path.of("collection");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

  private static List<Article> articles;
  private static Set<String> broadSubjects;
  private static Set<String> subjects;

  @BeforeAll
  static void read() throws IOException {
    MarkdownParser parser = new MarkdownParser();
    articles = new ArrayList<>();
    try (Stream<Path> files = Files.list(COLLECTION)) {
      for (Path folder : files.filter(Files::isDirectory).sorted().toList()) {
        try (Stream<Path> inFolder = Files.list(folder)) {
          for (Path file : inFolder.sorted().toList()) {
            String path = COLLECTION.relativize(file).toString().replace('\\', '/');
            SourceFile source = new SourceFile(path, Files.readAllBytes(file));
            articles.add(new Article(source, parser.parse(source)));
          }
        }
      }
    }
    JsonNode taxonomy =
        new YAMLMapper().readTree(Files.readString(COLLECTION.resolve("taxonomy.yaml")));
    broadSubjects = Set.copyOf(taxonomy.propertyNames());
    subjects = new HashSet<>(broadSubjects);
    taxonomy.forEach(broad -> subjects.addAll(broad.path("topics").propertyNames()));
  }

  @Test
  void thereAreTwoHundredArticlesOrMore() {
    assertThat(articles).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void thereAreAThousandQuestionsOrMore() {
    assertThat(questions()).hasSizeGreaterThanOrEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"astronomy", "natural-history", "biodiversity"})
  void aBroadSubjectHasTwentyArticlesOrMore(String subject) {
    assertThat(articles)
        .filteredOn(article -> article.metadata().topics().getFirst().equals(subject))
        .hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void theJarCarriesEveryArticleAndNothingElse() {
    assertThat(StarterCollection.documents())
        .containsExactlyInAnyOrderElementsOf(articles.stream().map(Article::document).toList());
  }

  @Test
  void anArticleLiesInTheFolderOfItsBroadSubject() {
    assertNone(
        article ->
            !broadSubjects.contains(article.metadata().topics().getFirst())
                || !article.path().startsWith(article.metadata().topics().getFirst() + "/"),
        article -> article.metadata().topics().toString());
  }

  @Test
  void everyTopicStandsInTheTaxonomyOnce() {
    assertNone(
        article ->
            !subjects.containsAll(article.metadata().topics())
                || new HashSet<>(article.metadata().topics()).size()
                    < article.metadata().topics().size(),
        article -> article.metadata().topics().toString());
  }

  @Test
  void everyVenueIsOneOfThree() {
    Set<String> venues = Set.of("nature", "planetarium", "milu");
    assertNone(
        article -> !venues.containsAll(article.metadata().venues()),
        article -> article.metadata().venues().toString());
  }

  @Test
  void theLicenceIsCreativeCommonsAttribution() {
    assertNone(
        article -> !article.metadata().licence().equals("CC BY 4.0"),
        article -> article.metadata().licence());
  }

  @Test
  void everyArticleNamesItsSources() {
    assertNone(
        article ->
            article.metadata().sources().isEmpty()
                || article.metadata().sources().stream().anyMatch(String::isBlank),
        article -> article.metadata().sources().toString());
  }

  @Test
  void anArticleHasTwelveAliasesAtMostAndNoneTwice() {
    assertNone(
        article ->
            article.metadata().aliases().size() > 12
                || new HashSet<>(article.metadata().aliases()).size()
                    < article.metadata().aliases().size(),
        article -> article.metadata().aliases().toString());
  }

  @Test
  void noReviewIsInTheFuture() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    assertNone(
        article -> {
          LocalDate reviewedOn = article.metadata().reviewedOn();
          return reviewedOn == null || reviewedOn.isAfter(today);
        },
        article -> String.valueOf(article.metadata().reviewedOn()));
  }

  @Test
  void aTitleHasTwentyCharactersAtMost() {
    assertNone(
        article -> article.document().title().isBlank() || article.document().title().length() > 20,
        article -> article.document().title());
  }

  @Test
  void theFirstHeadingIsTheTitle() {
    assertNone(
        article -> !article.body().strip().startsWith("# " + article.document().title() + "\n"),
        article -> article.document().title());
  }

  @Test
  void anIdIsItsFilesName() {
    assertNone(
        article ->
            !article.document().id().equals(article.source().baseName())
                || !article.document().id().matches("[a-z0-9-]+"),
        article -> article.document().id());
  }

  @Test
  void noIdIsUsedTwice() {
    assertThat(articles).extracting(article -> article.document().id()).doesNotHaveDuplicates();
  }

  @Test
  void noQuestionIsAskedTwice() {
    assertThat(questions().map(Question::heading)).doesNotHaveDuplicates();
  }

  @Test
  void everyArticleAnswersFiveQuestionsOrMore() {
    assertNone(
        article -> article.questions().count() < 5,
        article -> String.valueOf(article.questions().count()));
  }

  @Test
  void aHeadingIsAQuestionOfSixToThirtyCharacters() {
    assertNoQuestion(
        question ->
            !question.heading().endsWith("？")
                || question.heading().length() < 6
                || question.heading().length() > 30,
        Question::heading);
  }

  @Test
  void thereAreNoHeadingsBelowTheQuestions() {
    assertNone(
        article -> article.document().sections().stream().anyMatch(section -> section.level() > 2),
        article -> "");
  }

  @Test
  void anAnswerHasEightyCharactersAtMost() {
    assertNoQuestion(question -> question.answer().length() > 80, Question::answer);
  }

  @Test
  void anAnswerStandsAlone() {
    Pattern opening = Pattern.compile("^(它|他|她|是的|不是的|因为|对，|这)");
    assertNoQuestion(question -> opening.matcher(question.answer()).find(), Question::answer);
  }

  @Test
  void anAnswerIsASentence() {
    assertNoQuestion(
        question -> !question.answer().matches("(?s).*[。！？][”』」）]*"), Question::answer);
  }

  @Test
  void eightyToFourHundredAndFiftyCharactersFollowTheAnswer() {
    assertNoQuestion(
        question -> question.explanation() < 80 || question.explanation() > 450,
        question -> question.explanation() + " characters");
  }

  @Test
  void noSentenceHasMoreThanNinetyCharacters() {
    assertNoQuestion(
        question -> question.sentences().anyMatch(sentence -> sentence.length() > 90),
        question ->
            question.sentences().filter(sentence -> sentence.length() > 90).toList().toString());
  }

  @Test
  void everyLinkLeadsToAnArticleAndThereAreThreeAtMost() {
    assertNone(
        article -> article.links().size() > 3 || !article.links().stream().allMatch(article::leads),
        article -> article.links().toString());
  }

  @Test
  void thereIsNoHtml() {
    assertNoText(Pattern.compile("</?[a-zA-Z!][^>]*>|&[a-z]+;|&#"));
  }

  @Test
  void thereAreNoImages() {
    assertNoText(Pattern.compile("!\\["));
  }

  @Test
  void nothingIsBold() {
    assertNoText(Pattern.compile("\\*\\*|__"));
  }

  @Test
  void nobodyIsTalkedDownTo() {
    assertNoText(Pattern.compile("小朋友们|让我们|你知道吗|总之|值得注意的是"));
  }

  @Test
  void theTextHasNoInvisibleCharacters() {
    assertNoText(Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\uFFFD\\t\\r]"));
  }

  private static void assertNone(Predicate<Article> breaks, Function<Article, String> shown) {
    assertThat(articles).isNotEmpty();
    assertThat(articles.stream().filter(breaks).map(a -> a.path() + ": " + shown.apply(a)))
        .isEmpty();
  }

  private static void assertNoQuestion(
      Predicate<Question> breaks, Function<Question, String> shown) {
    assertThat(questions()).isNotEmpty();
    assertThat(questions().filter(breaks).map(q -> q.place() + ": " + shown.apply(q))).isEmpty();
  }

  private static void assertNoText(Pattern pattern) {
    assertNone(
        article -> pattern.matcher(article.body()).find(),
        article ->
            pattern
                .matcher(article.body())
                .results()
                .map(found -> found.group())
                .distinct()
                .collect(Collectors.joining(" ")));
  }

  private static Stream<Question> questions() {
    return articles.stream().flatMap(Article::questions);
  }

  private record Article(SourceFile source, Document document) {

    String path() {
      return source.path();
    }

    Metadata metadata() {
      return document.metadata();
    }

    /** The Markdown below the front matter. */
    String body() {
      String text = new String(source.content(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf("\n---\n") + "\n---\n".length());
    }

    Stream<Question> questions() {
      return document.sections().stream()
          .filter(section -> section.level() == 2)
          .map(section -> new Question(this, section));
    }

    List<String> links() {
      return LINK.matcher(body()).results().map(found -> found.group(1)).toList();
    }

    boolean leads(String link) {
      Path target = COLLECTION.resolve(path()).resolveSibling(link).normalize();
      return target.startsWith(COLLECTION) && link.endsWith(".md") && Files.isRegularFile(target);
    }
  }

  private record Question(Article article, Section section) {

    String heading() {
      return section.heading();
    }

    String place() {
      return article.path() + " “" + heading() + "”";
    }

    String text() {
      return article.document().text().substring(section.bodyStart(), section.end());
    }

    Stream<String> sentences() {
      String text = text();
      return Sentences.of(text).stream().map(span -> span.of(text));
    }

    /** The first sentence. */
    String answer() {
      return sentences().findFirst().orElse("");
    }

    /** How many characters follow the answer in the source, without white space and targets. */
    long explanation() {
      String body = article.body();
      int from = body.indexOf("\n## " + heading() + "\n") + heading().length() + 4;
      int to = body.indexOf("\n## ", from);
      String source = body.substring(from, to < 0 ? body.length() : to);
      return length(LINK.matcher(source).replaceAll("]")) - length(answer());
    }

    private static long length(String text) {
      return text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
    }
  }
}
