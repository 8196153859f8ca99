package org.kepu.assistant.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.reach.Flag;

/**
 * Who sends a request, as far as it is told apart.
 *
 * @param key tells visitors of a day apart, null where the address is unknown
 * @param flags whether it is a program, staff, a test
 */
record Visitor(@Nullable String key, Set<Flag> flags) {

  /** The flags of what is only tried out, and not reported. */
  Set<Flag> tried() {
    Set<Flag> tried = EnumSet.of(Flag.TEST);
    tried.addAll(flags);
    return tried;
  }
}
