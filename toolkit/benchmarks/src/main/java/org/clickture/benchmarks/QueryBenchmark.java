package org.clickture.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.clickture.lexicon.Matcher;
import org.clickture.lexicon.Tokenizer;
import org.clickture.lexicon.Tokens;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading one query after the other. The unit is one query. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QueryBenchmark {

    private static final int QUERIES = 1000;

    /** {@code accents}: each e has one, and queries still come to ASCII; {@code general}: each has a sign that does not. */
    @Param({"ascii", "accents", "general"})
    String text = "";

    private byte[][] queries = {};
    private final Tokens tokens = new Tokens();
    private final Matcher matcher = Material.compiledRecipe().newMatcher();

    @Setup
    public void readQueries() {
        queries = Material.queries(QUERIES);
        for (int i = 0; i < QUERIES && !text.equals("ascii"); i++) {
            String query = new String(queries[i], StandardCharsets.UTF_8);
            queries[i] = (text.equals("accents") ? query.replace('e', 'é') : query + " \u20ac")
                    .getBytes(StandardCharsets.UTF_8);
        }
        // Neither changes a token.
        if (gateAndLabels() != labelsOfPlainQueries()) {
            throw new IllegalStateException("the labels of the queries depend on accents or signs");
        }
    }

    private int labelsOfPlainQueries() {
        int labels = 0;
        for (byte[] query : Material.queries(QUERIES)) {
            labels += matcher.read(query, 0, query.length) ? matcher.findLabels() : 0;
        }
        return labels;
    }

    /** Text to tokens. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public int tokenize() {
        int count = 0;
        for (byte[] query : queries) {
            Tokenizer.tokenize(query, 0, query.length, tokens);
            count += tokens.count();
        }
        return count;
    }

    /** Text to tokens, gate, and labels of what passes it: all that becomes of a row before it is gathered. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public int gateAndLabels() {
        int labels = 0;
        for (byte[] query : queries) {
            labels += matcher.read(query, 0, query.length) ? matcher.findLabels() : 0;
        }
        return labels;
    }

    /** Text to tokens and labels, whatever the gate says. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public int labels() {
        int labels = 0;
        for (byte[] query : queries) {
            matcher.read(query, 0, query.length);
            labels += matcher.findLabels();
        }
        return labels;
    }
}
