package org.kepu.knowledge.parse.format;

import java.util.function.Supplier;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.SecureContentHandler;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.QuarantineException;
import org.kepu.knowledge.parse.QuarantineReason;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads what one of Tika's parsers reads. What is embedded in a file (pictures, other documents) is
 * left alone.
 */
final class TikaReader implements FormatReader {

  private final Supplier<Parser> parser;
  private final Limits limits;

  TikaReader(Supplier<Parser> parser, Limits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  @Override
  public void read(byte[] content, TextSink text) throws Exception {
    try (TikaInputStream in = TikaInputStream.get(content)) {
      SecureContentHandler guarded = new SecureContentHandler(new XhtmlText(text), in);
      guarded.setMaximumDepth(limits.depth());
      guarded.setMaximumCompressionRatio(limits.ratio());
      try {
        parser.get().parse(in, guarded, new Metadata(), context());
      } catch (SAXException e) {
        refuseBomb(guarded, e);
        throw e;
      }
    }
  }

  private static void refuseBomb(SecureContentHandler guarded, SAXException stopped) {
    try {
      guarded.throwIfCauseOf(stopped);
    } catch (org.apache.tika.exception.TikaException bomb) {
      String said = String.valueOf(bomb.getCause() == null ? bomb : bomb.getCause().getMessage());
      throw new QuarantineException(
          said.contains("depth") || said.contains("nest")
              ? QuarantineReason.TOO_DEEP
              : QuarantineReason.TOO_COMPRESSED,
          said);
    }
  }

  private static ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    OfficeParserConfig office = new OfficeParserConfig();
    // A document as a stream of events: no tree to fill the heap.
    office.setUseSAXDocxExtractor(true);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    office.setIncludeHeadersAndFooters(false);
    office.setExtractMacros(false);
    office.setIncludeShapeBasedContent(true);
    context.set(OfficeParserConfig.class, office);
    return context;
  }

  /** Opens nothing. */
  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        java.io.InputStream stream,
        ContentHandler handler,
        Metadata metadata,
        boolean outputHtml) {}
  }
}
