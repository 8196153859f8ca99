/**
 * What a question means after the turns before it and before an exhibit: pronouns, ellipsis,
 * subjects carried over. No model; nothing here is random.
 */
@NullMarked
package org.kepu.assistant.context;

import org.jspecify.annotations.NullMarked;
