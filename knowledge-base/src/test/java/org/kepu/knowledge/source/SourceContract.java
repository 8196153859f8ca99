package org.kepu.knowledge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.ParseResult.Parsed;

/** What every source does. */
public abstract class SourceContract {

  /** The source under test, the same one at each call. */
  protected abstract Source source();

  /** Puts a document of this sentence into the source, or in place of the one of the same name. */
  protected abstract void put(String name, String sentence) throws IOException;

  protected abstract void remove(String name) throws IOException;

  @Test
  void whatIsThereIsListedInTheOrderOfItsKeysAndOpens() throws IOException {
    put("b", "月球上没有空气。");
    put("a", "麋鹿吃草。");

    Listing listing = source().list();

    assertThat(listing.unread()).isEmpty();
    assertThat(listing.items()).hasSize(2).extracting(Item::key).isSorted();
    assertThat(texts(listing)).anyMatch(text -> text.contains("麋鹿吃草。"));
    assertThat(texts(listing)).anyMatch(text -> text.contains("月球上没有空气。"));
  }

  @Test
  void withNothingChangedASecondLookSeesTheSame() throws IOException {
    put("a", "麋鹿吃草。");
    String glance = source().glance();
    List<String> before = named(source().list());

    assertThat(source().glance()).isEqualTo(glance);
    assertThat(named(source().list())).isEqualTo(before);
  }

  @Test
  void whatIsWrittenAnewKeepsItsKeyAndItsIdAndHasAnotherHash() throws IOException {
    put("a", "麋鹿吃草。");
    String glance = source().glance();
    Item before = source().list().items().getFirst();
    Document first = open(before);

    put("a", "麋鹿吃青草和水草。");

    assertThat(source().glance()).isNotEqualTo(glance);
    Item after = source().list().items().getFirst();
    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.hash()).isNotEqualTo(before.hash());
    assertThat(open(after).id()).isEqualTo(first.id());
    assertThat(open(after).version()).isNotEqualTo(first.version());
  }

  @Test
  void anItemGivesTheContentThatItsHashNamesOrNothing() throws IOException {
    put("a", "麋鹿吃草。");
    Item before = source().list().items().getFirst();
    put("a", "麋鹿吃青草和水草。");

    String text;
    try {
      text = open(before).text();
    } catch (IOException e) {
      return;
    }
    assertThat(text).contains("麋鹿吃草。");
  }

  @Test
  void whatIsGoneIsNotListedAndTheRestStays() throws IOException {
    put("a", "麋鹿吃草。");
    put("b", "月球上没有空气。");
    String glance = source().glance();
    remove("a");

    assertThat(source().glance()).isNotEqualTo(glance);
    assertThat(texts(source().list()))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("月球"));
  }

  protected static Document open(Item item) throws IOException {
    assertThat(item.opening().open()).isInstanceOf(Parsed.class);
    return ((Parsed) item.opening().open()).document();
  }

  private static List<String> named(Listing listing) {
    return listing.items().stream().map(item -> item.key() + " " + item.hash()).toList();
  }

  private static List<String> texts(Listing listing) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Item item : listing.items()) {
      texts.add(open(item).text());
    }
    return texts;
  }
}
