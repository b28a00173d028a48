package org.counterpose.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test starts a second process that knows the same classes, so that it can be killed. */
public final class AnotherJava {

  private AnotherJava() {}

  /** The command that runs a class's main method with arguments. */
  public static List<String> command(Class<?> main, String... arguments) {
    return command(List.of(), main, arguments);
  }

  /**
   * The same.
   *
   * @param options of the virtual machine
   */
  public static List<String> command(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add(
        "-Dcounterpose.native=" + System.getProperty("counterpose.native", "target/native"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
