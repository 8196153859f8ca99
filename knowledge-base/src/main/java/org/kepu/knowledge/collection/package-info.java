/** The starter collection that ships with the product. */
@NullMarked
package org.kepu.knowledge.collection;

import org.jspecify.annotations.NullMarked;
