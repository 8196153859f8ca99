package org.kepu.assistant.educator.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;

/**
 * Read by qti-convert, which makes QTI 3 of the package as authoring tools do before they import
 * it: what it took for a stem, an option or a key comes back under the names of QTI 3.
 */
class QtiConverterTest extends QtiExporterTest {

  /** The elements of XHTML and of the manifest. */
  private static final Set<String> UNCHANGED = Set.of("p", "file", "dependency");

  @TempDir private Path folder;

  @Override
  protected List<Read> read(byte[] file) throws Exception {
    Path converted = folder.resolve("qti3.zip");
    NodeScript.run("convert-qti.mjs", Files.write(folder.resolve("qti2.zip"), file), converted);
    return super.read(Files.readAllBytes(converted));
  }

  @Override
  protected String element(String name) {
    return UNCHANGED.contains(name) ? name : "qti-" + attribute(name);
  }

  @Override
  protected String attribute(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** It indents what it writes, and folds white space at the ends of texts. */
  @Override
  protected String given(String text) {
    return super.given(text).strip();
  }

  @Override
  protected String key(Item item) {
    return item.content() instanceof Content.Judgement ? super.key(item) : super.key(item).strip();
  }
}
