/** The language of WeChat's official accounts: its seal, its messages, its lengths, its API. */
@NullMarked
package org.kepu.assistant.wechat;

import org.jspecify.annotations.NullMarked;
