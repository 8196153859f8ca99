package org.kepu.assistant.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.knowledge.text.TextForms;

/**
 * Returns a greeting, thanks or a goodbye in words written beforehand. Only what is nothing else is
 * taken for one: “你好，麋鹿吃什么？” is a question, and so is “你是谁”, which the collection answers.
 */
final class Courtesy {

  private static final int SUGGESTIONS = 4;

  /** Nobody greets at greater length, in letters and digits. */
  private static final int LONGEST = 40;

  /** What is said, in Simplified and lower case without marks; where several are, the last one. */
  private enum Kind {
    HELLO(
        "你好|您好|(?:你们|大家|老师|助手|朋友)好|早上好|上午好|中午好|下午好|晚上好|早安|早|哈喽|哈啰|嗨|嘿|在吗|在不在|有人吗"
            + "|hello|hi|hey|good(?:morning|afternoon|evening)|howareyou|anyone(?:here|there)"),
    UNDERSTOOD(
        "好的|知道了|明白了|懂了|原来如此|原来是这样|太棒了|真棒|厉害|真有意思|真有趣"
            + "|ok|okay|isee|gotit|great|cool|awesome|interesting"),
    THANKS("谢谢|多谢|感谢|辛苦了|thank(?:s|you)|thx"),
    GOODBYE("再见|拜拜|回头见|下次见|明天见|晚安|goodbye|bye|seeyou|goodnight");

    private final String wordings;
    private final Pattern said;

    Kind(String wordings) {
      this.wordings = wordings;
      this.said = Pattern.compile(wordings);
    }
  }

  /** What goes with a greeting and says nothing more. */
  private static final String BESIDE =
      "[啊呀吧呢哦哟啦哈吗嘛了你您们]|小助手|科普助手|助手|老师|朋友|请问|非常|十分|很|的|大家|讲解|解答|回答"
          + "|there|very|much|so|again|for(?:your|the)help|later|everyone|assistant|a?lot";

  private static final Pattern NOTHING_ELSE =
      Pattern.compile(
          Arrays.stream(Kind.values())
              .map(kind -> kind.wordings)
              .collect(Collectors.joining("|", "(?:", "|" + BESIDE + ")+")));

  private final OpeningQuestions openings;
  private final AuthoredWords words;

  Courtesy(OpeningQuestions openings, AuthoredWords words) {
    this.openings = openings;
    this.words = words;
  }

  /** Answers what is a courtesy alone; empty, and nothing handed out, if it is not. */
  Optional<Verdict> answer(Question question, Consumer<AnswerPart> out) {
    return kind(question.text())
        .map(
            kind -> {
              words.say("courtesy." + kind.name(), question, out);
              out.accept(new Suggestions(suggestions(kind, question)));
              return new Verdict(Outcome.ANSWERED, Verdict.EXTRACTIVE);
            });
  }

  /** Who leaves is not held back. */
  private List<String> suggestions(Kind kind, Question question) {
    return kind == Kind.GOODBYE
        ? List.of()
        : openings.at(question.venue(), null, question.exhibit(), question.audience()).stream()
            .limit(SUGGESTIONS)
            .toList();
  }

  private static Optional<Kind> kind(String text) {
    String said = TextForms.asKey(text);
    return said.length() <= LONGEST && NOTHING_ELSE.matcher(said).matches()
        ? Arrays.stream(Kind.values())
            .filter(kind -> kind.said.matcher(said).find())
            .reduce((earlier, later) -> later)
        : Optional.empty();
  }
}
