package org.kepu.assistant.educator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.kepu.assistant.educator.generation.Generator;
import org.kepu.assistant.educator.item.Stage;
import org.kepu.assistant.hall.Halls;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;

/** A section that items are made from. */
record Place(Document document, Section section) {

  /** The section, as items' evidence names it. */
  String name() {
    return document.id() + "#" + section.heading();
  }

  /**
   * The sections an order means, in the collection's order, each once. Pupils of the lower years
   * get what was written for children, where there is any; nobody else does.
   *
   * @param most more are left out, evenly spread
   */
  static List<Place> of(Order order, List<Document> documents, Names names, Halls halls, int most) {
    Set<String> chosen = documents(order, documents, names, halls);
    Set<String> sections = Set.copyOf(order.sections());
    List<Place> places =
        documents.stream()
            .filter(Generator::fit)
            .filter(document -> !(document.metadata().role() instanceof Role.Variant))
            .flatMap(
                document ->
                    document.sections().stream()
                        .filter(Generator::fit)
                        .filter(
                            section ->
                                chosen.contains(document.id())
                                    || sections.contains(document.id() + "#" + section.heading()))
                        .map(section -> new Place(document, section)))
            .map(
                place ->
                    order.stage().compareTo(Stage.YEARS_3_4) <= 0
                        ? forChildren(place, documents)
                        : place)
            .toList();
    return spread(places, most);
  }

  private static Set<String> documents(
      Order order, List<Document> documents, Names names, Halls halls) {
    Set<String> chosen = new LinkedHashSet<>(order.documents());
    String topic = order.topic();
    if (topic != null) {
      chosen.addAll(ids(documents, document -> document.metadata().topics().contains(topic)));
    }
    String exhibit = order.exhibit();
    if (exhibit != null) {
      halls
          .exhibit(exhibit)
          .ifPresentOrElse(
              shown -> chosen.addAll(shown.articles()),
              () -> chosen.addAll(named(exhibit, documents, names)));
    }
    return chosen;
  }

  private static Set<String> named(String thing, List<Document> documents, Names names) {
    Set<String> about = new LinkedHashSet<>();
    names.in(thing).stream()
        .map(Mention::concept)
        .flatMap(concept -> concept.documents().stream())
        .forEach(about::add);
    about.addAll(
        ids(
            documents,
            document ->
                document.title().equals(thing) || document.metadata().aliases().contains(thing)));
    return about;
  }

  private static List<String> ids(List<Document> documents, Predicate<Document> condition) {
    return documents.stream().filter(condition).map(Document::id).toList();
  }

  private static Place forChildren(Place place, List<Document> documents) {
    return documents.stream()
        .filter(
            document ->
                document.metadata().role() instanceof Role.Variant variant
                    && variant.of().equals(place.document().id()))
        .flatMap(
            variant ->
                variant.sections().stream()
                    .filter(section -> section.heading().equals(place.section().heading()))
                    .map(section -> new Place(variant, section)))
        .findFirst()
        .orElse(place);
  }

  private static List<Place> spread(List<Place> places, int most) {
    if (places.size() <= most) {
      return places;
    }
    List<Place> spread = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      spread.add(places.get((int) ((long) i * places.size() / most)));
    }
    return spread;
  }
}
