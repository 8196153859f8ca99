/** Makes drafts of course questions from sections of the collection, without a model. */
@NullMarked
package org.kepu.assistant.educator.generation;

import org.jspecify.annotations.NullMarked;
