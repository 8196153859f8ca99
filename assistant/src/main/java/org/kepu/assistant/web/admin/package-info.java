/** What those who keep the service see and do. */
@NullMarked
package org.kepu.assistant.web.admin;

import org.jspecify.annotations.NullMarked;
