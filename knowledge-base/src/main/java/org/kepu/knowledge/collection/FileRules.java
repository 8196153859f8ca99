package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.ofFiles;
import static org.kepu.knowledge.collection.Rule.when;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.knowledge.collection.Rule.Breach;
import org.kepu.knowledge.document.Role;

/** Rules for every file: where it lies, that it can be read, and what its front matter says. */
final class FileRules {

  private static final Set<String> VENUES = Set.of("nature", "planetarium", "milu");
  private static final String LICENCE = "CC BY 4.0";
  private static final int LONGEST_TITLE = 20;
  private static final int MOST_ALIASES = 12;

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "Every file can be read",
              "please mend what the message names",
              collection ->
                  collection.unreadable().entrySet().stream()
                      .map(file -> new Breach(file.getKey(), file.getValue()))),
          new Rule(
              "A folder of the collection holds Markdown files alone, media pictures alone",
              "please move the file out of the collection, or give it the right ending",
              collection -> collection.strays().stream().map(path -> new Breach(path, path))),
          ofFiles(
              Role.class,
              "A file lies in the folder of what it is",
              "please put articles into the folder of their broad subject, variants into child/,"
                  + " myths into myths/, advice into advice/",
              (_, file) -> when(!file.path().startsWith(folder(file) + "/"), folder(file))),
          ofFiles(
              Role.class,
              "The first topic is a broad subject, and every topic stands in the taxonomy once",
              "please take the topics from taxonomy.yaml",
              (collection, file) -> topics(collection.taxonomy(), file.metadata().topics())),
          ofFiles(
              Role.class,
              "Every venue is one of three",
              "please use nature, planetarium or milu",
              (_, file) -> file.metadata().venues().stream().filter(v -> !VENUES.contains(v))),
          ofFiles(
              Role.class,
              "The licence is Creative Commons Attribution",
              "please write " + LICENCE,
              (_, file) ->
                  when(!file.metadata().licence().equals(LICENCE), file.metadata().licence())),
          ofFiles(
              Role.class,
              "Every document names its sources",
              "please say where an editor can check it",
              (_, file) ->
                  when(
                      file.metadata().sources().isEmpty()
                          || file.metadata().sources().stream().anyMatch(String::isBlank),
                      file.metadata().sources())),
          ofFiles(
              Role.class,
              "A document has " + MOST_ALIASES + " aliases at most and none twice",
              "please keep those that visitors use",
              (_, file) -> {
                List<String> aliases = file.metadata().aliases();
                return when(aliases.size() > MOST_ALIASES || hasDuplicates(aliases), aliases);
              }),
          ofFiles(
              Role.class,
              "A title has 1 to " + LONGEST_TITLE + " characters",
              "please find a shorter title",
              (_, file) -> {
                String title = file.document().title();
                return when(title.isBlank() || title.length() > LONGEST_TITLE, title);
              }),
          ofFiles(
              Role.class,
              "The first heading is the title",
              "please begin the text with # and the title",
              (_, file) -> {
                String title = file.document().title();
                return when(!file.body().strip().startsWith("# " + title + "\n"), title);
              }),
          ofFiles(
              Role.class,
              "An id is its file's name, in small letters, digits and hyphens",
              "please rename the file or mend the id",
              (_, file) -> {
                String id = file.document().id();
                return when(!id.equals(file.source().baseName()) || !id.matches("[a-z0-9-]+"), id);
              }),
          new Rule("No id is used twice", "please choose another id", FileRules::idsUsedTwice));

  private FileRules() {}

  private static String folder(CollectionFile file) {
    return switch (file.role()) {
      case Role.Article _ -> file.metadata().topics().stream().findFirst().orElse("");
      case Role.Variant _ -> "child";
      case Role.Myth _ -> "myths";
      case Role.Advice _ -> "advice";
    };
  }

  private static Stream<String> topics(Taxonomy taxonomy, List<String> topics) {
    boolean broken =
        topics.isEmpty()
            || !taxonomy.isBroad(topics.getFirst())
            || !taxonomy.all().containsAll(topics)
            || hasDuplicates(topics);
    return when(broken, topics);
  }

  private static Stream<Breach> idsUsedTwice(CollectionFolder collection) {
    Map<String, String> owners = new HashMap<>();
    return collection.files().stream()
        .flatMap(
            file -> {
              String id = file.document().id();
              String owner = owners.putIfAbsent(id, file.path());
              return when(owner != null, id + " is that of " + owner)
                  .map(found -> new Breach(file.path(), found));
            });
  }

  private static boolean hasDuplicates(List<String> list) {
    return new HashSet<>(list).size() < list.size();
  }
}
