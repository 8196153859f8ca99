package org.kepu.knowledge.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a document is for, beside being read: it decides how it is found and how it is quoted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Role.Article.class, name = "article"),
  @JsonSubTypes.Type(value = Role.Variant.class, name = "variant"),
  @JsonSubTypes.Type(value = Role.Myth.class, name = "myth"),
  @JsonSubTypes.Type(value = Role.Advice.class, name = "advice")
})
public sealed interface Role {

  /** Tells what is known. */
  Role ARTICLE = new Article();

  /** Tells what is known. */
  record Article() implements Role {}

  /**
   * Says for other readers what sections of another document say; not found by itself, but given in
   * their place. A section is the variant of the section of the same heading.
   *
   * @param of the other document's id
   */
  record Variant(String of) implements Role {}

  /**
   * Corrects a wrong belief.
   *
   * @param belief the belief, as a plain statement
   * @param supportedBy the sections the correction rests on, as {@code document#heading}
   */
  record Myth(String belief, List<String> supportedBy) implements Role {
    public Myth {
      supportedBy = List.copyOf(supportedBy);
    }
  }

  /**
   * Says what to do where a mistake may hurt. Given whole and never rephrased.
   *
   * @param triggers phrases that, standing in a question, ask for it
   * @param supportedBy the sections it rests on, as {@code document#heading}
   */
  record Advice(List<String> triggers, List<String> supportedBy) implements Role {
    public Advice {
      triggers = List.copyOf(triggers);
      supportedBy = List.copyOf(supportedBy);
    }
  }

  /** The sections this rests on, as {@code document#heading}; empty where it rests on sources. */
  static List<String> supportOf(Role role) {
    return switch (role) {
      case Myth myth -> myth.supportedBy();
      case Advice advice -> advice.supportedBy();
      case Article article -> List.of();
      case Variant variant -> List.of();
    };
  }
}
