package org.kepu.knowledge.parse.format;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineException;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.SourceFile;

/**
 * Reads a file of any format but Markdown: its name is held against its content, an archive is
 * checked, then its format's reader reads it. Whatever a library throws becomes a reason; an {@link
 * OutOfMemoryError} alone is passed on, for nothing can be relied on after it.
 */
public final class FormatParser {

  private final Limits limits;
  private final Detector detector =
      new CompositeDetector(
          List.of(
              new POIFSContainerDetector(),
              new DefaultZipContainerDetector(),
              MimeTypes.getDefaultMimeTypes()));

  public FormatParser(Limits limits) {
    this.limits = limits;
  }

  public ParseResult parse(SourceFile file, FileDescription description) {
    try {
      return parsed(file, description);
    } catch (QuarantineException e) {
      return new Quarantined(file.path(), e.reason(), String.valueOf(e.getMessage()));
    } catch (Exception e) {
      return new Quarantined(file.path(), reasonOf(e), said(e));
    } catch (StackOverflowError e) {
      return new Quarantined(file.path(), QuarantineReason.TOO_DEEP, "");
    } catch (LinkageError | AssertionError e) {
      // A library reached for a part of it that is not here, for a construct that nobody uses.
      return new Quarantined(file.path(), QuarantineReason.DAMAGED, said(e));
    }
  }

  private ParseResult parsed(SourceFile file, FileDescription description) throws Exception {
    Format format =
        Format.named(file.path())
            .orElseThrow(() -> new QuarantineException(QuarantineReason.UNSUPPORTED, ""));
    checkName(file, format);
    TextSink text = new TextSink(limits.characters());
    reader(format).read(file.content(), text);
    Document document = text.toDocument(file.path(), file.baseName(), description);
    return new Parsed(document, text.remarks());
  }

  private void checkName(SourceFile file, Format format) throws IOException {
    if (file.content().length == 0) {
      throw new QuarantineException(QuarantineReason.EMPTY, "0 字节");
    }
    if (format.zipped() && startsLikeZip(file.content())) {
      new ArchiveCheck(limits).check(file.content());
    }
    String found = mediaType(file);
    if (found.contains("protected") || found.contains("encrypted")) {
      throw new QuarantineException(QuarantineReason.ENCRYPTED, "");
    }
    // Whatever has no signature is text by its name: nothing else claims it.
    boolean text =
        (format == Format.HTML || format == Format.TEXT) && textual(found, file.content());
    if (!format.admits(found) && !text) {
      throw new QuarantineException(QuarantineReason.MISNAMED, "内容类型是 " + found);
    }
  }

  private static boolean textual(String mediaType, byte[] content) {
    return mediaType.startsWith("text/")
        || mediaType.equals("application/xml")
        || mediaType.equals("application/xhtml+xml")
        || mediaType.equals("message/rfc822")
        || (mediaType.equals("application/octet-stream") && withoutControls(content));
  }

  /** Tika takes Chinese in GB 18030 for binary, where it has more of it than of ASCII. */
  private static boolean withoutControls(byte[] content) {
    for (byte each : content) {
      if (each >= 0 && each < 0x20 && "\t\n\f\r".indexOf(each) < 0) {
        return false;
      }
    }
    return true;
  }

  private String mediaType(SourceFile file) throws IOException {
    try (TikaInputStream in = TikaInputStream.get(file.content())) {
      return detector.detect(in, new Metadata()).getBaseType().toString();
    }
  }

  private FormatReader reader(Format format) {
    return switch (format) {
      case HTML -> new TikaReader(JSoupParser::new, limits);
      case TEXT -> new PlainTextReader();
      case PDF -> new PdfReader(limits);
      case DOCX, XLSX -> new TikaReader(OOXMLParser::new, limits);
      case DOC, XLS -> new TikaReader(OfficeParser::new, limits);
      case PPTX, PPT -> new SlideReader(limits);
      case EPUB -> new TikaReader(EpubParser::new, limits);
    };
  }

  private static boolean startsLikeZip(byte[] content) {
    return content.length > 3 && content[0] == 'P' && content[1] == 'K';
  }

  private static QuarantineReason reasonOf(Exception thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof EncryptedDocumentException
          || e instanceof org.apache.tika.exception.EncryptedDocumentException
          || e instanceof InvalidPasswordException) {
        return QuarantineReason.ENCRYPTED;
      }
      if (e instanceof QuarantineException known) {
        return known.reason();
      }
      String message = String.valueOf(e.getMessage());
      if (message.contains("Zip bomb") || message.contains("zip bomb")) {
        return QuarantineReason.TOO_COMPRESSED;
      }
      // The Java platform's XML limits: JAXP00010001 entity expansions … JAXP00010006 element
      // depth.
      if (message.contains("JAXP00010006")) {
        return QuarantineReason.TOO_DEEP;
      }
      if (message.contains("JAXP0001000")) {
        return QuarantineReason.TOO_COMPRESSED;
      }
    }
    return QuarantineReason.DAMAGED;
  }

  private static String said(Throwable thrown) {
    String message = innermost(thrown).toString();
    return message.length() <= 200 ? message : message.substring(0, 200) + "…";
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable innermost = thrown;
    for (int i = 0; i < 20; i++) {
      @Nullable Throwable cause = innermost.getCause();
      if (cause == null) {
        break;
      }
      innermost = cause;
    }
    return innermost;
  }
}
