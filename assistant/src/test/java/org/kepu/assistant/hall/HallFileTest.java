package org.kepu.assistant.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.Articles;
import org.kepu.assistant.practical.VenueCard;
import org.kepu.assistant.practical.VenueCards;
import org.kepu.knowledge.collection.StarterCollection;

class HallFileTest {

  private static final SortedSet<String> VENUES =
      new TreeSet<>(VenueCards.shipped().stream().map(VenueCard::id).toList());

  @TempDir private Path folder;

  @Test
  void whatShipsNamesTopicsAndArticlesThatThereAre() {
    assertThat(HallFile.shipped().missingFrom(StarterCollection.documents())).isEmpty();
  }

  @Test
  void whatShipsHasHallsForEachVenueAndSomethingToStandBeforeInEach() {
    assertThat(HallFile.shipped().all())
        .extracting(Hall::venue)
        .containsOnly(VENUES.toArray(String[]::new))
        .contains(VENUES.toArray(String[]::new));
    assertThat(HallFile.shipped().all())
        .allSatisfy(
            hall -> {
              assertThat(hall.exhibits()).as(hall.id()).hasSizeGreaterThanOrEqualTo(2);
              assertThat(
                      StarterCollection.documents().stream().filter(hall::shows).map(d -> d.id()))
                  .as(hall.id())
                  .hasSizeGreaterThanOrEqualTo(6);
            });
  }

  @Test
  void aMuseumsFileReplacesTheShippedOne() throws IOException {
    Halls halls =
        of(
            """
            - id: gate
              venue: milu
              name: 门厅
              articles: [milu-park]
              exhibits:
                - {id: map, name: 麋鹿苑, articles: [milu-park]}
            """);

    assertThat(halls.all()).extracting(Hall::id).containsExactly("gate");
    assertThat(halls.around("map").map(Hall::name)).contains("门厅");
    assertThat(halls.exhibit("milu-01")).isEmpty();
  }

  @Test
  void withoutAFileTheExamplesOfTheHousesThereAreHold() {
    assertThat(HallFile.of(folder.resolve("none.yaml"), new TreeSet<>(List.of("milu"))).all())
        .isNotEmpty()
        .allMatch(hall -> hall.venue().equals("milu"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[{id: a, venue: milu, name: 甲, topics: [milu]}, {id: a, venue: milu, name: 乙, topics: [deer]}]|Two halls are 'a'",
        "[{id: a, venue: milu, name: 甲, exhibits: [{id: x, name: 鹿, articles: [milu]}, {id: x, name: 角, articles: [milu]}]}]|Two exhibits are 'x', in 'a' and in 'a'",
        "[{id: a, venue: mars, name: 甲, topics: [milu]}]|the hall 'a' is in the venue 'mars'; there are [milu, nature, planetarium]",
        "[{id: a, venue: milu, topics: [milu]}]|The hall 'a' has no name",
        "[{id: a, name: 甲, topics: [milu]}]|The hall 'a' is in no venue",
        "[{id: a, venue: milu, name: 甲}]|The hall 'a' shows nothing; please name topics, articles or exhibits",
        "[{id: 甲, venue: milu, name: 甲, topics: [milu]}]|'甲' is no id of a hall; it has 1 to 64 letters",
        "[{id: a, venue: milu, name: 甲, exhibits: [{id: x, name: 鹿}]}]|The exhibit 'x' names no articles",
        "[{id: a, venue: milu, name: 甲, topic: [milu]}]|topic"
      })
  void whatIsWrongIsSaidWithTheFileTheEntryAndWhatIsAllowed(String yaml, String complaint) {
    assertThatThrownBy(() -> of(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("halls.yaml").toString())
        .hasMessageContaining(complaint);
  }

  @Test
  void whatTheCollectionDoesNotHaveIsNamedAndTheRestHolds() throws IOException {
    Halls halls =
        of(
            "[{id: a, venue: milu, name: 甲, topics: [dears], articles: [mliu], exhibits: [{id: x,"
                + " name: 鹿, articles: [milu, nothing], heading: 鹿？}]}]");

    assertThat(halls.missingFrom(List.of(Articles.article("milu", "麋鹿", "文字。"))))
        .satisfiesExactly(
            topic ->
                assertThat(topic)
                    .isEqualTo("the hall 'a' names the topic 'dears'; there are [biodiversity]"),
            article -> assertThat(article).startsWith("the hall 'a' names the article 'mliu'"),
            article ->
                assertThat(article).startsWith("the exhibit 'x' names the article 'nothing'"),
            heading ->
                assertThat(heading)
                    .startsWith("the exhibit 'x' names the heading '鹿？'; its articles have ["));
    assertThat(halls.exhibit("x")).isPresent();
  }

  private Halls of(String yaml) throws IOException {
    Path file = folder.resolve("halls.yaml");
    Files.writeString(file, yaml);
    return HallFile.of(file, VENUES);
  }
}
