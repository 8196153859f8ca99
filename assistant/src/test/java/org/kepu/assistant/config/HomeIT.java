package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Service;
import org.kepu.assistant.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the service says where it cannot start. */
@ServiceTest
class HomeIT {

  @Autowired private HomeSettings running = new HomeSettings(Path.of(""));

  @Test
  void aSecondServiceOnTheSameFolderIsToldToTakeAnother() {
    assertThatThrownBy(() -> Service.start(running.home()))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .rootCause()
        .hasMessageContaining("Another service")
        .hasMessageContaining(running.home().toString())
        .hasMessageContaining("KEPU_HOME");
  }

  @Test
  void anAddressOfAModelWithoutItsNameIsRefusedBeforeAnythingIsTouched(@TempDir Path folder) {
    assertThatThrownBy(() -> Service.start(folder, "kepu.llm.base-url=http://localhost:11434/v1"))
        .hasStackTraceContaining("KEPU_LLM_MODEL is not; please name the model");
  }
}
