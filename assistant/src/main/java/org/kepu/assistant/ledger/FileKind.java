package org.kepu.assistant.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a piece of evidence may be: what is printed or photographed, and runs nothing. */
public enum FileKind {
  PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-'),
  PNG("image/png", "png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
  JPEG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF);

  private final String mediaType;
  private final String extension;
  private final byte[] beginning;

  FileKind(String mediaType, String extension, int... beginning) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.beginning = new byte[beginning.length];
    for (int i = 0; i < beginning.length; i++) {
      this.beginning[i] = (byte) beginning[i];
    }
  }

  /** The name on the wire and in tables. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Without the dot. */
  public String extension() {
    return extension;
  }

  /** What content is by its first bytes, whatever it is called; empty: none of these. */
  public static Optional<FileKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    return content.length > beginning.length
        && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
  }
}
