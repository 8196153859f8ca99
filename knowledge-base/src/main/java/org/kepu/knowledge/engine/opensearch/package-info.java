/** The engine on a cluster: passages and their vectors in OpenSearch, over HTTP. */
@NullMarked
package org.kepu.knowledge.engine.opensearch;

import org.jspecify.annotations.NullMarked;
