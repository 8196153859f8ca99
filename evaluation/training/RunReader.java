import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Runs a reader in ONNX Runtime with the product's session settings.
 *
 * <p>{@code run MODEL IN OUT}: inputs from a file, logits to a file, big-endian as Java writes them.
 * {@code time MODEL LENGTH… [-- OTHER MODEL]}: CPU time of the calling thread, models in turns.
 */
class RunReader {

  public static void main(String[] args) throws Exception {
    if (args[0].equals("run")) {
      run(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
    } else {
      time(Arrays.asList(args).subList(1, args.length));
    }
  }

  private static OrtSession session(Path model) throws Exception {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    return OrtEnvironment.getEnvironment().createSession(model.toString(), options);
  }

  private static Map<String, OnnxTensor> inputs(OrtSession session, long[] ids, long[] types)
      throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Map<String, long[]> all =
        Map.of("input_ids", ids, "token_type_ids", types, "attention_mask", ones);
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (String name : session.getInputNames()) {
      tensors.put(
          name, OnnxTensor.createTensor(environment, LongBuffer.wrap(all.get(name)), shape));
    }
    return tensors;
  }

  private static void run(Path model, Path in, Path out) throws Exception {
    try (OrtSession session = session(model);
        DataInputStream read =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(in), 1 << 20));
        DataOutputStream write =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out), 1 << 20))) {
      for (int left = read.readInt(); left > 0; left--) {
        int n = read.readInt();
        long[] ids = new long[n];
        long[] types = new long[n];
        for (int i = 0; i < n; i++) {
          ids[i] = read.readInt();
        }
        for (int i = 0; i < n; i++) {
          types[i] = read.readInt();
        }
        Map<String, OnnxTensor> inputs = inputs(session, ids, types);
        try (OrtSession.Result result = session.run(inputs)) {
          for (String name : new String[] {"start", "end", "relevance"}) {
            FloatBuffer logits = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
            while (logits.hasRemaining()) {
              write.writeFloat(logits.get());
            }
          }
        }
        inputs.values().forEach(OnnxTensor::close);
      }
    }
  }

  private static void time(java.util.List<String> args) throws Exception {
    int split = args.indexOf("--");
    String[] models =
        split < 0
            ? new String[] {args.get(0)}
            : new String[] {args.get(0), args.get(split + 1)};
    OrtSession[] sessions = new OrtSession[models.length];
    for (int m = 0; m < models.length; m++) {
      sessions[m] = session(Path.of(models[m]));
    }
    Random random = new Random(1);
    for (String length : args.subList(1, split < 0 ? args.size() : split)) {
      int n = Integer.parseInt(length);
      int rounds = Math.max(40, 8_000 / n);
      long[][] taken = new long[models.length][rounds];
      long[] ids = random.longs(n, 672, 7992).toArray();
      for (int round = -10; round < rounds; round++) {
        for (int m = 0; m < models.length; m++) {
          Map<String, OnnxTensor> inputs = inputs(sessions[m], ids, new long[n]);
          long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          sessions[m].run(inputs).close();
          long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          inputs.values().forEach(OnnxTensor::close);
          if (round >= 0) {
            taken[m][round] = after - before;
          }
        }
      }
      for (int m = 0; m < models.length; m++) {
        Arrays.sort(taken[m]);
        System.out.printf(
            "%s %d tokens: %.2f ms CPU median, %.2f ms least%n",
            Path.of(models[m]).getFileName(), n, taken[m][rounds / 2] / 1e6, taken[m][0] / 1e6);
      }
    }
  }
}
