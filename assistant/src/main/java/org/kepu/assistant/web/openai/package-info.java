/** The same answers in the shape of OpenAI's API, so that existing clients can ask. */
@NullMarked
package org.kepu.assistant.web.openai;

import org.jspecify.annotations.NullMarked;
