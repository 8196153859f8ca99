package org.kepu.assistant.educator;

import java.io.Serial;

/** An educator asked for what cannot be: the code names the rule, the arguments the value. */
public final class BadOrderException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Object[] arguments;

  public BadOrderException(String code, Object... arguments) {
    super(code);
    this.code = code;
    this.arguments = arguments;
  }

  /** The rule, as its message is filed. */
  public String code() {
    return code;
  }

  /** What the message speaks of. */
  public Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.clone();
  }
}
