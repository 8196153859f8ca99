/** The reader model that comes with the product, in ONNX Runtime. */
@NullMarked
package org.kepu.knowledge.reader.onnx;

import org.jspecify.annotations.NullMarked;
