/**
 * Makes course questions from the whole collection, counts what the gates say, and draws some to
 * read.
 */
@NullMarked
package org.kepu.evaluation.items;

import org.jspecify.annotations.NullMarked;
