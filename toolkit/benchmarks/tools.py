"""The tools that are compared: what each is told, and why its answer may differ from the toolkit's."""

import hashlib
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass, field

from measure import HERE, RECIPE, run

PEERS = HERE / "peers"
PACKAGES = {"polars": "polars==2.1.0", "duckdb": "duckdb==2.0.0", "spark": "pyspark==4.2.0"}
DEBIAN_PACKAGES = {"rg": "ripgrep", "mawk": "mawk"}
DOGS = "'dogs?|puppy|puppies'"
STEPS = "the three steps"


@dataclass
class Tool:
    """What is compared. In its commands {log} stands for the files and {out} for a folder of its own."""

    name: str
    title: str
    does: str
    command: str
    then: str = "true"  # run behind it, not timed
    counts: str = ""  # the tool only counts: which of the toolkit's counts this is
    why: str = ""  # its answer may differ
    environment: dict = field(default_factory=dict)
    runs: list = field(default_factory=list)
    answers: set = field(default_factory=set)

    @property
    def writes_store(self):
        return self.name.startswith("clickture")

    @property
    def median(self):
        return statistics.median(run.seconds for run in self.runs)

    def measure(self, log, out):
        """Runs it once and keeps the time, the memory and what it answered."""
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        places = {"log": " ".join(str(file) for file in log), "out": out}
        self.runs.append(run(self.command.format(**places), self.environment))
        run(self.then.format(**places), self.environment)
        self.answers.add(self.answer(out))
        if len(self.answers) > 1:
            sys.exit(f"{self.name} does not answer the same in every round: {self.answers}")

    def answer(self, out):
        dataset = out / "dataset.csv"
        if dataset.exists():
            return hashlib.sha256(dataset.read_bytes()).hexdigest()
        numbers = [int(line.split()[0]) for line in self.runs[-1].output.splitlines()]
        # One for each file; wc adds their total.
        return (max if self.name == "wc" else sum)(numbers) if numbers else None


def tools(options):
    """All of them, in the order in which they run."""
    for jdk in options.jdk:
        dataset = jdk.clickture("1g", "dataset --out {out}/dataset.csv {out}/store")
        summary = jdk.clickture("1g", "summary --json {out}/store > {out}/summary.json")
        yield Tool(
            f"clickture-{jdk.major}",
            f"Clickture, Java {jdk.version}",
            f"{STEPS}, into a store",
            jdk.clickture(options.heap, f"build --quiet --recipe {RECIPE} --out {{out}}/store {{log}}"),
            then=f"{dataset} && {summary}",
        )
    yield Tool("cat", "cat", "reads", "cat {log} > /dev/null")
    yield Tool("wc", "wc -l", "counts rows", "wc -l {log}", counts="rows")
    yield Tool(
        "rg",
        f"ripgrep {version('rg --version')}",
        "counts dog rows",
        f"rg --no-filename -c -w {DOGS} {{log}}",
        counts="gated",
        why="also finds dog words in the image key and in malformed rows; not `DOG`, `Dog`, `Ｄｏｇ` or `dög`",
    )
    yield Tool(
        "rg-names",
        f"ripgrep {version('rg --version')}, twice",
        "counts dog rows with a name",
        f"rg --no-filename -w {DOGS} {{log}} | rg -c -F -f {options.dir}/names.txt",
        counts="matched",
        why="the same, and names within other words; not names that are written otherwise (`german-shepherd`)",
    )
    header, steps = "echo breed,image_key,clicks,queries", f"{PEERS}/steps.awk {options.dir}/names.tsv"
    yield Tool(
        "mawk",
        f"mawk {version('mawk -W version 2>&1')}",
        STEPS,
        f"({header}; mawk -F '\\t' -f {steps} {{log}} | LC_ALL=C sort -t, -k1,1 -k2,2) > {{out}}/dataset.csv",
        why="reads bytes: no accents, no full-width letters",
    )
    peers = {
        "duckdb": ("DuckDB", "leaves out rows with malformed UTF-8"),
        "polars": ("Polars", ""),
        "spark": ("Spark", ""),
    }
    for name, (title, why) in peers.items():
        yield Tool(
            name,
            f"{title} {PACKAGES[name].split('==')[1]}",
            STEPS,
            f"{options.python} {PEERS}/{name}_steps.py {RECIPE} {{out}}/dataset.csv {{log}}",
            why=why,
            environment={"JAVA_HOME": str(options.jdk[0].home)},
        )


def version(command):
    """The first number in the first line of what a command prints."""
    shown = subprocess.run(command, shell=True, capture_output=True, text=True, check=False).stdout.split("\n")[0]
    return next((word for word in shown.split() if word[:1].isdigit()), "")
