package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Sentences;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a model wrote about a section. A key must stand in the quote, what is said to hold
 * must say the key in the text's own words, and what is said to hold nowhere must say the wrong
 * option: else the gates would check one thing and pupils read another. Quotes are widened to whole
 * sentences, so that none leaves a denial out. Used once.
 */
final class Manuscript {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern FENCE = Pattern.compile("(?s)^```(?:json)?\\s*\\n(.*)\\n```$");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)[<>\\[\\]{}`#*|\\\\\\p{Cntrl}]|://|www\\.|\\p{Cf}|\\p{Co}|\\p{Cn}"
              // A domain; T.rex is none.
              + "|(?!(?-i:\\b[A-Z]\\.[a-z]{3,}))\\b[a-z0-9-]+\\.[a-z]{2,}\\b");
  private static final Pattern NUMBER = Pattern.compile("[0-9０-９一二两三四五六七八九十百千万亿半]");

  /** What may be said without the text's saying it; no denial is among them. */
  private static final String SMALL_WORDS = "的了着过是在有和与及或也都就才这那其它他她它们之以为于被把将从到对向由用会能可以个种只些一叫作做称";

  private static final int LONGEST_STEM = 120;
  private static final int LONGEST_OPTION = 60;
  private static final int LONGEST_STATEMENT = 160;
  private static final int LONGEST_QUOTE = 300;
  private static final int LONGEST_EVIDENCE = 500;
  private static final int SHORTEST_QUOTE = 6;
  private static final int LONGEST_UNIT = 6;
  private static final int MOST = 6;

  private final Document document;
  private final Section section;
  private final Set<Kind> kinds;
  private final String model;
  private final String body;
  private final List<Span> sentences;
  private final Map<Flaw, Integer> flaws = new EnumMap<>(Flaw.class);

  /**
   * @param kinds which may be written
   * @param model who wrote it
   */
  Manuscript(Document document, Section section, Collection<Kind> kinds, String model) {
    this.document = document;
    this.section = section;
    this.kinds = Set.copyOf(kinds);
    this.model = model;
    this.body = document.text().substring(section.bodyStart(), section.end());
    this.sentences = Sentences.of(body);
  }

  /** The drafts in {@code text}, of its first {@code most} items. */
  Written read(String text, int most) {
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode item : items(text)) {
      if (most-- <= 0) {
        break;
      }
      try {
        drafts.add(draft(item));
      } catch (FlawedException e) {
        flaws.merge(e.flaw, 1, Integer::sum);
      } catch (IllegalArgumentException e) {
        // The item's own rules: too few options, two that are alike.
        flaws.merge(Flaw.INCOMPLETE, 1, Integer::sum);
      }
    }
    return new Written(model, drafts, flaws, List.of(), null);
  }

  private List<JsonNode> items(String text) {
    try {
      JsonNode items = JSON.readTree(FENCE.matcher(text.strip()).replaceFirst("$1")).path("items");
      if (items.isArray()) {
        return items.valueStream().toList();
      }
    } catch (JacksonException e) {
      // Whatever it is, it is no item.
    }
    flaws.merge(Flaw.SHAPE, 1, Integer::sum);
    return List.of();
  }

  private Draft draft(JsonNode node) {
    if (!node.isObject()) {
      throw new FlawedException(Flaw.SHAPE);
    }
    Kind kind =
        Stream.of(Kind.values())
            .filter(each -> each.code().equals(node.path("kind").asString("")))
            .filter(kinds::contains)
            .findFirst()
            .orElseThrow(() -> new FlawedException(Flaw.KIND));
    Piece piece = new Piece(kind, text(node, "stem", LONGEST_STEM), evidence(node));
    return switch (kind) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> choice(node, piece);
      case TRUE_FALSE -> judgement(node, piece);
      case FILL_IN -> blank(node, piece);
      case SHORT_ANSWER -> open(piece);
      case ORDERING, MATCHING, HANDS_ON, ORAL -> throw new FlawedException(Flaw.KIND);
    };
  }

  private Draft choice(JsonNode node, Piece piece) {
    piece.asks();
    boolean single = piece.kind() == Kind.SINGLE_CHOICE;
    List<Said> right = said(node);
    if (single && right.size() > 1) {
      throw new FlawedException(Flaw.TOO_LONG);
    }
    right.forEach(option -> piece.tied(option.text()).ownWords(option.statement()));
    List<String> texts = right.stream().map(Said::text).toList();
    List<Denied> denied =
        list(node, "wrong").stream().map(wrong -> denied(wrong, right, single)).toList();
    List<String> others = denied.stream().map(Denied::wrong).toList();
    boolean figures =
        Stream.concat(texts.stream(), others.stream()).allMatch(t -> t.matches(".*[0-9].*"));
    return piece.draft(
        figures && texts.size() == 1
            ? Options.rising(texts.getFirst(), others)
            : Options.mixed(texts, others, new SplittableRandom(piece.stem().hashCode())),
        right.stream().map(Said::statement).toList(),
        denied,
        new Reread(piece.stem(), texts.getFirst()));
  }

  private Draft judgement(JsonNode node, Piece piece) {
    JsonNode holds = node.path("holds");
    if (!holds.isBoolean()) {
      throw new FlawedException(Flaw.INCOMPLETE);
    }
    if (holds.asBoolean()) {
      piece.ownWords(piece.stem());
      return piece.draft(new Content.Judgement(true), List.of(piece.stem()), List.of(), null);
    }
    String changed = text(node, "changed", LONGEST_OPTION);
    String instead = text(node, "instead", LONGEST_OPTION);
    int at = piece.stem().indexOf(changed);
    if (at < 0 || piece.stem().indexOf(changed, at + 1) >= 0 || piece.quoted().contains(changed)) {
      throw new FlawedException(Flaw.UNTIED);
    }
    String truth = piece.stem().replace(changed, instead);
    piece.tied(instead).ownWords(truth);
    // With a number in it, another unit may say the same: all of it is held against the texts.
    String wrong = NUMBER.matcher(piece.stem()).find() ? "" : changed;
    return piece.draft(
        new Content.Judgement(false),
        List.of(truth),
        List.of(new Denied(piece.stem(), piece.stem(), wrong)),
        null);
  }

  private Draft blank(JsonNode node, Piece piece) {
    piece.asks();
    // Others that a model would accept, too, are its word alone.
    String answer = texts(node, "answers", LONGEST_OPTION).getFirst();
    String unit = node.path("unit").asString("").strip();
    String statement = text(node, "statement", LONGEST_STATEMENT);
    piece.tied(answer + unit);
    if (unit.length() > LONGEST_UNIT || !statement.contains(answer + unit)) {
      throw new FlawedException(Flaw.UNTIED);
    }
    piece.ownWords(statement);
    return piece.draft(
        new Content.Blank(List.of(answer), unit),
        List.of(statement),
        List.of(),
        new Reread(piece.stem(), answer));
  }

  /** The answer is the text's, not the model's. */
  private Draft open(Piece piece) {
    piece.asks();
    List<String> quotes = piece.evidence().stream().map(Evidence::quote).toList();
    return piece.draft(
        new Content.Open(quotes.getFirst(), quotes.subList(1, quotes.size())),
        quotes,
        List.of(),
        new Reread(piece.stem(), piece.quoted()));
  }

  /**
   * A wrong option, in a right one's place: what it would mean is not the model's to choose. Where
   * several are right, the model says in whose place.
   */
  private static Denied denied(JsonNode node, List<Said> right, boolean single) {
    String wrong = text(node, "text", LONGEST_OPTION);
    List<String> instead =
        right.stream()
            .map(option -> option.statement().replace(option.text(), wrong))
            .filter(each -> single || each.equals(text(node, "statement", LONGEST_STATEMENT)))
            .toList();
    if (instead.isEmpty()) {
      throw new FlawedException(Flaw.UNTIED);
    }
    return new Denied(wrong, instead.getFirst(), NUMBER.matcher(wrong).find() ? "" : wrong);
  }

  /** The right options with what holds by them. */
  private static List<Said> said(JsonNode node) {
    List<Said> said = new ArrayList<>();
    for (JsonNode each : list(node, "right")) {
      Said option =
          new Said(text(each, "text", LONGEST_OPTION), text(each, "statement", LONGEST_STATEMENT));
      if (!option.statement().contains(option.text())) {
        throw new FlawedException(Flaw.UNTIED);
      }
      said.add(option);
    }
    return said;
  }

  /** The sentences that the quotes stand in. */
  private List<Evidence> evidence(JsonNode node) {
    List<Span> spans = new ArrayList<>();
    for (String quote : texts(node, "quotes", LONGEST_QUOTE)) {
      Span span = sentences(quote).orElseThrow(() -> new FlawedException(Flaw.QUOTE));
      if (!spans.contains(span)) {
        spans.add(span);
      }
    }
    if (spans.stream().mapToInt(Span::length).sum() > LONGEST_EVIDENCE) {
      throw new FlawedException(Flaw.TOO_LONG);
    }
    return spans.stream().map(span -> span.shifted(section.bodyStart())).map(this::at).toList();
  }

  private Optional<Span> sentences(String quote) {
    int at = body.indexOf(quote);
    if (at < 0 || quote.length() < SHORTEST_QUOTE) {
      return Optional.empty();
    }
    List<Span> touched =
        sentences.stream()
            .filter(sentence -> sentence.start() < at + quote.length() && sentence.end() > at)
            .toList();
    return touched.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(touched.getFirst().start(), touched.getLast().end()));
  }

  private Evidence at(Span span) {
    Metadata metadata = document.metadata();
    return new Evidence(
        document.id(),
        document.version(),
        document.title(),
        section.heading(),
        span.start(),
        span.end(),
        span.of(document.text()),
        metadata.sources(),
        metadata.licence());
  }

  private static List<JsonNode> list(JsonNode node, String field) {
    JsonNode list = node.path(field);
    if (!list.isArray() || list.isEmpty()) {
      throw new FlawedException(Flaw.INCOMPLETE);
    }
    if (list.size() > MOST) {
      throw new FlawedException(Flaw.TOO_LONG);
    }
    return list.valueStream().toList();
  }

  private static List<String> texts(JsonNode node, String field, int longest) {
    return list(node, field).stream().map(each -> checked(each, longest)).toList();
  }

  private static String text(JsonNode node, String field, int longest) {
    return checked(node.path(field), longest);
  }

  private static String checked(JsonNode node, int longest) {
    if (!node.isString() || node.asString().isBlank()) {
      throw new FlawedException(Flaw.INCOMPLETE);
    }
    String text = node.asString().strip();
    if (text.length() > longest) {
      throw new FlawedException(Flaw.TOO_LONG);
    }
    if (MARKUP.matcher(text).find()) {
      throw new FlawedException(Flaw.MARKUP);
    }
    return text;
  }

  /** A right option, and what holds by it. */
  private record Said(String text, String statement) {}

  /** An item that is being read. */
  private final class Piece {

    private final Kind kind;
    private final String stem;
    private final List<Evidence> evidence;
    private final String quoted;

    Piece(Kind kind, String stem, List<Evidence> evidence) {
      this.kind = kind;
      this.stem = stem;
      this.evidence = evidence;
      this.quoted = evidence.stream().map(Evidence::quote).collect(Collectors.joining());
    }

    Kind kind() {
      return kind;
    }

    String stem() {
      return stem;
    }

    List<Evidence> evidence() {
      return evidence;
    }

    /** All that is quoted. */
    String quoted() {
      return quoted;
    }

    /** Refuses a stem that is no question. */
    void asks() {
      if (!stem.endsWith("？")) {
        throw new FlawedException(Flaw.INCOMPLETE);
      }
    }

    /** Refuses a key that the quote does not have. */
    Piece tied(String key) {
      if (!quoted.contains(key)) {
        throw new FlawedException(Flaw.UNTIED);
      }
      return this;
    }

    /** Refuses a statement with characters that are neither the text's nor small words. */
    Piece ownWords(String statement) {
      String own = (quoted + document.title() + section.heading()).toLowerCase(Locale.ROOT);
      boolean others =
          statement
              .toLowerCase(Locale.ROOT)
              .codePoints()
              .filter(Character::isLetterOrDigit)
              .anyMatch(c -> own.indexOf(c) < 0 && SMALL_WORDS.indexOf(c) < 0);
      if (others) {
        throw new FlawedException(Flaw.OWN_WORDS);
      }
      return this;
    }

    Draft draft(
        Content content, List<String> asserted, List<Denied> denied, @Nullable Reread reread) {
      return new Draft(
          new Item(
              kind,
              stem,
              content,
              quoted,
              evidence,
              Curriculum.align(document, section, kind, ModelMaker.level(kind), stem, quoted),
              "llm:" + model),
          asserted,
          denied,
          reread);
    }
  }

  /** What is read is no draft. */
  private static final class FlawedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    FlawedException(Flaw flaw) {
      super(flaw.label(), null, false, false);
      this.flaw = flaw;
    }
  }
}
