/** The door of the official account on WeChat, and the page its links lead to. */
@NullMarked
package org.kepu.assistant.web.wechat;

import org.jspecify.annotations.NullMarked;
