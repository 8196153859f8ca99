/** Runs models in ONNX Runtime. */
@NullMarked
package org.kepu.knowledge.onnx;

import org.jspecify.annotations.NullMarked;
