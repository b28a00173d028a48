package org.counterpose.app;

import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpose.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. No command means {@code serve}. */
@Command(
    name = "./run",
    description = "Turns a clinic's articles on self-care into guided home trials.",
    mixinStandardHelpOptions = true,
    version = "counterpose 0.1.0",
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "No command means serve, with its options, such as",
      "  --port PORT   Port; 0 for any free one [8080].",
      "  --data DIR    Folder that holds everything that is kept [./data].",
      "Each command has its own --help; ./run serve --help tells all of these.",
      "The first call builds what it needs, which takes a minute or two."
    })
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Logs.set();
    System.exit(run(List.of(arguments)));
  }

  /** Runs a command and returns what the process should end with: 0, 1, or 2 for wrong use. */
  static int run(List<String> arguments) {
    CommandLine line = commandLine();
    List<String> named = withCommand(arguments);
    String command = named.getFirst();
    if (!command.startsWith("-") && !line.getSubcommands().containsKey(command)) {
      line.getErr().println("There is no command '" + command + "'; --help lists the commands.");
      return 2;
    }
    return line.execute(named.toArray(String[]::new));
  }

  /** The commands there are. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new ServeCommand());
    line.addSubcommand(new DemoCommand());
    line.addSubcommand(new CheckCommand());
    line.addSubcommand(new NewProgrammeCommand());
    line.addSubcommand(new PreviewCommand());
    line.addSubcommand(new DiffCommand());
    line.addSubcommand(new ApplyFixCommand());
    line.addSubcommand(new NewKeyCommand());
    line.addSubcommand(new SignCommand());
    line.addSubcommand(new VerdictCommand());
    line.addSubcommand(new SimulateCommand());
    line.addSubcommand(new PartsCommand());
    line.addSubcommand(new CoachCommand());
    line.addSubcommand(new FigureCommand());
    line.addSubcommand(new HandoutCommand());
    line.addSubcommand(new BackupCommand());
    line.addSubcommand(new RestoreCommand());
    line.addSubcommand(new ExportCommand());
    line.addSubcommand(new EraseCommand());
    line.addSubcommand(new StaffLinkCommand());
    line.addSubcommand(new DoctorCommand());
    line.addSubcommand(new WarmUpCommand());
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          CommandLine command = wrong.getCommandLine();
          command
              .getErr()
              .println(
                  oneLine(wrong.getMessage())
                      + "; see "
                      + command.getCommandSpec().qualifiedName()
                      + " --help");
          return 2;
        });
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    return line;
  }

  private static int failed(Exception failure, CommandLine command) {
    switch (failure) {
      case WrongUse wrong -> {
        command.getErr().println(oneLine(wrong.getMessage()));
        return 2;
      }
      case BadPack bad -> {
        bad.problems().forEach(problem -> command.getErr().println(problem));
        return 1;
      }
      case JavalinBindException taken -> {
        command.getErr().println(taken.getMessage() + " Choose another port with --port.");
        return 1;
      }
      case StoreUnavailable unavailable -> {
        boolean elsewhere = unavailable.reason() == StoreUnavailable.Reason.MISSING;
        command
            .getErr()
            .println(
                unavailable.getMessage() + (elsewhere ? " Name another folder with --data." : ""));
        return 1;
      }
      default -> {
        LoggerFactory.getLogger(Main.class).error("{} failed", command.getCommandName(), failure);
        return 1;
      }
    }
  }

  /** The arguments with {@code serve} before them where they name no command. */
  static List<String> withCommand(List<String> arguments) {
    boolean named =
        !arguments.isEmpty()
            && (!arguments.getFirst().startsWith("-")
                || Set.of("-h", "--help", "-V", "--version").contains(arguments.getFirst()));
    return named ? arguments : Stream.concat(Stream.of("serve"), arguments.stream()).toList();
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "wrong use" : message.lines().findFirst().orElse("wrong use");
  }
}
