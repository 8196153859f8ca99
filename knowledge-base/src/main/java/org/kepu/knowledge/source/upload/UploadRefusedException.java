package org.kepu.knowledge.source.upload;

import java.io.IOException;

/** A file is not accepted. Its message is for the person who handed it in: why. */
public final class UploadRefusedException extends IOException {

  public UploadRefusedException(String message) {
    super(message);
  }
}
