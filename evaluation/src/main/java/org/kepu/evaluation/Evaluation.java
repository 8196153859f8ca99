package org.kepu.evaluation;

import org.kepu.evaluation.answers.AnswersCommand;
import org.kepu.evaluation.answers.BudgetsCommand;
import org.kepu.evaluation.answers.CalibrateCommand;
import org.kepu.evaluation.answers.TrainScopeCommand;
import org.kepu.evaluation.attack.FuzzCommand;
import org.kepu.evaluation.bench.BenchCommand;
import org.kepu.evaluation.bench.BenchPartCommand;
import org.kepu.evaluation.collection.BankCommand;
import org.kepu.evaluation.collection.CollectionCommand;
import org.kepu.evaluation.collection.DrawCommand;
import org.kepu.evaluation.collection.DueCommand;
import org.kepu.evaluation.cost.CostCommand;
import org.kepu.evaluation.cost.EmbeddingCommand;
import org.kepu.evaluation.dialogue.DialogueCommand;
import org.kepu.evaluation.faults.FaultsCommand;
import org.kepu.evaluation.formats.FormatsCommand;
import org.kepu.evaluation.grounding.GroundingCommand;
import org.kepu.evaluation.indexing.IndexingCommand;
import org.kepu.evaluation.items.ItemsCommand;
import org.kepu.evaluation.load.LoadCommand;
import org.kepu.evaluation.load.NodesCommand;
import org.kepu.evaluation.load.PeerCommand;
import org.kepu.evaluation.reach.ReachCommand;
import org.kepu.evaluation.reading.ReaderCommand;
import org.kepu.evaluation.retrieval.RetrievalCommand;
import org.kepu.evaluation.retrieval.TuneCommand;
import org.kepu.evaluation.safety.SafetyCommand;
import org.kepu.evaluation.safety.TrainGuardCommand;
import org.kepu.evaluation.sky.SkyCommand;
import org.kepu.evaluation.whole.ReportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "evaluation",
    description = "Measures the product and compares it with the baselines.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RetrievalCommand.class,
      TuneCommand.class,
      AnswersCommand.class,
      BudgetsCommand.class,
      CalibrateCommand.class,
      CostCommand.class,
      ReachCommand.class,
      ReaderCommand.class,
      GroundingCommand.class,
      CollectionCommand.class,
      DueCommand.class,
      DrawCommand.class,
      BankCommand.class,
      EmbeddingCommand.class,
      SkyCommand.class,
      DialogueCommand.class,
      FormatsCommand.class,
      TrainScopeCommand.class,
      TrainGuardCommand.class,
      SafetyCommand.class,
      IndexingCommand.class,
      ItemsCommand.class,
      LoadCommand.class,
      PeerCommand.class,
      NodesCommand.class,
      BenchCommand.class,
      BenchPartCommand.class,
      FaultsCommand.class,
      FuzzCommand.class,
      ReportCommand.class
    })
public final class Evaluation {

  private Evaluation() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Runs one command.
   *
   * @return 0 if all is well, 1 if a figure fell below its baseline, 2 if the command is wrong
   */
  public static int run(String... args) {
    return new CommandLine(new Evaluation())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }
}
