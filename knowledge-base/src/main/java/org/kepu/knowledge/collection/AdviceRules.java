package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.ofFiles;
import static org.kepu.knowledge.collection.Rule.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.knowledge.collection.Rule.Breach;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.text.TextForms;

/** Rules for advice: it is given whole, so it is short, and says whom to call. */
final class AdviceRules {

  private static final int SHORTEST_TRIGGER = 2;
  private static final int LONGEST_TRIGGER = 12;
  private static final int LONGEST_WHOLE = 600;
  private static final Pattern WHOM_TO_CALL =
      Pattern.compile("(?<!\\d)(?:120|110|119|12345)(?!\\d)|医院|医生|派出所|主管部门");

  static final List<Rule> ALL =
      List.of(
          ofFiles(
              Role.Advice.class,
              "Advice answers one question",
              "please keep one section, or part the advice in two",
              (_, file) -> {
                int questions = file.questions().size();
                return when(questions != 1, questions + " questions");
              }),
          ofFiles(
              Role.Advice.class,
              "Advice has %d characters at most in all".formatted(LONGEST_WHOLE),
              "please keep what to do and leave the explanation to the articles",
              (_, file) -> {
                long characters = file.answered().mapToLong(Question::length).sum();
                return when(characters > LONGEST_WHOLE, characters + " characters");
              }),
          ofFiles(
              Role.Advice.class,
              "Advice says whom to call or where to go",
              "please name 120, 110, 119, 12345, 医院, 医生, 派出所 or 主管部门",
              (_, file) -> when(!WHOM_TO_CALL.matcher(file.body()).find(), "none of them")),
          ofFiles(
              Role.Advice.class,
              "Advice has a trigger, and each has %d to %d characters"
                  .formatted(SHORTEST_TRIGGER, LONGEST_TRIGGER),
              "please name the words that, standing in a question, ask for it",
              (_, file) -> {
                List<String> triggers = advice(file).triggers();
                return triggers.isEmpty()
                    ? when(true, triggers)
                    : triggers.stream().filter(AdviceRules::tooShortOrLong);
              }),
          new Rule(
              "A trigger asks for one piece of advice",
              "please keep it with the piece that fits best",
              AdviceRules::triggersUsedTwice),
          ofFiles(
              Role.Advice.class,
              "The sections that advice rests on are there",
              "please name them as id#heading",
              (collection, file) ->
                  Role.supportOf(file.role()).stream()
                      .filter(name -> collection.section(name).isEmpty())));

  private AdviceRules() {}

  private static boolean tooShortOrLong(String trigger) {
    int characters = trigger.codePointCount(0, trigger.length());
    return characters < SHORTEST_TRIGGER || characters > LONGEST_TRIGGER;
  }

  private static Stream<Breach> triggersUsedTwice(CollectionFolder collection) {
    Map<String, String> owners = new HashMap<>();
    return collection.files().stream()
        .filter(file -> file.role() instanceof Role.Advice)
        .flatMap(
            file ->
                advice(file).triggers().stream()
                    .flatMap(
                        trigger -> {
                          String owner = owners.putIfAbsent(TextForms.asKey(trigger), file.path());
                          return when(owner != null, trigger + " is in " + owner);
                        })
                    .map(found -> new Breach(file.path(), found)));
  }

  private static Role.Advice advice(CollectionFile file) {
    return (Role.Advice) file.role();
  }
}
