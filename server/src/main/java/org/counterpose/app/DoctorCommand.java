package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.counterpose.booking.Clinic;
import org.counterpose.document.Problems;
import org.counterpose.store.Database;
import org.counterpose.store.StoreUnavailable;
import org.counterpose.web.CameraFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at what is configured and what works. */
@Command(
    name = "doctor",
    description =
        "Tells what is configured, what works, what does not and how to mend it; exit 1 if"
            + " something does not.")
final class DoctorCommand implements Callable<Integer> {

  private static final long LEAST_FREE = 200L * 1024 * 1024;
  private static final int JAVA = 25;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that holds everything that is kept [./data].")
  @Nullable String data;

  @Option(names = "--port", paramLabel = "PORT", description = "Port that is to be served [8080].")
  @Nullable String port;

  @Override
  public Integer call() {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    if (data != null) {
      options.put(Setting.DATA, data);
    }
    if (port != null) {
      options.put(Setting.PORT, port);
    }
    return tell(
        Configuration.read(options, System.getenv(), Configuration.homeFolder()),
        Objects.requireNonNull(spec).commandLine().getOut());
  }

  /** Writes what is found of a configuration, a line each; 1 where something does not work. */
  static int tell(Configuration configuration, PrintWriter out) {
    List<Finding> findings = examine(configuration);
    findings.forEach(finding -> out.println(finding.line()));
    out.flush();
    return findings.stream().anyMatch(Finding.Wrong.class::isInstance) ? 1 : 0;
  }

  private static List<Finding> examine(Configuration configuration) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    PacksExamined packs = PacksExamined.of(configuration);
    findings.addAll(packs.findings());
    findings.addAll(clinic(configuration));
    findings.add(camera());
    findings.add(folder(configuration.data()));
    findings.add(space(configuration.data()));
    findings.add(store(configuration.data()));
    findings.addAll(packs.strandedTrials());
    findings.addAll(new SendingExamined(configuration, InstantSource.system()).findings());
    Optional<Long> server = Database.servedBy(configuration.data());
    findings.add(
        server
            .<Finding>map(pid -> new Finding.Well("server", "runs, process " + pid))
            .orElseGet(() -> address(configuration)));
    findings.add(
        configuration.rateLimits()
            ? new Finding.Well(
                "limits", "are on: one address may ask for only so many checks, trials and visits")
            : new Finding.Note("limits", "are off; that is for tests and measures only"));
    return findings;
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    return version >= JAVA
        ? new Finding.Well("java", Runtime.version().toString())
        : new Finding.Wrong(
            "java", "is " + version, "Use a JDK " + JAVA + " (https://adoptium.net).");
  }

  private static Finding camera() {
    return CameraFiles.version()
        .<Finding>map(version -> new Finding.Well("camera", "coach with pose model " + version))
        .orElseGet(
            () ->
                new Finding.Note(
                    "camera",
                    "coach is not installed: the build could not fetch the pose model; all else"
                        + " works without. To have it, remove server/target/built and call ./run"
                        + " where there is a network"));
  }

  private static List<Finding> clinic(Configuration configuration) {
    Problems problems = new Problems();
    Problems doubts = new Problems();
    Path file = ClinicSettings.file(configuration);
    Optional<Clinic> clinic = ClinicSettings.read(file, problems, doubts);
    if (clinic.isEmpty()) {
      return Finding.of("clinic", problems.list());
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding.Well(
            "clinic",
            clinic.get().name()
                + ", "
                + clinic.get().services().size()
                + " services, "
                + clinic.get().practitioners().size()
                + " practitioners, from "
                + file));
    doubts.list().forEach(doubt -> findings.add(new Finding.Note("clinic", doubt.toString())));
    return findings;
  }

  private static Finding folder(Path folder) {
    Path there = existing(folder);
    if (!Files.isDirectory(there)) {
      return new Finding.Wrong("data", there + " is not a folder", "Choose another with --data.");
    }
    if (!Files.isWritable(there)) {
      return new Finding.Wrong(
          "data", there + " cannot be written to", "Make it writable, or choose another: --data.");
    }
    return new Finding.Well(
        "data", there.equals(folder) ? folder.toString() : folder + ", made at the first start");
  }

  private static Finding space(Path folder) {
    try {
      long free = Files.getFileStore(existing(folder)).getUsableSpace();
      String megabytes = free / (1024 * 1024) + " MB free";
      return free >= LEAST_FREE
          ? new Finding.Well("disk", megabytes)
          : new Finding.Wrong("disk", "only " + megabytes, "Free some space.");
    } catch (IOException e) {
      return new Finding.Wrong(
          "disk", "does not tell its free space: " + e.getMessage(), "Look at the disk.");
    }
  }

  private static Finding store(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new Finding.Well("store", "nothing kept yet");
    }
    try (Database database = Database.beside(folder)) {
      long trials =
          database.read(
              connection -> {
                try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM journal")) {
                  row.next();
                  return row.getLong(1);
                }
              });
      return new Finding.Well("store", "answers; trials kept: " + trials);
    } catch (StoreUnavailable e) {
      return e.reason() == StoreUnavailable.Reason.MISSING
          ? new Finding.Well("store", "nothing kept yet")
          : new Finding.Wrong("store", "does not answer", String.valueOf(e.getMessage()));
    }
  }

  private static Finding address(Configuration configuration) {
    String address = configuration.host() + ":" + configuration.port();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(configuration.host(), configuration.port()));
      return new Finding.Well("server", "does not run; " + address + " is free for it");
    } catch (IOException e) {
      return new Finding.Wrong(
          "server",
          "does not run, and " + address + " is taken or not ours: " + e.getMessage(),
          "Choose another with --port or --host.");
    }
  }

  /** The folder, or the nearest one above it that exists. */
  private static Path existing(Path folder) {
    Path there = folder;
    while (!Files.exists(there)) {
      Path parent = there.getParent();
      if (parent == null) {
        return there;
      }
      there = parent;
    }
    return there;
  }
}
