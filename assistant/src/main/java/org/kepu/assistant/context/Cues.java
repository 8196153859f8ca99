package org.kepu.assistant.context;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.assistant.context.Cue.Pronoun.Sort;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.text.TextForms;

/** Finds what in a question points back. */
final class Cues {

  private static final Pattern MORE =
      Pattern.compile(
          "(那)?(还有(呢|吗|什么|别的|其他的)?(吗|呢)?|然后呢|后来呢|接着呢|继续(说|讲)?(下去)?|"
              + "(能|可以)?(再|多|详细|具体)(多)?(说说|讲讲|说|讲|介绍)(一?(点|些|下))?|"
              + "go on|tell me more|more|anything else|what else)(吧|吗|呢|啊|please)?");

  private static final Pattern BARE =
      Pattern.compile(
          "(那)?(这是|这|是)?(为什么|为啥|为何|怎么会|怎么回事|凭什么|真的|真的假的|怎么说|什么原因|什么意思|怎么知道的?|why|why not|really)"
              + "(呢|啊|呀|吗|不是|不行|不会|不能|没有|会这样|这样|是这样)*");

  private static final Pattern NTH =
      Pattern.compile("(那)?(么)?第([一二三四五六七八九1-9])(个|条|种|项|颗|只|题|问|位)?(呢|是什么|是谁|怎么样)?");

  private static final String NUMBERS = "一二三四五六七八九";

  private static final Pattern INSTEAD =
      Pattern.compile("(?:那么|那|换成|要是|如果是)?[ ，,]*(.{1,14}?)的?呢|那(.{1,6}?)又?怎么样");

  private static final Pattern INSTEAD_IN_ENGLISH =
      Pattern.compile("(?:and|what about|how about|and what about) (?:the )?(.{2,40})()");

  /** “冥王星有吗”, “夏天也有吗”: with a yes or no of the same. */
  private static final Pattern LIKEWISE =
      Pattern.compile("(?:那么|那)?(.{1,8}?)(?:也)?(?:有|是|会|能|行|可以|一样|是这样)(?:吗|么|没有|不)");

  /** What makes a clause a question of its own, so that “…呢” at its end is no ellipsis. */
  private static final Pattern ASKS =
      Pattern.compile(
          "什么|怎|为何|谁|哪|几|多少|是不是|有没有|能不能|会不会|要不要|何|咋|啥|多[大长高远久重快深]|吗|how|wh(y|at|en|ere|ich|o)");

  private static final Pattern THING =
      Pattern.compile(
          "(?<![其吉])(它们|它|牠们|牠)|(?<![其吉排维利])(他们|她们|他(?![乡日人]))|\\b(it|its|they|them|their)\\b");

  /** What people call things they do not know. */
  private static final String SHOWN = "动物|植物|东西|家伙|展品|标本|化石|石头|星星|星球|天体|恐龙|鸟|鱼|虫子|树|模型|小家伙";

  private static final Pattern AT_HAND =
      Pattern.compile(
          "(?<![的下上])(这|那)(种|类|个|只|颗|座|块|些|条|棵|头|件)?("
              + SHOWN
              + ")|"
              + "这(?:个|些|种|位)?(?=(?:到底|究竟)?(?:是|叫|有|能|会|怎|为|多|在|像|属|吃|重|活))|"
              + "(?:那个|那种|那些)(?=(?:到底|究竟)?(?:是|叫|有|能|会|怎|为|多|在|像|属|吃|重|活))|"
              + "(?<![在到从去])(这里|那里|这儿|那儿)(?=(?:到底|究竟)?(?:是|叫|有|能|会|怎|为|多|没))|"
              + "(?<=[在到从去])(那里|那儿|那边)|\\b(this|that) (animal|plant|thing|one)\\b|(?<=is )(this|that)\\b");

