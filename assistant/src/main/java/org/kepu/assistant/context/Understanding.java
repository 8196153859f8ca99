package org.kepu.assistant.context;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a question means in its context. */
public sealed interface Understanding {

  /** What it says: it stands by itself. */
  record Literal() implements Understanding {}

  /**
   * It points back, so it means one of these.
   *
   * @param readings whole questions, the likeliest first; not empty
   * @param told the sections that the last answer quoted, as {@code document#heading}
   */
  record PointsBack(List<String> readings, Set<String> told) implements Understanding {
    public PointsBack {
      readings = List.copyOf(readings);
      told = Set.copyOf(told);
      if (readings.isEmpty()) {
        throw new IllegalArgumentException("A question that points back has a reading");
      }
    }

    /** It means this and nothing else. */
    static PointsBack to(String reading) {
      return new PointsBack(List.of(reading), Set.of());
    }
  }

  /**
   * It names no subject, so it may go on about the last one. Only what is found for both can tell.
   *
   * @param reading the question about that subject
   * @param documents the documents on that subject, by their ids
   */
  record MayGoOn(String reading, Set<String> documents) implements Understanding {
    public MayGoOn {
      Objects.requireNonNull(reading, "reading");
      documents = Set.copyOf(documents);
    }
  }

  /**
   * It points back, to one of several things or to nothing that is known.
   *
   * @param choices whole questions, two or three that are equally likely; empty if it points to
   *     nothing
   */
  record Unclear(List<String> choices) implements Understanding {
    public Unclear {
      choices = List.copyOf(choices);
    }
  }
}
