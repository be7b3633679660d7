package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class CommandRunTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--nonsense",
                "build",
                "build --recipe r.yaml --out s",
                "build --recipe r.yaml --out s --threads 0 log.tsv",
                "build --recipe r.yaml --out s --threads many log.tsv",
                "build --recipe r.yaml --out s --columns query log.tsv",
                "dataset s",
                "breeds s --csv --json",
                "breeds s --top -1",
                "breeds s --top 1.5",
                "summary",
                "explain s",
                "explain s k log.tsv",
                "explain s k --dropped --threads 0",
                "funnel log.tsv",
                "funnel --recipe r.yaml",
                "funnel --recipe r.yaml --store s log.tsv",
                "funnel --recipe r.yaml --sample -1 log.tsv",
                "funnel --recipe r.yaml --threads 0 log.tsv",
                "funnel --recipe r.yaml --columns query log.tsv",
                "funnel --store s --columns key,query,clicks",
                "policies --recipe r.yaml --columns query log.tsv",
                "match",
                "synth --lexicon l.tsv --out a.tsv --law foo",
                "synth --lexicon l.tsv --out a.tsv --law burst=2",
                "synth --lexicon l.tsv --out a.tsv --law burst=much",
                "synth --lexicon l.tsv --out a.tsv --law any=0.6 --law parent=0.6",
                "synth --lexicon l.tsv --out a.tsv --set foo=1",
                "synth --lexicon l.tsv --out a.tsv --set dog-share=7",
                "synth --lexicon l.tsv --out a.tsv --set dog-share=much",
                "synth --lexicon l.tsv --out a.tsv --images -5",
                "synth --lexicon l.tsv --out a.tsv --rows 0",
                "synth --lexicon l.tsv --out a.tsv --shards 0",
            })
    void endsWithTwoAndAHintWhenMisused(String line) {
        assertThat(execute(line.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(out.size()).as("bytes on standard output").isZero();
        assertThat(err()).startsWith("clickture: ").containsPattern("Try 'clickture( [a-z]+)? --help'\\.\n$");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void endsWithTwoAndTheUsageWithoutACommand() {
        assertThat(execute()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(out.size()).isZero();
        assertThat(err()).startsWith("Usage: clickture").contains("build").contains("Examples:");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void knowsACommandUnderTheNameOnItsPage(CommandSpec command) {
        assertThat(command.name())
                .isEqualTo(command.userObject()
                        .getClass()
                        .getAnnotation(Command.class)
                        .name());
    }

    @Test
    void namesTheNearestCommand() {
        execute("bulid");

        assertThat(err()).contains("build");
    }

    @Test
    void saysInOneLineWhatAUserCanMend() {
        assertThat(executeThatThrows(new ClicktureException("no store: dog.store")))
                .isEqualTo(1);
        assertThat(err()).isEqualTo("clickture: no store: dog.store\n");
    }

    @Test
    void asksForADebugRunWhenTheUnexpectedHappens() {
        assertThat(executeThatThrows(new IllegalStateException("odd"))).isEqualTo(1);
        assertThat(err())
                .isEqualTo("clickture: an error that should not happen: java.lang.IllegalStateException: odd;"
                        + " run again with --debug to see where.\n");
    }

    @Test
    void treatsAnErrorOfTheJvmLikeTheUnexpected() {
        assertThat(executeThatThrows(new NoClassDefFoundError("org/some/Thing")))
                .isEqualTo(1);
        assertThat(err())
                .startsWith("clickture: an error that should not happen")
                .hasLineCount(1);
    }

    @Test
    void namesTheFlagWhenTheHeapIsFull() {
        Exception inAWorker = new IllegalStateException("worker died", new OutOfMemoryError("Java heap space"));

        assertThat(executeThatThrows(inAWorker)).isEqualTo(1);
        assertThat(err())
                .startsWith("clickture: out of memory: this run had -Xmx")
                .contains("-Xmx")
                .hasLineCount(1);
    }

    @Test
    void findsItsWordsOnceThereIsRoomForThem() {
        int[] failures = {0};
        PrintStream narrow = new PrintStream(err, true, StandardCharsets.UTF_8) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                if (failures[0]++ < 3) {
                    throw new OutOfMemoryError("Java heap space");
                }
                super.write(bytes, from, length);
            }
        };
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) {
                throw new OutOfMemoryError("Java heap space");
            }
        };

        assertThat(new CommandRun(InputStream.nullInputStream(), full, narrow).execute("--version"))
                .isEqualTo(1);
        assertThat(err()).contains("clickture: out of memory: this run had -Xmx");
    }

    @Test
    void neutralisesWhatAMessageQuotesFromTheLog() {
        executeThatThrows(new ClicktureException("found \u001b[2Jdog\nin log.tsv"));

        assertThat(err()).isEqualTo("clickture: found \\u001b[2Jdog\nin log.tsv\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--debug match --recipe R", "match --debug --recipe R", "match --recipe R --debug"})
    void showsStackTracesOnRequestAnywhere(String line) throws IOException {
        Path recipe = Files.writeString(folder.resolve("r.yaml"), "nonsense: true\n");

        assertThat(execute(line.replace("R", recipe.toString()).split(" "))).isEqualTo(1);
        assertThat(err()).contains("\n\tat org.clickture.");
    }

    @Test
    void printsVersionCommitAndJava() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("clickture \\d\\S* \\(commit \\S+\\)\nJava "
                        + Runtime.version().feature() + "[^\n]*\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpsWithExamplesAndADescriptionOfEachOption(CommandSpec command) {
        String[] args = (command.qualifiedName() + " --help").split(" ");
        assertThat(execute(Stream.of(args).skip(1).toArray(String[]::new))).isZero();
        String help = out.toString(StandardCharsets.UTF_8);

        assertThat(help)
                .startsWith("Usage: " + command.qualifiedName())
                .containsPattern("Examples?:\n  \\S*.*clickture");
        assertThat(help.lines()).as("lines no wider than a terminal").allMatch(line -> line.length() <= 80);
        assertThat(command.usageMessage().description()).isNotEmpty();
        assertThat(command.args())
                .isNotEmpty()
                .allSatisfy(arg -> assertThat(arg.description())
                        .as(arg.toString())
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith(".") || line.endsWith(").")));
    }

    static Stream<CommandSpec> commands() {
        return withSubcommands(new CommandRun(InputStream.nullInputStream(), System.out, System.err).commandLine());
    }

    private static Stream<CommandSpec> withSubcommands(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().flatMap(CommandRunTest::withSubcommands));
    }

    private int execute(String... args) {
        return run(out).execute(args);
    }

    /** The failure comes out of the stream that a command writes to. */
    private int executeThatThrows(Throwable failure) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
        return run(failing).execute("--version");
    }

    private CommandRun run(OutputStream to) {
        return new CommandRun(InputStream.nullInputStream(), to, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
