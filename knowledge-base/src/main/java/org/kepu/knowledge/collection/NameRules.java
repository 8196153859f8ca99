package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.when;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kepu.knowledge.collection.Rule.Breach;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Concept.Kind;
import org.kepu.knowledge.text.TextForms;

/** Rules for the table of names. */
final class NameRules {

  private static final int SHORTEST_CHINESE_ALIAS = 2;

  /** Characters that many visitors cannot read aloud. */
  private static final String RARE = "麋獐麂麝狍犴貉鼬獾鼯獭鼹鱀鹮鹳鹬鹎鹀鸠鸮隼塍鲎鲟鲵鮟鱇鳖蝮蟾蝌蚪蚜虿孑孓蟪蛄荻昴觜轸氐亢";

  /** What visitors from abroad, and science, have names for. */
  private static final Set<Kind> NAMED_ABROAD = EnumSet.of(Kind.ORGANISM, Kind.FOSSIL, Kind.BODY);

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "An id names one concept",
              "please choose another id",
              collection -> usedTwice(collection, concept -> Stream.of(concept.id()))),
          new Rule(
              "A name belongs to one concept",
              "please keep it with the concept that people mean by it",
              collection ->
                  usedTwice(
                      collection,
                      concept -> Stream.concat(Stream.of(concept.name()), concept.aliases()))),
          ofConcepts(
              "The documents of a concept are there",
              "please name ids of documents that treat it",
              (collection, concept) ->
                  concept.documents().stream().filter(id -> collection.file(id).isEmpty())),
          ofConcepts(
              "A name with a rare character has its reading",
              "please add reading, in pinyin with tones",
              (_, concept) ->
                  when(
                      concept.reading() == null
                          && concept.name().chars().anyMatch(c -> RARE.indexOf(c) >= 0),
                      concept.name())),
          ofConcepts(
              "What lives, lived or shines has a name in Latin letters or a number",
              "please add its Latin or English name, or the one in a catalogue",
              (_, concept) ->
                  when(
                      NAMED_ABROAD.contains(concept.kind())
                          && concept.scientific().isEmpty()
                          && concept.english().isEmpty()
                          && concept.catalogue().isEmpty(),
                      concept.name())),
          ofConcepts(
              "A Chinese alias has %d characters or more".formatted(SHORTEST_CHINESE_ALIAS),
              "please take it out: one character is a part of too many words",
              (_, concept) ->
                  concept.aliases().filter(alias -> isHan(alias) && isTooShort(alias))));

  private NameRules() {}

  private static Rule ofConcepts(String sentence, String wayOut, Rule.Search<Concept> search) {
    return new Rule(
        sentence,
        wayOut,
        collection ->
            collection.concepts().stream()
                .flatMap(
                    concept ->
                        search
                            .in(collection, concept)
                            .map(found -> new Breach(place(concept), found))));
  }

  /** What a concept shares with one before it, after folding. */
  private static Stream<Breach> usedTwice(
      CollectionFolder collection, Function<Concept, Stream<String>> values) {
    Map<String, Concept> owners = new HashMap<>();
    return collection.concepts().stream()
        .flatMap(
            concept ->
                values
                    .apply(concept)
                    .flatMap(
                        value -> {
                          Concept owner =
                              owners.putIfAbsent(TextForms.forEmbedding(value), concept);
                          return owner == null || owner.equals(concept)
                              ? Stream.empty()
                              : Stream.of(value + " belongs to " + owner.id());
                        })
                    .map(found -> new Breach(place(concept), found)));
  }

  private static String place(Concept concept) {
    return CollectionTables.NAMES + " " + concept.id();
  }

  private static boolean isHan(String name) {
    return name.codePoints()
        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
  }

  private static boolean isTooShort(String name) {
    return name.codePointCount(0, name.length()) < SHORTEST_CHINESE_ALIAS;
  }
}
