package org.kepu.evaluation.load;

import java.util.concurrent.Callable;
import org.kepu.evaluation.load.peer.BareFramework;
import org.kepu.evaluation.load.peer.EasyRag;
import org.kepu.evaluation.load.peer.PeerServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves one of the services to compare with, until it is stopped. */
@Command(
    name = "peer",
    hidden = true,
    description = "Serves one of the services that load compares the product with.",
    mixinStandardHelpOptions = true)
public final class PeerCommand implements Callable<Integer> {

  /** What to serve. */
  enum Kind {
    BARE,
    EASY_RAG
  }

  @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}")
  private Kind kind = Kind.BARE;

  @Option(names = "--port", required = true, description = "Where to listen, on this machine only")
  private int port;

  @Override
  public Integer call() {
    new PeerServer(
            switch (kind) {
              case BARE -> new BareFramework();
              case EASY_RAG -> EasyRag.ofTheCollection();
            })
        .serve(port);
    return 0;
  }
}
