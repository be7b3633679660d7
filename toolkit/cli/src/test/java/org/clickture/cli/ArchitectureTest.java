package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may use whom; the packages' own pages ({@code package-info.java}) say why. */
class ArchitectureTest {

    private static final String BASE = "org.clickture";
    private static final String ROOT = "(root)";

    /** For each package what it may use of the others. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry(ROOT, Set.of()),
            Map.entry("scan", Set.of(ROOT)),
            Map.entry("lexicon", Set.of(ROOT)),
            Map.entry("check", Set.of(ROOT, "lexicon")),
            Map.entry("label", Set.of(ROOT, "lexicon")),
            Map.entry("resolve", Set.of(ROOT, "lexicon", "label")),
            Map.entry("manifest", Set.of(ROOT)),
            Map.entry("store", Set.of(ROOT, "label", "manifest")),
            Map.entry("image", Set.of(ROOT)),
            Map.entry("export", Set.of(ROOT, "label", "resolve", "store", "image")),
            Map.entry("synth", Set.of(ROOT, "lexicon")),
            Map.entry(
                    "run",
                    Set.of(
                            ROOT,
                            "scan",
                            "lexicon",
                            "check",
                            "label",
                            "resolve",
                            "manifest",
                            "store",
                            "image",
                            "export",
                            "synth")),
            Map.entry("frame", Set.of(ROOT, "label", "resolve", "store")),
            Map.entry("chart", Set.of(ROOT, "label", "resolve")),
            Map.entry("jupyter", Set.of(ROOT, "frame", "chart", "image", "manifest", "run", "store")),
            Map.entry(
                    "cli",
                    Set.of(
                            ROOT,
                            "run",
                            "check",
                            "label",
                            "resolve",
                            "manifest",
                            "store",
                            "synth",
                            "frame",
                            "chart",
                            "jupyter"))));

    /** The packages through which alone a library comes in. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            "net.openhft", Set.of("store"),
            "tech.tablesaw", Set.of("frame", "jupyter"),
            "org.knowm.xchart", Set.of("chart", "jupyter"),
            "org.dflib.jjava", Set.of("jupyter"),
            "io.github.spencerpark", Set.of("jupyter"),
            "picocli", Set.of("cli"));

    /** Public for somebody who is no class of ours: the JVM, the JDK's log manager. */
    private static final Set<Class<?>> CALLED_FROM_OUTSIDE = Set.of(Main.class, QuietLogging.class);

    /** Public for the cells of notebooks. */
    private static final Set<String> CALLED_FROM_NOTEBOOKS =
            Set.of("frame", "chart", "jupyter", "label", "resolve", "run");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void aPackageUsesOnlyWhatItMay() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (isOurs(used) && !mayUse(packageOf(user), packageOf(used))) {
                    violations.add(packageOf(user) + " may not use " + packageOf(used) + ": " + user.getSimpleName()
                            + " uses " + used.getSimpleName());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyPackageIsInTheTableAndSaysWhatItIsFor() {
        Set<String> packages =
                CLASSES.stream().map(ArchitectureTest::packageOf).collect(Collectors.toCollection(TreeSet::new));

        assertThat(MAY_USE.keySet()).containsAll(packages);
        assertThat(packages).contains(ROOT, "scan", "lexicon", "label", "store", "run", "frame", "cli");
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(found -> found.getClasses().stream().anyMatch(ArchitectureTest::isOurs))
                        .filter(found -> found.tryGetAnnotationOfType("org.jspecify.annotations.NullMarked")
                                .isEmpty())
                        .map(JavaPackage::getName))
                .as("packages without a package-info.java")
                .isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(BASE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void aLibraryComesInThroughOneDoor() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                String used = dependency.getTargetClass().getBaseComponentType().getName();
                DOORS.forEach((library, doors) -> {
                    if (used.startsWith(library + ".") && !doors.contains(packageOf(user))) {
                        violations.add(user.getName() + " uses " + used);
                    }
                });
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void oneClassKnowsChronicle() {
        Set<String> users = CLASSES.stream()
                .filter(user -> user.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getName().startsWith("net.openhft.")))
                .map(user -> outermost(user).getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(users).hasSize(1).allMatch(name -> name.startsWith(BASE + ".store."));
    }

    /** Tablesaw 0.44.4 loses rows in joins without a word, fails to group many texts and adds up in floating point. */
    @Test
    void nobodyJoinsGroupsOrAddsUpTables() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tech.tablesaw.joining..", "tech.tablesaw.aggregate..")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "join, group or add up tables",
                        call -> call.getTargetOwner().getName().startsWith("tech.tablesaw.")
                                && call.getTarget()
                                        .getName()
                                        .matches("join.*|inner|.*Outer|summarize.*|.*[cC]ountBy.*|xTab.*|splitOn"
                                                + "|dropDuplicateRows|unique|sum")))
                .check(CLASSES);
    }

    /** A notebook's output is that of its kernel's JVM. */
    @Test
    void onlyTheCommandLineAndTheKernelPrint() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".cli", BASE + ".jupyter")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineAndTheKernelEndTheJvm() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".cli", BASE + ".jupyter")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void whatIsPublicHasAUserInAnotherPackage() {
        Set<String> unused = CLASSES.stream()
                .filter(found -> found.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .filter(found -> !found.getSimpleName().equals("package-info"))
                .filter(found -> !CALLED_FROM_NOTEBOOKS.contains(packageOf(found)))
                .filter(found -> CALLED_FROM_OUTSIDE.stream().noneMatch(found::isEquivalentTo))
                .filter(found -> found.getDirectDependenciesToSelf().stream()
                        .noneMatch(dependency ->
                                !packageOf(dependency.getOriginClass()).equals(packageOf(found))))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    private static boolean mayUse(String user, String used) {
        return user.equals(used) || MAY_USE.getOrDefault(user, Set.of()).contains(used);
    }

    private static boolean isOurs(JavaClass found) {
        return found.getPackageName().equals(BASE) || found.getPackageName().startsWith(BASE + ".");
    }

    private static String packageOf(JavaClass found) {
        return found.getPackageName().equals(BASE)
                ? ROOT
                : found.getPackageName().substring(BASE.length() + 1);
    }

    private static JavaClass outermost(JavaClass found) {
        return found.getEnclosingClass().map(ArchitectureTest::outermost).orElse(found);
    }
}
