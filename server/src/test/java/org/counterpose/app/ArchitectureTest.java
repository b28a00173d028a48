package org.counterpose.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. Each rule is also shown to fail, on classes planted for it. */
class ArchitectureTest {

  private static final String OURS = "org.counterpose.";
  private static final String PLANTED = "org.counterpose.app.planted";

  /** The rooms that each room may use; what is not here is allowed nothing of ours. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("pose", Set.of()),
          Map.entry("coach", Set.of("pose")),
          Map.entry("body", Set.of()),
          Map.entry("camera", Set.of("body", "pose")),
          Map.entry("scenes", Set.of("body", "camera", "coach", "pose")),
          Map.entry("figure", Set.of("body")),
          Map.entry("browser", Set.of("coach", "pose")),
          Map.entry("supplies", Set.of()),
          Map.entry("traces", Set.of("pose", "document")),
          Map.entry("document", Set.of()),
          Map.entry("programme", Set.of("body", "figure", "document")),
          Map.entry("revision", Set.of("journal", "programme", "document")),
          Map.entry("screening", Set.of("programme", "document")),
          Map.entry("journal", Set.of("screening", "programme", "document")),
          Map.entry("verdict", Set.of("programme", "document")),
          Map.entry("simulation", Set.of("verdict", "programme")),
          Map.entry("plan", Set.of("journal", "verdict", "screening", "programme", "document")),
          Map.entry("documents", Set.of("document")),
          Map.entry("digest", Set.of()),
          Map.entry("approval", Set.of("digest", "documents", "document")),
          Map.entry(
              "library",
              Set.of("approval", "documents", "revision", "programme", "figure", "document")),
          Map.entry("articles", Set.of("library", "documents", "programme", "document")),
          Map.entry("store", Set.of()),
          Map.entry("booking", Set.of("digest", "store", "plan", "verdict", "document")),
          Map.entry("sending", Set.of("store")),
          Map.entry("mail", Set.of("sending", "store")),
          Map.entry("push", Set.of("sending", "store")),
          Map.entry("calendar", Set.of("booking", "store", "words")),
          Map.entry(
              "reminder",
              Set.of("journeys", "plan", "journal", "programme", "people", "store", "words")),
          Map.entry(
              "handout",
              Set.of("booking", "journeys", "library", "journal", "plan", "programme", "words")),
          Map.entry("words", Set.of("journal", "plan", "verdict", "programme", "document")),
          Map.entry("guard", Set.of("digest")),
          Map.entry("people", Set.of("digest", "guard", "journal", "journeys", "store")),
          Map.entry(
              "clinic",
              Set.of(
                  "journeys",
                  "people",
                  "store",
                  "plan",
                  "journal",
                  "verdict",
                  "programme",
                  "document")),
          Map.entry(
              "journeys",
              Set.of(
                  "digest",
                  "library",
                  "revision",
                  "documents",
                  "store",
                  "plan",
                  "journal",
                  "verdict",
                  "screening",
                  "programme",
                  "document")));

  private static final Set<String> CORE =
      Set.of(
          "figure",
          "camera",
          "scenes",
          "pose",
          "coach",
          "body",
          "document",
          "programme",
          "revision",
          "screening",
          "journal",
          "plan",
          "simulation",
          "verdict");
  private static final Set<String> EDGES = Set.of("web", "api", "app");

  private static JavaClasses product;
  private static JavaClasses planted;

  @BeforeAll
  static void read() {
    product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.counterpose");
    planted = new ClassFileImporter().importPackages(PLANTED);
  }

  @Test
  void the_core_knows_no_web_no_database_and_no_library() {
    coreKnowsOnlyTheJdk(packages(CORE)).check(product);

    assertFails(coreKnowsOnlyTheJdk(PLANTED + ".core"), "KnowsTheDatabase");
  }

  @Test
  void the_core_is_told_the_time_and_chance() {
    coreReadsNoClock(packages(CORE)).check(product);

    assertFails(coreReadsNoClock(PLANTED + ".core"), "ReadsTheClock");
  }

  @Test
  void an_edge_is_used_by_nobody_but_the_wiring() {
    edgesAreUsedByNobody(packages(EDGES), OURS + "app").check(product);

    assertFails(edgesAreUsedByNobody(new String[] {PLANTED + ".edge"}, ""), "UsesAnEdge");
  }

  @Test
  void every_room_uses_only_the_rooms_it_may() {
    MAY_USE.forEach((room, others) -> usesOnly(OURS + room, others).check(product));

    assertFails(usesOnly(PLANTED + ".room", Set.of("document")), "UsesAnEdge");
  }

  @Test
  void every_room_is_in_the_table_or_an_edge_or_what_edges_share() {
    Set<String> rooms =
        product.stream()
            .map(type -> type.getPackageName().substring(OURS.length()).split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> known = new TreeSet<>(MAY_USE.keySet());
    known.addAll(EDGES);
    known.add("practice");
    assertThat(known).containsAll(rooms);
  }

  @Test
  void every_room_says_what_it_is_for() {
    saysWhatItIsFor().check(product);

    assertFails(saysWhatItIsFor(), "planted.bare");
  }

  @Test
  void nothing_has_a_name_that_says_nothing() {
    telling().check(product);
    assertThat(List.of("util", "common", "impl", "service", "dto", "helper", "manager"))
        .noneMatch(name -> product.containPackage(OURS + name));

    JavaClasses own = new ClassFileImporter().importClasses(PlantedImpl.class);
    assertThatThrownBy(() -> telling().check(own)).hasMessageContaining("PlantedImpl");
  }

  /** Planted to break the rule on names. */
  private static final class PlantedImpl {}

