package org.kepu.knowledge.embedding.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.QuickEmbedder;
import org.kepu.knowledge.embedding.KeptVectors;

class FileVectorStoreTest {

  private static final QuickEmbedder MODEL = new QuickEmbedder();
  private static final List<String> TEXTS =
      IntStream.range(0, 600).mapToObj(i -> "第" + i + "段。").toList();

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    file = folder.resolve("made/vectors.bin");
  }

  @Test
  void whatWasKeptIsFoundAgainToTheBit() {
    keep(TEXTS);

    try (KeptVectors kept = open(MODEL)) {
      for (String text : TEXTS) {
        assertThat(kept.knows(text)).isTrue();
        assertThat(kept.find(text)).isEqualTo(MODEL.embed(text));
      }
    }
  }

  @Test
  void anotherTextIsNotKnown() {
    keep(TEXTS);

    try (KeptVectors kept = open(MODEL)) {
      assertThat(kept.knows("第一段。")).isFalse();
      assertThat(kept.find("第一段。")).isNull();
    }
  }

  @Test
  void vectorsOfAnotherModelAreNeverFound() {
    keep(TEXTS);

    try (KeptVectors kept = open(new QuickEmbedder("quick/2"))) {
      assertThat(TEXTS).noneMatch(kept::knows);
    }
  }

  @Test
  void noFlippedBitGivesAWrongVectorOrLosesAnother() throws IOException {
    List<String> few = TEXTS.subList(0, 5);
    keep(few);
    byte[] whole = Files.readAllBytes(file);
    int header = 3 * Integer.BYTES + MODEL.id().length();
    for (int bit = 0; bit < whole.length * 8; bit += 7) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, damaged);

      try (KeptVectors kept = open(MODEL)) {
        int found = 0;
        for (String text : few) {
          float[] vector = kept.find(text);
          if (vector != null) {
            assertThat(vector).as("bit %d", bit).isEqualTo(MODEL.embed(text));
            found++;
          }
        }
        // The header names the model of them all.
        assertThat(found).as("bit %d", bit).isEqualTo(bit / 8 < header ? 0 : few.size() - 1);
      }
    }
  }

  @Test
  void afterAStopInTheMiddleOfAWriteTheOthersAreFoundAndMoreCanBeKept() throws IOException {
    keep(TEXTS.subList(0, 3));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 11) {
      Files.write(file, Arrays.copyOf(whole, length));
      keep(TEXTS.subList(1, 4));

      try (KeptVectors kept = open(MODEL)) {
        for (String text : TEXTS.subList(1, 4)) {
          assertThat(kept.find(text)).as("cut to %d", length).isEqualTo(MODEL.embed(text));
        }
      }
    }
  }

  @Test
  void whatIsNotUsedAnyMoreIsForgottenOnceItIsTheGreaterPart() throws IOException {
    keep(TEXTS);
    long before = Files.size(file);
    try (KeptVectors kept = open(MODEL)) {
      TEXTS.subList(0, 400).forEach(kept::find);
      kept.forgetUnused();
    }
    assertThat(Files.size(file)).as("too little to be worth it").isEqualTo(before);

    try (KeptVectors kept = open(MODEL)) {
      TEXTS.subList(500, 600).forEach(kept::find);
      kept.forgetUnused();
      assertThat(kept.find(TEXTS.get(550))).isEqualTo(MODEL.embed(TEXTS.get(550)));
      kept.keep("新的。", MODEL.embed("新的。"));
    }

    assertThat(Files.size(file)).isLessThan(before / 5);
    try (KeptVectors kept = open(MODEL)) {
      assertThat(kept.knows(TEXTS.get(0))).isFalse();
      assertThat(kept.find("新的。")).isEqualTo(MODEL.embed("新的。"));
      assertThat(kept.find(TEXTS.get(599))).isEqualTo(MODEL.embed(TEXTS.get(599)));
    }
  }

  @Test
  void whereNothingCanBeKeptNothingIsKnown() throws IOException {
    Files.writeString(folder.resolve("made"), "a file where the folder should be");

    try (KeptVectors kept = open(MODEL)) {
      kept.keep("一", MODEL.embed("一"));
      assertThat(kept.knows("一")).isFalse();
      assertThat(kept.find("一")).isNull();
    }
  }

  private KeptVectors open(QuickEmbedder model) {
    return new FileVectorStore(file).open(model);
  }

  private void keep(List<String> texts) {
    try (KeptVectors kept = open(MODEL)) {
      texts.stream()
          .filter(text -> !kept.knows(text))
          .forEach(text -> kept.keep(text, MODEL.embed(text)));
    }
  }
}
