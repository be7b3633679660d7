package org.clickture.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clickture.synth.Synth;
import org.clickture.synth.SynthReport;
import org.clickture.synth.SynthRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "synth",
        description = "Make a click log in the shape of Clickture, with a planted truth.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture synth --lexicon data/lexicons/dog-breeds.tsv --out log.tsv",
            "  clickture synth --lexicon l.tsv --rows 50000000 --out log.tsv.zst --shards 8",
            "  clickture synth --lexicon l.tsv --out a.tsv --truth t.tsv --set noise-rate=0.4",
            "  clickture synth --lexicon l.tsv --out a.tsv --truth t.tsv --law look-alike --law burst=0.3",
            "  clickture synth --lexicon data/recipes/cat.yaml --out cats.tsv --images 20000 --set dog-share=0.4",
            "  clickture synth --knobs",
            "  clickture synth --laws"
        })
final class SynthCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lexicon",
            required = true,
            paramLabel = "LEXICON",
            description = "A lexicon of dogs (TSV); or a recipe (YAML), for a log about what that names.")
    private Path lexicon;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "LOG",
            description = "The file to write; .gz and .zst are compressed, several shards are numbered.")
    private Path out;

    @Option(names = "--truth", paramLabel = "FILE", description = "Where to write what is true of each image.")
    private @Nullable Path truth;

    @Mixin
    private SynthShape shape;

    @Option(names = "--knobs", help = true, description = "List what --set can change, and nothing else.")
    private boolean listKnobs;

    @Option(names = "--laws", help = true, description = "List what --law can be, and nothing else.")
    private boolean listLaws;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private ProgressOption progress;

    @Override
    public Integer call() {
        if (listKnobs) {
            SynthKnobs.print(spec.commandLine().getOut());
            return ExitCode.OK;
        }
        if (listLaws) {
            SynthKnobs.printLaws(spec.commandLine().getOut());
            return ExitCode.OK;
        }
        Misuse.refuseStandardOutput(spec, "--out", out);
        Misuse.refuseStandardOutput(spec, "--truth", truth);
        SynthRequest request = Misuse.refused(spec, () -> shape.of(lexicon));
        try (ProgressLines lines = progress.open()) {
            SynthReport report = Synth.write(request, out, truth, force, lines);
            if (!progress.quiet()) {
                report.logs().forEach(log -> spec.commandLine().getOut().println(log));
            }
        }
        return ExitCode.OK;
    }
}
