package org.kepu.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** This program as another process: what runs there cannot disturb what runs here. */
public final class OwnProcess {

  private static final String MAIN = "org.kepu.evaluation.Evaluation";
  private static final String PACKAGED = "org.springframework.boot.loader.launch.JarLauncher";

  private OwnProcess() {}

  /**
   * The words that start it, with {@code arguments}.
   *
   * @param arguments as on the command line of {@code evaluation/evaluate}
   */
  public static List<String> command(List<String> arguments) {
    return command(List.of(), arguments);
  }

  /**
   * The words that start it, with {@code arguments}.
   *
   * @param machine what Java is told of itself, such as {@code -Xmx512m}
   * @param arguments as on the command line of {@code evaluation/evaluate}
   */
  public static List<String> command(List<String> machine, List<String> arguments) {
    List<String> words = java(machine.toArray(String[]::new));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main()));
    words.addAll(arguments);
    return words;
  }

  /** The words that start the Java of this process with what the product needs of it. */
  public static List<String> java(String... further) {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command().orElse("java"));
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("--add-modules=jdk.incubator.vector");
    words.addAll(List.of(further));
    return words;
  }

  /** In the packaged jar, Spring Boot's launcher finds our main class. */
  private static String main() {
    return System.getProperty("java.class.path").endsWith("kepu-evaluation.jar") ? PACKAGED : MAIN;
  }
}
