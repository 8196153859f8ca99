package org.kepu.assistant.web.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.kepu.assistant.browser.Payloads;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.document.Span;
import org.springframework.web.util.HtmlUtils;

class SourcePageTest {

  /** A mark-up sign more than harmless words have would be an element, or the end of one. */
  @Test
  @EnabledIfEnvironmentVariable(
      named = "KEPU_EVAL_DATA",
      matches = ".+",
      disabledReason =
          "KEPU_EVAL_DATA does not name the folder of data sets, which holds the payloads")
  void aPayloadIsTextAsTitleAsHeadingAsQuoteAndAsOrigin() {
    for (String payload : Payloads.every(1)) {
      // A line is a paragraph of its own, whoever wrote it.
      String line = payload.replace('\n', ' ').strip();
      String page = page(line);

      assertThat(signs(page)).as(payload).isEqualTo(signs(page("麋鹿")));
      assertThat(HtmlUtils.htmlUnescape(page))
          .contains(
              "<title>" + line + "</title>",
              "<h1>" + line + "</h1>",
              "<h2>" + line + " as heading</h2>",
              "<p>before <mark>" + line + "</mark> after</p>",
              "<dd>" + line + "</dd>");
    }
  }

  @Test
  void aTitleThatNamesAPlaceOfTheTemplateIsShownAsItIs() {
    assertThat(page("{text}{origin}")).contains("<h1>{text}{origin}</h1>");
  }

  private static String page(String line) {
    String heading = line + " as heading";
    String text = heading + "\nbefore " + line + " after";
    int start = heading.length() + 1;
    int quote = text.indexOf("before ", start) + "before ".length();
    Document document =
        Document.of(
            "d",
            line,
            text,
            List.of(new Section(heading, 2, 0, start, text.length(), List.of())),
            new Metadata(
                List.of(),
                List.of(),
                List.of(),
                Audience.GENERAL,
                List.of(line),
                line,
                null,
                null));
    return SourcePage.page(document, new Span(quote, quote + line.length()));
  }

  private static long signs(String page) {
    return page.chars().filter(sign -> "<>\"'".indexOf(sign) >= 0).count();
  }
}
