/** Does the product understand a question in its context, and leave alone what needs none? */
@NullMarked
package org.kepu.evaluation.dialogue;

import org.jspecify.annotations.NullMarked;
