package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.ofFiles;
import static org.kepu.knowledge.collection.Rule.when;

import java.util.List;
import org.kepu.knowledge.document.Role;

/** Rules for myths: one belief, one question, and an article the correction rests on. */
final class MythRules {

  static final List<Rule> ALL =
      List.of(
          ofFiles(
              Role.Myth.class,
              "A belief is a plain statement",
              "please write what people believe as one sentence that ends with 。",
              (_, file) -> {
                String belief = ((Role.Myth) file.role()).belief();
                return when(!belief.matches("[^。！？]+。"), belief);
              }),
          ofFiles(
              Role.Myth.class,
              "A myth asks one question",
              "please keep one section, or part the myth in two",
              (_, file) -> {
                int questions = file.questions().size();
                return when(questions != 1, questions + " questions");
              }),
          ofFiles(
              Role.Myth.class,
              "The correction of a myth rests on articles",
              "please name in supportedBy the article's section that says so, as id#heading",
              (collection, file) -> {
                List<String> support = Role.supportOf(file.role());
                return support.isEmpty()
                    ? when(true, support)
                    : support.stream().filter(name -> !isArticles(collection, name));
              }));

  private MythRules() {}

  private static boolean isArticles(CollectionFolder collection, String section) {
    return collection
        .section(section)
        .filter(question -> question.file().role() instanceof Role.Article)
        .isPresent();
  }
}
