package org.clickture.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/**
 * The commands, in the order of the help. Picocli reads the annotations of all commands that it is told of, which takes
 * longer than many a command runs: it is told of the one that is meant.
 */
final class Commands {

    private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("build", BuildCommand.class);
        BY_NAME.put("dataset", DatasetCommand.class);
        BY_NAME.put("summary", SummaryCommand.class);
        BY_NAME.put("breeds", BreedsCommand.class);
        BY_NAME.put("ambiguous", AmbiguousCommand.class);
        BY_NAME.put("explain", ExplainCommand.class);
        BY_NAME.put("funnel", FunnelCommand.class);
        BY_NAME.put("types", TypesCommand.class);
        BY_NAME.put("resolve", ResolveCommand.class);
        BY_NAME.put("score", ScoreCommand.class);
        BY_NAME.put("match", MatchCommand.class);
        BY_NAME.put("policies", PoliciesCommand.class);
        BY_NAME.put("recipe", RecipeCommand.class);
        BY_NAME.put("verify", VerifyCommand.class);
        BY_NAME.put("synth", SynthCommand.class);
        BY_NAME.put("kernel", KernelCommand.class);
        BY_NAME.put("doctor", DoctorCommand.class);
    }

    private Commands() {}

    /** Adds the command that the arguments name; if they name none, all of them, for help and suggestions. */
    static void addTo(CommandLine line, String... args) {
        String name = nameIn(args);
        Class<?> meant = BY_NAME.get(name);
        if (meant != null) {
            line.addSubcommand(name, meant);
        } else if (!Arrays.equals(args, new String[] {"--version"})) {
            BY_NAME.forEach(line::addSubcommand);
        }
    }

    /** The first argument that is no option: no option before it takes a value. */
    private static String nameIn(String... args) {
        for (String arg : args) {
            if (!arg.startsWith("-")) {
                return arg;
            }
        }
        return "";
    }
}
