package org.kepu.assistant.reach.visitor;

import java.util.function.UnaryOperator;
import org.kepu.assistant.reach.Interaction;

/**
 * What every record undergoes before it is written: persons out of its text, then the text's key.
 */
public final class Marking implements UnaryOperator<Interaction> {

  private final UnaryOperator<String> redaction;
  private final DayKeys keys;

  /**
   * @param redaction takes out of a text what names a person
   */
  public Marking(UnaryOperator<String> redaction, DayKeys keys) {
    this.redaction = redaction;
    this.keys = keys;
  }

  @Override
  public Interaction apply(Interaction interaction) {
    String text = interaction.text();
    if (text == null) {
      return interaction;
    }
    String clean = redaction.apply(text);
    boolean repeatable = interaction.type() == Interaction.Type.QUESTION;
    return interaction.withText(clean, repeatable ? keys.text(clean) : null);
  }
}
