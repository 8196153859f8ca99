package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.ofFiles;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Role;

/** Rules for the Markdown below the front matter: what may stand in it, and how it may speak. */
final class TextRules {

  private static final int MOST_LINKS = 3;

  static final List<Rule> ALL =
      List.of(
          ofFiles(
              Role.class,
              "A document has " + MOST_LINKS + " links at most",
              "please keep the links a reader needs most",
              (_, file) -> Rule.when(file.links().size() > MOST_LINKS, file.links())),
          ofFiles(
              Role.class,
              "Every link leads to a document of the collection",
              "please give the other file's path from this one, as in ../astronomy/moon.md",
              (collection, file) ->
                  file.links().stream().filter(link -> !leads(collection, file, link))),
          without("HTML", "</?[a-zA-Z!][^>]*>|&[a-z]+;|&#", "please use Markdown alone"),
          without("images", "!\\[", "please list the picture in illustrations.yaml"),
          without("bold type", "\\*\\*|__", "please let the words carry the weight"),
          without("talking down to the reader", "小朋友们|让我们|你知道吗|总之|值得注意的是", "please say it plainly"),
          without(
              "invisible characters",
              "[\\u200B-\\u200F\\u2060\\uFEFF\\uFFFD\\t\\r]",
              "please retype the place and save the file as UTF-8 with line feeds"));

  private TextRules() {}

  private static Rule without(String what, String expression, String wayOut) {
    Pattern pattern = Pattern.compile(expression);
    return ofFiles(
        Role.class,
        "A text is without " + what,
        wayOut,
        (_, file) -> distinct(pattern.matcher(file.body())));
  }

  /** All finds in one line, because an author mends a file at one go. */
  private static Stream<String> distinct(Matcher matcher) {
    String found =
        matcher
            .results()
            .map(result -> visible(result.group()))
            .distinct()
            .collect(Collectors.joining(" "));
    return Rule.when(!found.isEmpty(), found);
  }

  private static String visible(String found) {
    return found.codePoints().allMatch(TextRules::prints)
        ? found
        : found
            .codePoints()
            .mapToObj(point -> "U+%04X".formatted(point))
            .collect(Collectors.joining(" "));
  }

  private static boolean prints(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.OTHER_SYMBOL -> false;
      default -> true;
    };
  }

  private static boolean leads(CollectionFolder collection, CollectionFile file, String link) {
    String target =
        Path.of(file.path()).resolveSibling(link).normalize().toString().replace('\\', '/');
    return collection.files().stream().anyMatch(other -> other.path().equals(target));
  }
}
