/** Puts a running service under the load of many visitors and times what each of them sees. */
@NullMarked
package org.kepu.evaluation.load;

import org.jspecify.annotations.NullMarked;
