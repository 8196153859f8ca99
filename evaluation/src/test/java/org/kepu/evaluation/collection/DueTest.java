package org.kepu.evaluation.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.document.Document;

class DueTest {

  @TempDir private Path folder;
  private List<Document> documents = List.of();

  @BeforeEach
  void read() throws IOException {
    documents = SampleCollection.in(folder).documents();
  }

  @Test
  void whatExpiresBeforeItsReviewIsDueWhenItExpires() {
    assertThat(Due.within(365, LocalDate.of(2027, 5, 31), documents))
        .extracting(due -> due.document().id(), Due::daysLeft)
        .containsExactly(tuple("moon-child", -158L), tuple("moon", 1L));
  }

  @Test
  void theLastDayOfThePeriodCounts() {
    assertThat(Due.within(30, LocalDate.of(2026, 11, 24), documents)).hasSize(1);
    assertThat(Due.within(30, LocalDate.of(2026, 11, 23), documents)).isEmpty();
  }
}
