package org.clickture.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clickture.label.Plural;
import org.clickture.resolve.Method;
import org.clickture.resolve.Resolutions;
import org.clickture.resolve.Threshold;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "resolve",
        description = {
            "Give every image one label and say how sure it is, as CSV.",
            "No label means: none of these. em is calibrated; the others' confidence is the winner's share."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture resolve dog.store --out resolved.csv",
            "  clickture resolve dog.store --out sure.csv --keep-precision 0.95",
            "  clickture resolve dog.store --out majority.csv --method clicks",
            "  clickture resolve dog.store --out - | head"
        })
final class ResolveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "em",
            description = "drop, clicks, log-clicks, queries, hierarchy or em (default: ${DEFAULT-VALUE}).")
    private String method;

    @Mixin
    private ExportOptions export;

    @Option(
            names = "--keep-precision",
            paramLabel = "P",
            description = "Leave out the least sure images, so that a share P of the labels is expected to be right;"
                    + " of what the rule counts with any other method than em, which says less.")
    private @Nullable Double precision;

    @Override
    public Integer call() throws IOException {
        Method chosen = method();
        requirePrecision();
        export.requireWritable();
        try (Store opened = store.open()) {
            Resolutions resolutions = Clickture.resolve(opened, chosen);
            Threshold threshold = precision == null ? null : Threshold.forPrecision(resolutions, precision);
            double minConfidence = threshold == null ? 0 : threshold.minConfidence();
            String label = opened.labelName();
            export.write(
                    csv -> Clickture.writeResolutions(resolutions, label, minConfidence, csv),
                    (csv, force) -> Clickture.writeResolutions(resolutions, label, minConfidence, csv, force));
            PrintWriter err = spec.commandLine().getErr();
            if (threshold != null) {
                err.println(kept(threshold, resolutions.images(), chosen));
            }
            resolutions.note().ifPresent(err::println);
            err.println(Clickture.exportNote(opened));
            err.flush();
        }
        return ExitCode.OK;
    }

    private static String kept(Threshold threshold, long images, Method method) {
        String of = "of " + Plural.counted(images, "image");
        if (threshold.images() == 0) {
            return "kept none " + of + ": no label is that sure";
        }
        return String.format(
                Locale.ROOT,
                "kept %,d %s, those with a confidence of %.6f or more; %s",
                threshold.images(),
                of,
                threshold.minConfidence(),
                method == Method.EM
                        ? String.format(Locale.ROOT, "expected precision %.4f", threshold.precision())
                        : String.format(
                                Locale.ROOT,
                                "their labels' share of what the rule counts is %.4f, which is not calibrated:"
                                        + " fewer may be right",
                                threshold.precision()));
    }

    private Method method() {
        return Arrays.stream(Method.values())
                .filter(known -> known.key().equals(method))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no method \"" + method + "\"; there are: "
                                + Arrays.stream(Method.values())
                                        .map(Method::key)
                                        .collect(Collectors.joining(", "))));
    }

    private void requirePrecision() {
        if (precision != null && !(precision > 0 && precision <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--keep-precision takes a share above 0 and up to 1, not " + precision);
        }
    }
}
