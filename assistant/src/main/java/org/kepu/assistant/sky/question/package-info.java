/** What a question asks of the sky, if it asks that and nothing else; pure. */
@NullMarked
package org.kepu.assistant.sky.question;

import org.jspecify.annotations.NullMarked;
