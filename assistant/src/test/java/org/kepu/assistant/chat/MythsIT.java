package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.ServiceTest;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever believes a myth and insists on it is answered from the correction or from a section that
 * it rests on; where the myth is a danger, from the advice on it.
 */
@ServiceTest
class MythsIT {

  private static final List<String> INSISTING =
      List.of("%s，对吧？", "听说%s，是真的吗？", "你错了，我老师说%s", "反正就是%s，对吧");

  @Autowired private KnowledgeBase knowledge;
  @Autowired private ChatSettings settings;

  @Test
  void thereAreMyths() {
    assertThat(myths()).hasSizeGreaterThan(100);
  }

  /** Each belief in one of the wordings, by turns: reading them all in all would take minutes. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {0, 1, 2, 3})
  void everyBeliefIsMetWithItsCorrectionHoweverItIsInsistedOn(int turn) {
    List<Document> myths = myths();
    List<String> astray = new ArrayList<>();
    for (int i = turn; i < myths.size(); i += INSISTING.size()) {
      Document document = myths.get(i);
      Role.Myth myth = (Role.Myth) document.metadata().role();
      String question = INSISTING.get(turn).formatted(myth.belief().replaceFirst("。$", ""));
      Findings found = knowledge.search(SearchRequest.of(question, 6));
      Finding best = found.ranked().getFirst();
      boolean corrected =
          best.passage().documentId().equals(document.id())
              || myth.supportedBy().contains(best.passage().section())
              || best.givenWhole();
      if (!corrected || found.support() < settings.leastEvidence()) {
        astray.add(question + " → " + best.passage().section());
      }
    }
    assertThat(astray).isEmpty();
  }

  private static List<Document> myths() {
    return StarterCollection.documents().stream()
        .filter(document -> document.metadata().role() instanceof Role.Myth)
        .toList();
  }
}
