package org.counterpose.app;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.counterpose.people.Team;
import org.counterpose.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a link for a new administrator, where every passkey was lost. */
@Command(
    name = "staff-link",
    description = {
      "Prints a one-time link that makes a new administrator, also while it is being served.",
      "It works for three days; a link made before it is dead. For when every passkey was lost."
    })
final class StaffLinkCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin private DataFolder data = new DataFolder();

  @Override
  public Integer call() {
    Configuration configuration = data.configuration();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Database database = Database.beside(data.folder())) {
      Team team = new Team(database, InstantSource.system(), new SecureRandom());
      String path = "/staff/join/" + team.setUpLink().text();
      if (configuration.publicAddress().isEmpty()) {
        out.println(
            "Open this after the address at which this clinic is served, such as"
                + " http://localhost:8080:");
      }
      out.println(configuration.publicAddress().map(Object::toString).orElse("") + path);
    }
    return 0;
  }
}
