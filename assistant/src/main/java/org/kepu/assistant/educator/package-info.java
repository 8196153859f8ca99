/**
 * The educator's studio: sets of course questions made from the collection, reviewed by a person.
 */
@NullMarked
package org.kepu.assistant.educator;

import org.jspecify.annotations.NullMarked;
