package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.ofFiles;
import static org.kepu.knowledge.collection.Rule.ofQuestions;
import static org.kepu.knowledge.collection.Rule.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.knowledge.collection.Rule.Breach;
import org.kepu.knowledge.document.Role;

/** Rules for the questions and their answers, whatever document they stand in. */
final class QuestionRules {

  private static final int FEWEST_QUESTIONS = 5;
  private static final int SHORTEST_HEADING = 6;
  private static final int LONGEST_HEADING = 30;
  private static final int LONGEST_ANSWER = 80;
  private static final int LONGEST_SENTENCE = 90;
  private static final Pattern LEANS_ON_CONTEXT = Pattern.compile("^(它|他|她|是的|不是的|因为|对，|这)");

  static final List<Rule> ALL =
      List.of(
          ofFiles(
              Role.Article.class,
              "An article answers " + FEWEST_QUESTIONS + " questions or more",
              "please add sections, or make it part of another article",
              (_, file) -> {
                int questions = file.questions().size();
                return when(questions < FEWEST_QUESTIONS, questions + " questions");
              }),
          ofFiles(
              Role.class,
              "There are no headings below the questions",
              "please make the heading a question of its own or a sentence",
              (_, file) ->
                  file.document().sections().stream()
                      .filter(section -> section.level() > 2)
                      .map(section -> section.heading())),
          new Rule(
              "No question is asked twice but by variants",
              "please ask it in one place and take the other out",
              QuestionRules::askedTwice),
          ofQuestions(
              Role.class,
              "A heading is a question of %d to %d characters"
                  .formatted(SHORTEST_HEADING, LONGEST_HEADING),
              "please word it as a visitor asks it, with ？ at its end",
              (_, question) ->
                  when(
                      !question.heading().endsWith("？")
                          || question.heading().length() < SHORTEST_HEADING
                          || question.heading().length() > LONGEST_HEADING,
                      question.heading())),
          ofQuestions(
              Role.class,
              "An answer has " + LONGEST_ANSWER + " characters at most",
              "please say the answer in one short sentence and explain it after that",
              (_, question) ->
                  when(question.answer().length() > LONGEST_ANSWER, question.answer())),
          ofQuestions(
              Role.class,
              "An answer stands alone",
              "please name what the sentence is about",
              (_, question) ->
                  when(LEANS_ON_CONTEXT.matcher(question.answer()).find(), question.answer())),
          ofQuestions(
              Role.class,
              "An answer is a sentence",
              "please end it with 。",
              (_, question) ->
                  when(!question.answer().matches("(?s).*[。！？][”』」）]*"), question.answer())),
          explained(Role.Article.class, "an article", 80, 450),
          explained(Role.Variant.class, "a variant", 40, 300),
          explained(Role.Myth.class, "a myth", 60, 400),
          sentences(Role.class, "", LONGEST_SENTENCE));

  private QuestionRules() {}

  /** In {@code least} to {@code most} characters, the answer not counted. */
  private static Rule explained(Class<? extends Role> role, String name, int least, int most) {
    return ofQuestions(
        role,
        "The answer of %s is explained in %d to %d characters".formatted(name, least, most),
        "please explain more or part the section",
        (_, question) -> {
          long characters = question.explanation();
          return when(characters < least || characters > most, characters + " characters");
        });
  }

  static Rule sentences(Class<? extends Role> role, String owner, int most) {
    return ofQuestions(
        role,
        "No sentence%s has more than %d characters".formatted(owner, most),
        "please make two sentences of it",
        (_, question) -> question.sentences().filter(sentence -> sentence.length() > most));
  }

  private static Stream<Breach> askedTwice(CollectionFolder collection) {
    Map<String, String> asked = new HashMap<>();
    return collection.files().stream()
        .filter(file -> !(file.role() instanceof Role.Variant))
        .flatMap(CollectionFile::answered)
        .flatMap(
            question -> {
              String first = asked.putIfAbsent(question.heading(), question.file().path());
              return when(first != null, "also in " + first)
                  .map(found -> new Breach(question.place(), found));
            });
  }
}
