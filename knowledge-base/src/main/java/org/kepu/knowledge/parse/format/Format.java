package org.kepu.knowledge.parse.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that are read, each with the extensions of its files and what Tika calls them. */
public enum Format {
  HTML(List.of("html", "htm", "xhtml"), "text/html", "application/xhtml+xml"),
  TEXT(List.of("txt", "text"), "text/plain"),
  PDF(List.of("pdf"), "application/pdf"),
  DOCX(
      List.of("docx"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/x-tika-ooxml"),
  PPTX(
      List.of("pptx"),
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
      "application/x-tika-ooxml"),
  XLSX(
      List.of("xlsx"),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/x-tika-ooxml"),
  DOC(List.of("doc"), "application/msword", "application/x-tika-msoffice"),
  PPT(List.of("ppt"), "application/vnd.ms-powerpoint", "application/x-tika-msoffice"),
  XLS(List.of("xls"), "application/vnd.ms-excel", "application/x-tika-msoffice"),
  EPUB(List.of("epub"), "application/epub+zip");

  private final List<String> extensions;
  private final List<String> mediaTypes;

  Format(List<String> extensions, String... mediaTypes) {
    this.extensions = extensions;
    this.mediaTypes = List.of(mediaTypes);
  }

  /** The format a file's name claims. */
  public static Optional<Format> named(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.extensions.contains(extension))
        .findFirst();
  }

  /** Whether content that Tika takes for {@code mediaType} may be this format. */
  boolean admits(String mediaType) {
    return mediaTypes.contains(mediaType);
  }

  /** Whether a file of this format is a ZIP archive. */
  boolean zipped() {
    return this == DOCX || this == PPTX || this == XLSX || this == EPUB;
  }
}
