/** Texts as vectors by ONNX Runtime on this machine. */
@NullMarked
package org.kepu.knowledge.embedding.onnx;

import org.jspecify.annotations.NullMarked;
