import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.knn.plugin.KNNPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A node of the tests' OpenSearch cluster, in a process of its own and with a class path of its
 * own. It ends when what started it closes its standard input, or is gone.
 */
public final class ClusterNode {

  private static final List<Class<? extends Plugin>> PLUGINS =
      List.of(
          CommonAnalysisModulePlugin.class,
          KNNPlugin.class,
          Netty4ModulePlugin.class,
          PainlessModulePlugin.class);

  private ClusterNode() {}

  /**
   * @param args the node's folder, its name, its port for HTTP, its port for other nodes, and the
   *     names and addresses of the first nodes
   */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    String name = args[1];
    Settings settings =
        Settings.builder()
            .put("path.home", home)
            .put("cluster.name", "kepu-test")
            .put("node.name", name)
            .put("network.host", "127.0.0.1")
            .put("http.port", args[2])
            .put("transport.port", args[3])
            .put("discovery.type", "zen")
            .put("cluster.initial_cluster_manager_nodes", args[4])
            .put("discovery.seed_hosts", args[5])
            // The disk of the machine that runs the tests is not theirs.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("node.processors", 1)
            .build();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> name);
    try (Node node = new OpenSearchRunnerNode(environment, PLUGINS)) {
      node.start();
      awaitEnd();
    }
  }

  private static void awaitEnd() throws IOException {
    while (System.in.read() != -1) {
      // Nothing is said to a node but the end.
    }
  }
}
