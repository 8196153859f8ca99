package org.kepu.assistant.educator.generation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;

/**
 * A sentence that names something: 正在生长的角叫鹿茸, or 夜空中最亮的恒星是天狼星.
 *
 * @param segment where it stands
 * @param term the name, without quotation marks
 * @param question what asks for it
 * @param form the statement, with {@code %s} for the name
 * @param sort what sort of name it is: only names of one sort may stand in a row
 */
record Naming(Segment segment, String term, String question, String form, Sort sort) {

  /** Whether it says what something is called. */
  boolean called() {
    return sort == Sort.TERM || sort == Sort.BYNAME;
  }

  enum Sort {
    /** What something is called. */
    TERM,
    /** The same, in quotation marks: often a likeness. */
    BYNAME,
    /** Which thing of the table of names it is. */
    CONCEPT,
    /** Who did it. */
    PERSON
  }

  private static final Pattern CALLED =
      Pattern.compile(
          "^(?<what>[^：；]{5,40}?)(?<verb>，?(?:就|也|又|被|都|才|这就|学名|中文名)?(?:叫作|叫做|称为|称作|俗称|简称|(?<![吼喊鸣名尖嚎惊乱])叫))"
              + "(?<term>“[^”]{2,10}”|[\\p{IsHan}]{2,7})(?=[，。；]|$)");

  private static final Pattern NO_TERM =
      Pattern.compile(".*(?:[的了是在有会能吗呢吧啊和与或]|一种|一类|什么|这个|名字|声|起来|得).*|^[不没很].*");

  private static final Pattern FIRST_OR_MOST =
      Pattern.compile("第一[个次颗种位座艘部台只块架]|唯一|最(?:[大小高低长短多少快慢早晚近远亮热冷深重轻厚]|古老|著名|有名|原始|完整)");

  private static final Pattern DOUBTFUL =
      Pattern.compile("之一|可能|据|估|也许|大概|都是|其中|前后|一般|多半|往往|之前|的是$|比|还");

  private static final Pattern BY =
      Pattern.compile(
          "(?<=由|是)(?<who>(?:\\p{IsHan}{2,4}国|苏联|荷兰|意大利|波兰|瑞士|丹麦|瑞典|奥地利|俄国|希腊|法国|英国|德国|美国|中国|古希腊)"
              + "(?:的)?(?:动物学家|植物学家|生物学家|天文学家|物理学家|化学家|地质学家|博物学家|古生物学家|科学家|学者|传教士|研究生|工程师|数学家|医生|气象学家)"
              + "(?<name>[\\p{IsHan}·]{2,10}?))(?=在|于|首先|最早|第一|提出|发现|命名|发明|建|用|从|根据|测|研究|把|画)");

  static Optional<Naming> in(Segment segment, Names names) {
    return called(segment).or(() -> most(segment, names)).or(() -> by(segment));
  }

  private static Optional<Naming> called(Segment segment) {
    Matcher called = CALLED.matcher(segment.text());
    if (!called.find()) {
      return Optional.empty();
    }
    String term = called.group("term").replaceAll("[“”]", "");
    String what = called.group("what");
    String verb =
        called.group("verb").replaceFirst("^，?(?:这就|才|都|就)", "，").replaceFirst("^，(?=被)", "");
    boolean apart = called.group("verb").startsWith("，");
    String asking = (apart ? "，" : "") + verb.replace("，", "");
    if (NO_TERM.matcher(term).matches()
        || what.contains(term)
        || what.endsWith("，")
        || what.matches(".*[“（].*")
        || what.matches(".*(?:有的|有些|有人|常|也|又|还|因此|所以|于是|后来|各地|如)$")) {
      return Optional.empty();
    }
    // 也叫什么 and 被称作什么 carry on by themselves.
    boolean plain = verb.matches("，?(?:叫作|叫做|称为|称作|叫)");
    String subject = apart && plain ? "这" : "";
    return Optional.of(
        new Naming(
            segment,
            term,
            what + (apart ? "，" + subject : "") + asking.replace("，", "") + "什么？",
            what + called.group("verb") + "%s。",
            called.group("term").startsWith("“") ? Sort.BYNAME : Sort.TERM));
  }

  private static Optional<Naming> most(Segment segment, Names names) {
    String clause = segment.clauses().getFirst().replaceFirst("，$", "");
    int is = clause.indexOf('是');
    if (is < 2 || is > clause.length() - 3 || clause.indexOf('是', is + 1) >= 0) {
      return Optional.empty();
    }
    String left = clause.substring(0, is);
    String right = clause.substring(is + 1);
    if (DOUBTFUL.matcher(clause).find() || !FIRST_OR_MOST.matcher(clause).find()) {
      return Optional.empty();
    }
    if (FIRST_OR_MOST.matcher(left).find() && isName(right, names)) {
      return Optional.of(
          new Naming(segment, bare(right), left + "是什么？", left + "是%s。", Sort.CONCEPT));
    }
    return FIRST_OR_MOST.matcher(right).find() && isName(left, names) && right.length() > 5
        ? Optional.of(
            new Naming(segment, bare(left), right + "是什么？", "%s是" + right + "。", Sort.CONCEPT))
        : Optional.empty();
  }

  private static Optional<Naming> by(Segment segment) {
    Matcher by = BY.matcher(segment.text());
    return by.find()
        ? Questions.asking(segment.text(), by.start("who"), by.end("who"), "谁")
            .map(
                question ->
                    new Naming(
                        segment,
                        by.group("who"),
                        question,
                        Questions.statement(segment.text(), by.start("who"), by.end("who"), "%s"),
                        Sort.PERSON))
        : Optional.empty();
  }

  private static boolean isName(String text, Names names) {
    return names.in(text).stream()
        .map(Mention::span)
        .anyMatch(span -> span.start() == 0 && span.end() == bare(text).length());
  }

  private static String bare(String name) {
    return name.replaceAll("[“”]", "");
  }

  String statement(String called) {
    return form.replace("%s", called);
  }
}
