package org.kepu.knowledge.source;

/**
 * Where documents come from: a folder, a table of answers, a web site, the shipped collection.
 *
 * <p>A source says what is there now; it keeps no record of what was there before. Looking at it
 * twice, with nothing changed between, gives the same items. For use by one thread at a time.
 */
public interface Source {

  /** Names it among all sources, in an editor's words; what is remembered of it hangs on this. */
  String name();

  /**
   * Changes whenever {@link #list} may have something new to say. Costs little: it is asked every
   * few seconds. A source that cannot be looked at gives any value and tells why when it is listed.
   */
  String glance();

  /**
   * What is there now. Items are in the order of their keys, each key once. No item is read by this
   * as far as its document: that is what opening it is for.
   *
   * @throws SourceFailureException if it cannot be looked at; what was known of it still holds
   */
  Listing list();
}
