/** The knowledge base as a tool server of the Model Context Protocol. */
@NullMarked
package org.kepu.assistant.web.mcp;

import org.jspecify.annotations.NullMarked;