  private static ArchRule coreKnowsOnlyTheJdk(String... core) {
    return noClasses()
        .that()
        .resideInAnyPackage(core)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                    resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.math..")
                        .or(resideInAnyPackage("java.net..", "java.text..", "java.io.."))
                        .or(resideInAnyPackage("org.jspecify.."))
                        .or(resideInAnyPackage(core)))
                .as("the JDK's own values, or the core"));
  }

  private static ArchRule coreReadsNoClock(String... core) {
    DescribedPredicate<JavaCall<?>> asksTheMachine =
        DescribedPredicate.describe(
            "ask the machine for time or chance",
            call -> {
              String owner = call.getTargetOwner().getName();
              String name = call.getTarget().getName();
              return (owner.startsWith("java.time.") && name.equals("now"))
                  || (owner.equals("java.time.Clock") && name.startsWith("system"))
                  || (owner.equals("java.time.InstantSource") && name.equals("system"))
                  || (owner.equals("java.lang.System")
                      && Set.of("currentTimeMillis", "nanoTime").contains(name))
                  || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                  || (owner.equals("java.lang.Math") && name.equals("random"))
                  || (owner.equals("java.time.ZoneId") && name.equals("systemDefault"));
            });
    return noClasses()
        .that()
        .resideInAnyPackage(core)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe("reads a clock", call -> asksTheMachine.test(call)));
  }

  private static ArchRule edgesAreUsedByNobody(String[] edges, String wiring) {
    return classes()
        .that()
        .resideInAnyPackage(edges)
        .should()
        .onlyHaveDependentClassesThat(
            new DescribedPredicate<JavaClass>("are of the same edge, or the wiring") {
              @Override
              public boolean test(JavaClass user) {
                return user.getPackageName().equals(wiring)
                    || List.of(edges).contains(user.getPackageName());
              }
            });
  }

  private static ArchRule usesOnly(String room, Set<String> others) {
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<JavaClass>("are of rooms other than " + new TreeSet<>(others)) {
              @Override
              public boolean test(JavaClass used) {
                String name = used.getPackageName();
                return name.startsWith(OURS)
                    && !name.equals(room)
                    && others.stream().noneMatch(other -> name.equals(OURS + other));
              }
            });
  }

  private static ArchRule saysWhatItIsFor() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("live in a package with a package-info") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                boolean told = home.isAnnotatedWith(NullMarked.class);
                events.add(
                    new SimpleConditionEvent(
                        type, told, home.getName() + " says not what it is for"));
              }
            });
  }

  private static ArchRule telling() {
    return noClasses()
        .should()
        .haveNameMatching(".*[a-z](Impl|Manager|Helper|Util|Utils|Service|DTO|Dto)");
  }

  private static void assertFails(ArchRule rule, String because) {
    assertThatThrownBy(() -> rule.check(planted)).hasMessageContaining(because);
  }

  private static String[] packages(Set<String> rooms) {
    return rooms.stream().map(room -> OURS + room).toArray(String[]::new);
  }
}
