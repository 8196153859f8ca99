package org.kepu.assistant.educator.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs other people's readers, which come from npm with the front end's build. */
final class NodeScript {

  private NodeScript() {}

  /** What a script of {@code src/test/scripts} prints about some files. */
  static String run(String script, Path... files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "src/test/scripts/" + script));
    Stream.of(files).map(Path::toString).forEach(command::add);
    Process node =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (node.waitFor() != 0) {
      throw new IOException(script + " cannot read " + List.of(files));
    }
    return printed;
  }
}
