package org.kepu.knowledge.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;

/**
 * Generations with more vectors than there should be in memory as they are, in several segments.
 */
class ManyVectorsTest {

  private static final int PASSAGES = 2_000;
  private static final int WINDOWS = 3;
  private static final int DIMENSIONS = 64;
  private static final int CENTRES = 50;
  private static final int DEPTH = 60;
  private static final Room NARROW = new Room(1, 1_000);
  private static final Room WIDE = new Room(1, 1_000_000);

  @TempDir private Path temporary;

  private final List<EmbeddedPassage> passages = passages();

  @Test
  void manyAreSearchedByFourBitsAndFoundAsByExactOnes() throws IOException {
    try (LuceneIndex index = published("many", NARROW, passages);
        Generation generation = index.live().orElseThrow()) {
      assertThat(extensions("many")).contains("veq", "vec");
      double recall = 0;
      for (float[] question : questions()) {
        List<Hit> found = generation.nearest(question, DEPTH);
        recall += recall(question, found);
        assertThat(found).hasSize(DEPTH).allSatisfy(hit -> assertExact(question, hit));
        assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(Hit::score).reversed());
      }
      assertThat(recall / questions().size()).isGreaterThanOrEqualTo(0.98);
    }
  }

  @Test
  void fewerAreSearchedAsTheyAre() throws IOException {
    try (LuceneIndex index = published("few", WIDE, passages);
        Generation generation = index.live().orElseThrow()) {
      assertThat(extensions("few")).contains("vec", "vex").doesNotContain("veq");
      double recall = 0;
      for (float[] question : questions()) {
        recall += recall(question, generation.nearest(question, DEPTH));
      }
      assertThat(recall / questions().size()).isGreaterThanOrEqualTo(0.98);
    }
  }

  @Test
  void whatFitsIntoOneSegmentIsLinkedToo() throws IOException {
    try (LuceneIndex index = published("whole", Room.STANDARD, passages);
        Generation generation = index.live().orElseThrow()) {
      // A link takes a byte at least; without links every vector would be looked at.
      assertThat(bytes("whole", "vex")).isGreaterThan(PASSAGES * WINDOWS);
      double recall = 0;
      for (float[] question : questions()) {
        recall += recall(question, generation.nearest(question, DEPTH));
      }
      assertThat(recall / questions().size()).isGreaterThanOrEqualTo(0.98);
    }
  }

  @Test
  void theSamePassagesGiveTheSameLists() {
    try (LuceneIndex one = published("one", NARROW, passages);
        LuceneIndex other = published("other", NARROW, passages);
        Generation first = one.live().orElseThrow();
        Generation second = other.live().orElseThrow()) {
      for (float[] question : questions()) {
        assertThat(first.nearest(question, DEPTH)).isEqualTo(second.nearest(question, DEPTH));
      }
    }
  }

  @Test
  void whatWasChangedIsFoundBesideWhatWasTakenOver() throws IOException {
    try (LuceneIndex index = published("grown", NARROW, passages)) {
      EmbeddedPassage changed = passage(17, "2", new Random(17), centres(new Random(18)));
      SortedMap<String, String> versions = new TreeMap<>();
      passages.forEach(
          each -> versions.put(each.passage().documentId(), each.passage().documentVersion()));
      versions.put("d17", "2");
      try (GenerationBuilder builder = index.begin("grown", "model/1")) {
        assertThat(builder.takeOver(versions)).hasSize(PASSAGES - 1);
        builder.add(changed);
        builder.publish();
      }
      try (Generation generation = index.live().orElseThrow()) {
        assertThat(generation.size()).isEqualTo(PASSAGES);
        for (float[] vector : changed.vectors()) {
          Hit first = generation.nearest(vector, DEPTH).getFirst();
          assertThat(first).isEqualTo(new Hit("d17#0", 1));
        }
        float[] replaced = passages.get(17).vectors().getFirst();
        assertThat(generation.nearest(replaced, 1)).noneMatch(hit -> hit.score() > 0.9999);
      }
    }
  }

  private LuceneIndex published(String name, Room room, List<EmbeddedPassage> all) {
    LuceneIndex index = new LuceneIndex(temporary.resolve(name), FSDirectory::open, room);
    try (GenerationBuilder builder = index.begin(name, "model/1")) {
      all.forEach(builder::add);
      builder.publish();
    }
    return index;
  }

  private void assertExact(float[] question, Hit hit) {
    int number = Integer.parseInt(hit.passageId().substring(1, hit.passageId().indexOf('#')));
    assertThat(hit.score()).isCloseTo(cosine(question, passages.get(number)), within(1e-4));
  }

  private double recall(float[] question, List<Hit> found) {
    double[] cosines =
        passages.stream().mapToDouble(passage -> cosine(question, passage)).toArray();
    Set<String> nearest =
        IntStream.range(0, PASSAGES)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> cosines[i]).reversed())
            .limit(10)
            .map(i -> passages.get(i).passage().id())
            .collect(Collectors.toSet());
    return found.stream().limit(10).filter(hit -> nearest.contains(hit.passageId())).count() / 10.0;
  }

  private static double cosine(float[] question, EmbeddedPassage passage) {
    return passage.vectors().stream().mapToDouble(vector -> dot(question, vector)).max().orElse(-1);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private Set<String> extensions(String name) throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve(name))) {
      return files
          .map(file -> file.getFileName().toString())
          .map(file -> file.substring(file.lastIndexOf('.') + 1))
          .collect(Collectors.toSet());
    }
  }

  private long bytes(String name, String extension) throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve(name))) {
      return files
          .filter(file -> file.toString().endsWith("." + extension))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private static List<float[]> questions() {
    Random random = new Random(3);
    List<float[]> centres = centres(new Random(2));
    return IntStream.range(0, 50).mapToObj(i -> near(centres.get(i % CENTRES), random)).toList();
  }

  private static List<EmbeddedPassage> passages() {
    Random random = new Random(1);
    List<float[]> centres = centres(new Random(2));
    return IntStream.range(0, PASSAGES)
        .mapToObj(number -> passage(number, "1", random, centres))
        .toList();
  }

  private static EmbeddedPassage passage(
      int number, String version, Random random, List<float[]> centres) {
    String text = "第" + number + "段的文字。";
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      vectors.add(near(centres.get(random.nextInt(CENTRES)), random));
    }
    return new EmbeddedPassage(
        new Passage(
            "d" + number + "#0",
            "d" + number,
            version,
            "题目",
            List.of(),
            "题目",
            List.of(),
            new Span(0, text.length()),
            text,
            List.of(),
            new Role.Article(),
            null),
        vectors);
  }

  private static List<float[]> centres(Random random) {
    float[] origin = new float[DIMENSIONS];
    return IntStream.range(0, CENTRES).mapToObj(_ -> near(origin, random)).toList();
  }

  /** In a random direction from {@code centre}, at length 1. */
  private static float[] near(float[] centre, Random random) {
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (centre[i] + 0.1 * random.nextGaussian());
      square += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
