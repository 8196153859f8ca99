package org.kepu.knowledge.parse.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a Java program is started that has the same classes as this one.
 *
 * @param prefix words before {@code java}: a program that runs it with fewer rights, in the same
 *     process; mostly empty
 * @param java the JVM
 * @param classPath with absolute paths
 * @param launcher the class that is started in place of the program's own, and told of it by the
 *     property {@code loader.main}; empty where the class path holds the program's
 */
public record JavaCommand(List<String> prefix, Path java, String classPath, String launcher) {

  /** The class that starts any program in an archive of archives, as Spring Boot packs them. */
  private static final String ARCHIVE_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  public JavaCommand {
    prefix = List.copyOf(prefix);
  }

  /** With this JVM, from its class path, in folders and jars or all in one archive. */
  public static JavaCommand ofThisProcess() {
    return ofClassPath(System.getProperty("java.class.path"));
  }

  /** With this JVM, from {@code classPath}, whose relative paths are this process's. */
  public static JavaCommand ofClassPath(String classPath) {
    String absolute =
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JavaCommand(List.of(), java, absolute, inArchive() ? ARCHIVE_LAUNCHER : "");
  }

  /**
   * In a network namespace of its own, which has no network, where the system lets anybody make one
   * (most Linux kernels; few containers); unchanged elsewhere.
   */
  public JavaCommand withoutNetwork() {
    List<String> unshare = List.of("unshare", "--user", "--map-root-user", "--net");
    return works(unshare) ? new JavaCommand(unshare, java, classPath, launcher) : this;
  }

  private static boolean works(List<String> prefix) {
    try {
      Process trial =
          new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of("true")).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = trial.waitFor(5, TimeUnit.SECONDS);
      trial.destroyForcibly();
      return ended && trial.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * The launcher is on the class path of those programs alone that were started from an archive.
   */
  private static boolean inArchive() {
    return ClassLoader.getSystemResource(ARCHIVE_LAUNCHER.replace('.', '/') + ".class") != null;
  }
}
