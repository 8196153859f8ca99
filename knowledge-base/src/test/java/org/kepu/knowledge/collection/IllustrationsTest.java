package org.kepu.knowledge.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;

class IllustrationsTest {

  private static final Illustration PHASES = picture("phases.svg", "moon#月相？", "moon#月食？");
  private static final Illustration ECLIPSE = picture("eclipse.svg", "moon#月食？");
  private static final Illustration SEASONS = picture("seasons.svg", "sun#四季？");
  private static final Illustrations ILLUSTRATIONS =
      new Illustrations(List.of(PHASES, ECLIPSE, SEASONS));

  @Test
  void theSectionsOwnPicturesComeInTheirOrder() {
    assertThat(ILLUSTRATIONS.of(passage("moon", "月食？", Role.ARTICLE)))
        .containsExactly(PHASES, ECLIPSE);
    assertThat(ILLUSTRATIONS.of(passage("sun", "月食？", Role.ARTICLE))).isEmpty();
    assertThat(ILLUSTRATIONS.of(passage("moon", "四季？", Role.ARTICLE))).isEmpty();
  }

  @Test
  void aVariantHasThePicturesOfTheSectionWhosePlaceItTakes() {
    assertThat(ILLUSTRATIONS.of(passage("moon-child", "月食？", new Role.Variant("moon"))))
        .containsExactly(PHASES, ECLIPSE);
  }

  @Test
  void aMythHasThePicturesOfTheSectionsItRestsOnEachOnce() {
    Role myth = new Role.Myth("夏天离太阳近", List.of("sun#四季？", "moon#月食？", "moon#月相？"));

    assertThat(ILLUSTRATIONS.of(passage("myth", "夏天离太阳近吗？", myth)))
        .containsExactly(SEASONS, PHASES, ECLIPSE);
  }

  @Test
  void adviceHasThePicturesOfItsOwnSectionFirst() {
    Role advice = new Role.Advice(List.of("看日食"), List.of("sun#四季？"));

    assertThat(ILLUSTRATIONS.of(passage("moon", "月相？", advice))).containsExactly(PHASES, SEASONS);
  }

  @Test
  void withoutPicturesThereAreNone() {
    assertThat(Illustrations.NONE.of(passage("moon", "月食？", Role.ARTICLE))).isEmpty();
  }

  private static Illustration picture(String file, String... sections) {
    return new Illustration(file, file, "看图", "本馆", List.of(sections));
  }

  private static Passage passage(String documentId, String heading, Role role) {
    return new Passage(
        documentId + "#0",
        documentId,
        "sha256:0",
        documentId,
        List.of(),
        heading,
        List.of(),
        new Span(0, 1),
        "文",
        List.of(),
        role,
        null);
  }
}
