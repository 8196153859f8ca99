package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.when;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.knowledge.collection.Rule.Breach;
import org.xml.sax.SAXException;

/** Rules for the table of pictures and for the pictures themselves. */
final class PictureRules {

  /** In units of the view box, so that a picture can be read on a phone. */
  private static final double SMALLEST_LETTERS = 26;

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "Every picture in the table is among the media",
              "please put the file into media/ or mend its name",
              collection ->
                  collection.illustrations().stream()
                      .map(Illustration::file)
                      .filter(file -> !collection.media().containsKey(file))
                      .map(file -> new Breach(CollectionTables.ILLUSTRATIONS, file))),
          new Rule(
              "Every picture among the media stands in the table once",
              "please describe it in illustrations.yaml in one entry, or take it out",
              PictureRules::notListedOnce),
          new Rule(
              "A picture belongs to a section, and its sections are there",
              "please name them as id#heading",
              PictureRules::missingSections),
          new Rule(
              "A picture is well-formed SVG",
              "please mend the XML; a document type is not allowed",
              PictureRules::malformed),
          ofPictures(
              "A picture has a view box",
              "please add viewBox to <svg>",
              (_, picture) -> when(picture.svg().viewBox().isBlank(), "none")),
          ofPictures(
              "A picture has a title",
              "please make <title> the first thing in <svg>",
              (_, picture) -> when(picture.svg().text("title").isEmpty(), "none")),
          ofPictures(
              "A picture describes itself as the table does",
              "please write the same text into <desc> and alt",
              PictureRules::describedOtherwise),
          ofPictures(
              "A picture runs nothing and fetches nothing",
              "please draw it with shapes and text alone",
              (_, picture) -> picture.svg().intrusions().stream()),
          ofPictures(
              "Letters in a picture are %.0f units high or more".formatted(SMALLEST_LETTERS),
              "please use fewer words and larger letters, sized in units of the view box",
              (_, picture) ->
                  picture.svg().fontSizes().stream()
                      .filter(size -> size < SMALLEST_LETTERS)
                      .distinct()
                      .map(String::valueOf)));

  private PictureRules() {}

  private record Picture(String file, SvgPicture svg) {}

  private static Rule ofPictures(String sentence, String wayOut, Rule.Search<Picture> search) {
    return new Rule(
        sentence,
        wayOut,
        collection ->
            collection.media().entrySet().stream()
                .flatMap(file -> readable(file.getKey(), file.getValue()))
                .flatMap(
                    picture ->
                        search
                            .in(collection, picture)
                            .map(found -> new Breach(place(picture.file()), found))));
  }

  private static Stream<Picture> readable(String file, byte[] svg) {
    try {
      SvgPicture picture = SvgPicture.parse(svg);
      return picture.isSvg() ? Stream.of(new Picture(file, picture)) : Stream.empty();
    } catch (SAXException e) {
      return Stream.empty();
    }
  }

  private static Stream<Breach> malformed(CollectionFolder collection) {
    return collection.media().entrySet().stream()
        .flatMap(
            file -> problem(file.getValue()).map(found -> new Breach(place(file.getKey()), found)));
  }

  private static Stream<String> problem(byte[] svg) {
    try {
      return when(!SvgPicture.parse(svg).isSvg(), "the root is not <svg>");
    } catch (SAXException e) {
      return Stream.of(String.valueOf(e.getMessage()));
    }
  }

  private static Stream<Breach> notListedOnce(CollectionFolder collection) {
    return collection.media().keySet().stream()
        .flatMap(
            file -> {
              long entries = entries(collection, file).count();
              return when(entries != 1, entries + " entries")
                  .map(found -> new Breach(place(file), found));
            });
  }

  private static Stream<Breach> missingSections(CollectionFolder collection) {
    return collection.illustrations().stream()
        .flatMap(
            illustration -> {
              List<String> sections = illustration.sections();
              Stream<String> missing =
                  sections.isEmpty()
                      ? Stream.of("no sections")
                      : sections.stream().filter(name -> collection.section(name).isEmpty());
              return missing.map(
                  found ->
                      new Breach(
                          CollectionTables.ILLUSTRATIONS + " " + illustration.file(), found));
            });
  }

  private static Stream<String> describedOtherwise(CollectionFolder collection, Picture picture) {
    Set<String> alts =
        entries(collection, picture.file()).map(Illustration::alt).collect(Collectors.toSet());
    String description = picture.svg().text("desc");
    return when(!alts.isEmpty() && !alts.contains(description), description);
  }

  private static Stream<Illustration> entries(CollectionFolder collection, String file) {
    return collection.illustrations().stream().filter(i -> i.file().equals(file));
  }

  private static String place(String file) {
    return CollectionTables.MEDIA + "/" + file;
  }
}
