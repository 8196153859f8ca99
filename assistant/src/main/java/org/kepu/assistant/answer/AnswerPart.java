package org.kepu.assistant.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of an answer, in the order the contract gives them. */
public sealed interface AnswerPart {

  /**
   * A sentence.
   *
   * @param index its place in the answer, from 0
   * @param text as it is shown
   * @param citations the indices of the citations that support it; empty only where the assistant
   *     speaks of itself (“I have no source for this”)
   * @param reading how what not everybody can read in it is read, in its order; mostly empty
   */
  record Sentence(
      int index,
      String text,
      List<Integer> citations,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reading> reading)
      implements AnswerPart {
    public Sentence {
      Objects.requireNonNull(text, "text");
      citations = List.copyOf(citations);
      reading = List.copyOf(reading);
    }

    /** A sentence that everybody can read. */
    public Sentence(int index, String text, List<Integer> citations) {
      this(index, text, citations, List.of());
    }
  }

  /**
   * How a piece of a sentence is read aloud.
   *
   * @param start where it begins in the sentence's text, in UTF-16 code units
   * @param end exclusive
   * @param pinyin with tone marks, syllables parted by spaces
   */
  record Reading(int start, int end, String pinyin) {
    public Reading {
      if (start < 0 || end <= start || pinyin.isBlank()) {
        throw new IllegalArgumentException(
            "A reading is of a piece of a text, not of %d..%d as '%s'"
                .formatted(start, end, pinyin));
      }
    }
  }

  /**
   * The place in a source that supports a sentence.
   *
   * @param index its number in this answer, from 1
   * @param documentId which document
   * @param documentVersion which version of it
   * @param title the document's title
   * @param heading the heading the quote stands under
   * @param quote the document's text from {@code start} to {@code end}
   * @param start in UTF-16 code units
   * @param end exclusive
   * @param page the page or slide of the original on which the quote begins, null where it has none
   * @param url where the document can be read
   * @param source where an editor can check it
   * @param licence under which the quote may be reused
   * @param reviewedOn the day a person last checked it
   */
  record Citation(
      int index,
      String documentId,
      String documentVersion,
      String title,
      String heading,
      String quote,
      int start,
      int end,
      @Nullable Integer page,
      String url,
      String source,
      String licence,
      @Nullable LocalDate reviewedOn)
      implements AnswerPart {
    public Citation {
      if (end - start != quote.length()) {
        throw new IllegalArgumentException(
            "A quote is as long as its span, not %d and %d".formatted(quote.length(), end - start));
      }
    }
  }

  /**
   * A picture that goes with the answer.
   *
   * @param url where it is
   * @param alt what it shows, in words
   * @param credit who made it
   */
  record Illustration(String url, String alt, String credit) implements AnswerPart {}

  /** Questions the visitor may ask next. */
  record Suggestions(List<String> questions) implements AnswerPart {
    public Suggestions {
      questions = List.copyOf(questions);
    }
  }
}
