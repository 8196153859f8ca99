package org.kepu.knowledge.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.FolderCopy;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.index.PassageIndexContract;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;

class LuceneIndexTest extends PassageIndexContract {

  private static final EmbeddedPassage MILU = embedded("milu#0", "麋鹿", "麋鹿吃青草。", EAST, NORTH);

  @Override
  protected PassageIndex open(Path folder) {
    return new LuceneIndex(folder);
  }

  @Override
  protected PassageIndex openAfterKill() {
    return new LuceneIndex(FolderCopy.of(folder(), temporary.resolve("copy")));
  }

  @Test
  void aFlippedByteInAnyFileIsNoticedAtOpening() throws IOException {
    publish("first", MILU);
    index.close();
    List<Path> files = filesOf(onlyGeneration());
    assertThat(files).hasSizeGreaterThan(2);

    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int at : positions(whole.length)) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x10;
        Files.write(file, damaged);
        try (LuceneIndex opened = new LuceneIndex(folder())) {
          assertThat(opened.live()).as("byte %d of %s", at, file.getFileName()).isEmpty();
        }
      }
      Files.write(file, whole);
    }

    reopen();
    assertLiveIs("first");
  }

  @Test
  void aFileCutShortIsNoticedAtOpening() throws IOException {
    publish("first", MILU);
    index.close();

    for (Path file : filesOf(onlyGeneration())) {
      byte[] whole = Files.readAllBytes(file);
      for (int length : List.of(0, whole.length / 2, whole.length - 1)) {
        Files.write(file, Arrays.copyOf(whole, length));
        try (LuceneIndex opened = new LuceneIndex(folder())) {
          assertThat(opened.live()).as("%s of %d bytes", file.getFileName(), length).isEmpty();
        }
      }
      Files.write(file, whole);
    }
  }

  @Test
  void aFileThatIsGoneIsNoticedAtOpening() throws IOException {
    publish("first", MILU);
    index.close();

    for (Path file : filesOf(onlyGeneration())) {
      byte[] whole = Files.readAllBytes(file);
      Files.delete(file);
      try (LuceneIndex opened = new LuceneIndex(folder())) {
        assertThat(opened.live()).as("without %s", file.getFileName()).isEmpty();
      }
      Files.write(file, whole);
    }
  }

  @Test
  void theNextBuildReplacesADamagedGeneration() throws IOException {
    publish("first", MILU);
    index.close();
    Path damaged = onlyGeneration();
    for (Path file : filesOf(damaged)) {
      Files.write(file, new byte[] {1, 2, 3});
    }

    reopen();
    publish("second", MILU);

    assertLiveIs("second");
    assertThat(damaged).doesNotExist();
  }

  @Test
  void whatAStoppedBuildLeftIsClearedAway() throws IOException {
    publish("first", MILU);
    Path kept = onlyGeneration();
    Path leftover = Files.createDirectories(folder().resolve("generation-stopped/inner"));
    Files.writeString(leftover.resolve("_0.cfs"), "half");

    reopen();

    assertThat(generations()).containsExactly(kept);
    assertLiveIs("first");
  }

  @Test
  void theLiveGenerationAndTheOneBeforeAreKeptAndNothingOfADiscardedBuild() throws IOException {
    publish("first", MILU);
    Path first = onlyGeneration();
    publish("second", MILU);
    publish("third", MILU);
    List<Path> kept = generations();
    try (GenerationBuilder builder = index.begin("fourth", EMBEDDER)) {
      builder.add(MILU);
      builder.review().close();
    }

    assertThat(kept).hasSize(2).doesNotContain(first);
    assertThat(generations()).containsExactlyInAnyOrderElementsOf(kept);
  }

  @Test
  void theGenerationBeforeADamagedOneAnswersUntilTheNextIsBuilt() throws IOException {
    publish("first", MILU);
    Path first = onlyGeneration();
    publish("second", MILU);
    index.close();
    Path second =
        generations().stream().filter(each -> !each.equals(first)).findAny().orElseThrow();
    Files.write(filesOf(second).getFirst(), new byte[] {1, 2, 3});

    reopen();

    assertLiveIs("first");
    assertThat(index.stepBack()).as("to the damaged one").isFalse();
    publish("third", MILU);
    assertLiveIs("third");
    assertThat(second).doesNotExist();
    assertThat(index.stepBack()).isTrue();
    assertLiveIs("first");
  }

  @Test
  void aStepBackToADamagedGenerationIsRefused() throws IOException {
    publish("first", MILU);
    Path first = onlyGeneration();
    publish("second", MILU);
    Files.write(filesOf(first).getFirst(), new byte[] {1, 2, 3});

    assertThatExceptionOfType(IndexFailureException.class).isThrownBy(index::stepBack);

    assertLiveIs("second");
    assertThat(index.withdrawn()).isEmpty();
  }

  @Test
  void whereThePointerIsDamagedTheNewestFinishedGenerationAnswers() throws IOException {
    publish("first", MILU);
    publish("second", MILU);
    try (GenerationBuilder unfinished = index.begin("third", EMBEDDER)) {
      unfinished.add(MILU);
      unfinished.review().close();
      index.close();
      Path pointer = folder().resolve("LIVE");
      byte[] whole = Files.readAllBytes(pointer);
      for (int at = 0; at < whole.length; at++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x10;
        Files.write(pointer, damaged);
        try (LuceneIndex opened = new LuceneIndex(folder());
            Generation live = opened.live().orElseThrow()) {
          assertThat(live.fingerprint()).as("byte %d", at).isEqualTo("second");
        }
      }
    }
  }

  @Test
  void filesOfOthersInTheFolderAreLeftAlone() throws IOException {
    Path note = Files.writeString(folder().resolve("note.txt"), "mine");

    publish("first", MILU);
    reopen();

    assertThat(note).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../elsewhere", "/elsewhere", "", ".", "..", "generation-none", "a/../../x"})
  void aLiveFileThatNamesNoGenerationOfTheFolderIsIgnored(String name) throws IOException {
    publish("first", MILU);
    index.close();
    Path elsewhere = temporary.resolve("elsewhere");
    Files.move(onlyGeneration(), elsewhere);
    String absolute = name.startsWith("/") ? elsewhere.toString() : name;
    Files.writeString(folder().resolve("LIVE"), absolute);

    reopen();

    assertThat(index.live()).isEmpty();
    assertThat(elsewhere).isNotEmptyDirectory();
    publish("second", MILU);
    assertLiveIs("second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0\0", "generation-\0"})
  void aLiveFileOfNoPathAtAllIsIgnored(String name) throws IOException {
    Files.writeString(folder().resolve("LIVE"), name);

    reopen();

    assertThat(index.live()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "./kb", "kb/../kb"})
  void theFolderMayBeNamedInAnyForm(String name) {
    Path folder = Path.of(temporary + "/x/" + name);
    try (LuceneIndex first = new LuceneIndex(folder);
        GenerationBuilder builder = first.begin("first", EMBEDDER)) {
      builder.add(MILU);
      builder.publish();
    }

    try (LuceneIndex second = new LuceneIndex(folder)) {
      assertThat(second.live().map(Generation::fingerprint)).contains("first");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAnIndexFailure() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThatExceptionOfType(IndexFailureException.class)
        .isThrownBy(() -> new LuceneIndex(file.resolve("index")))
        .withMessageContaining(file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lucene/0", ""})
  void aGenerationOfAnotherLayoutIsNotServedAndBuiltAnew(String layout) throws IOException {
    publish("first", MILU);
    index.close();
    commitWith(
        layout.isEmpty()
            ? Map.of(LuceneGenerationBuilder.FINGERPRINT, "first")
            : Map.of(
                LuceneGenerationBuilder.FINGERPRINT,
                "first",
                LuceneGenerationBuilder.LAYOUT,
                layout));

    reopen();

    assertThat(index.live()).isEmpty();
    publish("second", MILU);
    assertLiveIs("second");
  }

  @Test
  void theLayoutNamesTheEngine() {
    assertThat(LuceneIndex.layout()).startsWith("lucene/");
  }

  /** The first and the last bytes, and some between. */
  private static int[] positions(int length) {
    return IntStream.rangeClosed(0, 12)
        .map(i -> (int) ((long) (length - 1) * i / 12))
        .distinct()
        .toArray();
  }

  private void commitWith(Map<String, String> userData) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setParentField("parent");
    try (FSDirectory directory = FSDirectory.open(onlyGeneration());
        IndexWriter writer = new IndexWriter(directory, config)) {
      writer.setLiveCommitData(userData.entrySet());
      writer.commit();
    }
  }

  private Path onlyGeneration() throws IOException {
    assertThat(generations()).hasSize(1);
    return generations().getFirst();
  }

  private List<Path> generations() throws IOException {
    try (Stream<Path> entries = Files.list(folder())) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("generation-"))
          .toList();
    }
  }

  /** All but the lock, which is empty. */
  private static List<Path> filesOf(Path generation) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }
}
