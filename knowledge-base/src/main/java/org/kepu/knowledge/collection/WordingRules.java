package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.when;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kepu.knowledge.collection.Rule.Breach;

/** Rules for the other wordings of headings. */
final class WordingRules {

  private static final int LONGEST = 120;

  static final List<Rule> ALL =
      List.of(
          ofWordings(
              "A wording asks for a section that is there",
              "please name the section as id#heading, or take the line out",
              (collection, wording) ->
                  when(collection.section(wording.section()).isEmpty(), wording.section())),
          ofWordings(
              "The answer to a wording stands in its section",
              "please copy the answer from the section, character by character",
              (collection, wording) ->
                  collection.section(wording.section()).stream()
                      .filter(question -> !question.text().contains(wording.answer()))
                      .map(question -> wording.answer())),
          ofWordings(
              "A wording has 1 to %d characters".formatted(LONGEST),
              "please say it as a visitor would",
              (_, wording) ->
                  when(
                      wording.question().isBlank() || wording.question().length() > LONGEST,
                      wording.question())),
          new Rule(
              "A wording asks for one section",
              "please keep it with the section that answers it best",
              collection -> {
                Set<String> seen = new HashSet<>();
                return collection.wordings().stream()
                    .filter(wording -> !seen.add(wording.question()))
                    .map(wording -> new Breach(place(wording), wording.question()));
              }));

  private WordingRules() {}

  private static Rule ofWordings(String sentence, String wayOut, Rule.Search<Wording> search) {
    return new Rule(
        sentence,
        wayOut,
        collection ->
            collection.wordings().stream()
                .flatMap(
                    wording ->
                        search
                            .in(collection, wording)
                            .map(found -> new Breach(place(wording), found))));
  }

  private static String place(Wording wording) {
    return CollectionTables.WORDINGS + " " + wording.id();
  }
}
