/**
 * Answers about tonight's sky, computed instead of quoted: a question is understood, computed and
 * worded, each sentence citing how.
 */
@NullMarked
package org.kepu.assistant.sky;

import org.jspecify.annotations.NullMarked;
