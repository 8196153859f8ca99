package org.kepu.assistant.educator.export;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.assistant.educator.item.Kind;

/** What sets can be written as. */
public enum Format {
  GIFT("gift.txt", "text/plain; charset=utf-8", true, Holds.EVERYTHING),
  MOODLE("moodle.xml", "application/xml", true, Holds.EVERYTHING),
  QTI("qti.zip", "application/zip", true, Holds.EVERYTHING),
  ANKI("apkg", "application/octet-stream", true, Holds.EVERYTHING),
  KAHOOT("kahoot.xlsx", Format.XLSX, false, Holds.CHOICES),
  CHAOXING("chaoxing.xlsx", Format.XLSX, false, Holds.TESTS),
  WENJUANXING("wjx.xlsx", Format.XLSX, false, Holds.TESTS),
  TENCENT("txwj.txt", "text/plain; charset=utf-8", false, Holds.TESTS),
  CSV("csv", "text/csv; charset=utf-8", true, Holds.EVERYTHING),
  DOCX(
      "docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      true,
      Holds.EVERYTHING),
  PDF("pdf", "application/pdf", true, Holds.EVERYTHING);

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String extension;
  private final String mediaType;
  private final boolean specified;
  private final Holds holds;

  Format(String extension, String mediaType, boolean specified, Holds holds) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.specified = specified;
    this.holds = holds;
  }

  /** The name in addresses and in the log. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the file's name ends in, without the dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether its owner has published what it looks like; else it follows what its tool exports. */
  public boolean specified() {
    return specified;
  }

  /** Whether it has a place for items of {@code kind}. */
  public boolean holds(Kind kind) {
    return switch (holds) {
      case EVERYTHING -> true;
      case CHOICES ->
          kind == Kind.SINGLE_CHOICE || kind == Kind.MULTIPLE_CHOICE || kind == Kind.TRUE_FALSE;
      case TESTS -> kind.written() && kind != Kind.ORDERING && kind != Kind.MATCHING;
    };
  }

  /** The format of a name. */
  public static Optional<Format> of(String code) {
    return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
  }

  /** Which kinds a format has a place for. */
  private enum Holds {
    EVERYTHING,
    CHOICES,
    TESTS
  }
}
