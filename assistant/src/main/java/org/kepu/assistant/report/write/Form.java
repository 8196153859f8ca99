package org.kepu.assistant.report.write;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.assistant.report.ReachReport;

/** What a report can be written as. */
public enum Form {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  PDF("application/pdf"),
  CSV("text/csv; charset=utf-8");

  private final String mediaType;

  Form(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The name in addresses, and what a file's name ends in. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /** A name by which the files of one report stand together in a folder. */
  public String fileName(ReachReport report) {
    return "%s.%s".formatted(report.title().replaceAll("[^\\p{L}\\p{N}（）-]+", "-"), code());
  }

  /** The form of a name. */
  public static Optional<Form> of(String code) {
    return Stream.of(values()).filter(form -> form.code().equals(code)).findFirst();
  }
}
