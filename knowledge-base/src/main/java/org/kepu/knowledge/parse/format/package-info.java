/**
 * Reads the text of each format with Tika and its libraries. Runs in the forked process alone: what
 * it reads may be hostile.
 */
@NullMarked
package org.kepu.knowledge.parse.format;

import org.jspecify.annotations.NullMarked;