  /** “这是什么”, “这个动物叫什么名字”, and nothing more. */
  private static final Pattern WHAT_STANDS_HERE =
      Pattern.compile(
          "(?:请问)?(?:[这那](?:种|类|个|只|颗|座|块|些|条|棵|头|件)?(?:"
              + SHOWN
              + ")?|([它牠]))(?:到底|究竟)?(?:是|叫)个?(?:什么|啥)(?:名字|"
              + SHOWN
              + ")?[呀啊呢]?|"
              + "what(?:'s|’s| is) (?:this|that|(it))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACE =
      Pattern.compile("^(?:那么|那|这|在)*(上面|上头|里面|里头|里边|中间|表面|背面|旁边|附近|周围|身上|头上|其中)");

  /** A thing that the sentence itself brings in: what follows points to it. */
  private static final Pattern BROUGHT_IN =
      Pattern.compile("[一两几有某](只|种|个|棵|条|块|颗|头|朵|群|位|本|部|座|些)|“|「");

  /** What parts a clause from the one before it. */
  private static final Pattern CLAUSE = Pattern.compile("[，,。；;：:]");

  private static final Pattern TAKES_OBJECT = Pattern.compile("[在到从去把给对跟和用叫看养吃是]$");

  /** A pronoun further on has had room for what it stands for; in characters. */
  private static final int LONGEST_LEAD = 12;

  private static final int SHORT_LEAD = 3;

  private Cues() {}

  /**
   * The cue in {@code question}; empty if it has none.
   *
   * @param mentions the names in it
   */
  static Optional<Cue> in(String question, List<Mention> mentions) {
    String form = TextForms.forEmbedding(question);
    int end = end(form);
    String asked = form.substring(0, end);
    if (MORE.matcher(asked).matches()) {
      return Optional.of(new Cue.More());
    }
    if (BARE.matcher(asked).matches()) {
      return Optional.of(new Cue.Bare());
    }
    Matcher nth = NTH.matcher(asked);
    if (nth.matches()) {
      return Optional.of(new Cue.Nth(number(nth.group(3))));
    }
    return instead(asked, mentions).or(() -> pronoun(asked, mentions));
  }

  private static Optional<Cue> instead(String asked, List<Mention> mentions) {
    for (Pattern pattern : List.of(INSTEAD, INSTEAD_IN_ENGLISH)) {
      Matcher matcher = pattern.matcher(asked);
      if (matcher.matches()) {
        int group = matcher.start(1) >= 0 ? 1 : 2;
        if (!ASKS.matcher(matcher.group(group)).find()) {
          Span other = new Span(matcher.start(group), matcher.end(group));
          return Optional.of(new Cue.Instead(other, true));
        }
      }
    }
    Matcher likewise = LIKEWISE.matcher(asked);
    if (likewise.matches()
        && !ASKS.matcher(likewise.group(1)).find()
        && pronoun(asked, mentions).isEmpty()
        && (asked.contains("也") || covers(mentions, likewise.start(1), likewise.end(1)))) {
      Span other = new Span(likewise.start(1), likewise.end(1));
      return Optional.of(new Cue.Instead(other, false));
    }
    return Optional.empty();
  }

  /**
   * Whether {@code question} asks what the visitor stands before.
   *
   * @param first whether nothing was spoken about that “它” could mean
   */
  static boolean asksWhatStandsHere(String question, boolean first) {
    String form = TextForms.forEmbedding(question);
    Matcher matcher = WHAT_STANDS_HERE.matcher(form.substring(0, end(form)));
    return matcher.matches() && (first || (matcher.group(1) == null && matcher.group(2) == null));
  }

  private static boolean covers(List<Mention> mentions, int start, int end) {
    return mentions.stream().anyMatch(m -> m.span().start() == start && m.span().end() == end);
  }

  /** The first pronoun for which the sentence itself has no thing to stand for. */
  private static Optional<Cue> pronoun(String asked, List<Mention> mentions) {
    return Stream.of(
            first(THING, asked, 0, Sort.THING),
            first(AT_HAND, asked, 0, Sort.AT_HAND),
            first(PLACE, asked, 1, Sort.PLACE))
        .flatMap(Optional::stream)
        .filter(pronoun -> !resolvedWithin(asked, pronoun, mentions))
        .min(Comparator.comparingInt(pronoun -> pronoun.span().start()))
        .map(Cue.class::cast);
  }

  private static Optional<Cue.Pronoun> first(Pattern pattern, String asked, int group, Sort sort) {
    Matcher matcher = pattern.matcher(asked);
    if (!matcher.find()) {
      return Optional.empty();
    }
    Span span = new Span(matcher.start(group), matcher.end(group));
    return Optional.of(new Cue.Pronoun(span, sort, certain(asked, span.start(), sort)));
  }

  private static boolean certain(String asked, int start, Sort sort) {
    String lead = asked.substring(0, start);
    return switch (sort) {
      case THING -> !CLAUSE.matcher(lead).find() && start <= LONGEST_LEAD;
      case AT_HAND -> start <= SHORT_LEAD || TAKES_OBJECT.matcher(lead).find();
      case PLACE -> false;
    };
  }

  /** Whether the sentence names before the pronoun what it stands for. */
  private static boolean resolvedWithin(String asked, Cue.Pronoun pronoun, List<Mention> mentions) {
    int at = pronoun.span().start();
    return mentions.stream().anyMatch(m -> m.span().end() <= at && Topic.isSubject(m.concept()))
        || BROUGHT_IN.matcher(asked.substring(0, at)).find();
  }

  /** Where the question ends, but for marks and particles of tone that say nothing. */
  static int end(String form) {
    int end = form.length();
    while (end > 0 && !Character.isLetterOrDigit(form.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int number(String digit) {
    int chinese = NUMBERS.indexOf(digit);
    return chinese >= 0 ? chinese + 1 : Integer.parseInt(digit);
  }
}
