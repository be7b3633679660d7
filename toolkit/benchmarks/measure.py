"""Runs command lines and says how long they took and how much memory they held; writes what came out into a report."""

import datetime
import glob
import os
import platform
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
CLICKTURE = TOP / "toolkit/bin/clickture"
JAR = TOP / "toolkit/cli/target/clickture.jar"
LEXICON = TOP / "data/lexicons/dog-breeds.tsv"
RECIPE = TOP / "data/recipes/dog.yaml"
FULL_ROWS = 212_300_000  # Clickture-Full
SAMPLE_SECONDS = 0.02
REPORTED = ["toolkit/benchmarks/RESULTS.md", ".github/speed.png"]  # what these programs write into the checkout


@dataclass
class Run:
    """One process from start to end. `peak_bytes`: the most memory that no file backs, so without the page cache."""

    seconds: float
    peak_bytes: int
    output: str


def run(command, environment=None):
    """Runs a command line of the shell to its end; a failure ends this program."""
    started = time.perf_counter()
    process = subprocess.Popen(
        ["sh", "-c", command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )
    memory = Memory(process.pid)
    memory.start()
    try:
        output, errors = process.communicate()
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    seconds = time.perf_counter() - started
    memory.stop()
    if process.returncode != 0:
        sys.exit(f"{command}\nfailed with exit code {process.returncode}:\n{errors[-3000:]}")
    return Run(seconds, memory.peak_bytes, output)


class Memory(threading.Thread):
    """Watches the memory of all processes of a session: anonymous and shared pages that are resident."""

    def __init__(self, session):
        super().__init__(daemon=True)
        self.session = session
        self.strangers = set()
        self.ended = threading.Event()
        self.peak_bytes = 0

    def run(self):
        while not self.ended.wait(SAMPLE_SECONDS):
            held = sum(self.resident(pid) for pid in os.listdir("/proc") if pid.isdigit() and pid not in self.strangers)
            self.peak_bytes = max(self.peak_bytes, held)

    def resident(self, pid):
        try:
            if os.getsid(int(pid)) != self.session:
                self.strangers.add(pid)
                return 0
            status = Path(f"/proc/{pid}/status").read_text()
        except (ProcessLookupError, FileNotFoundError):
            return 0
        return sum(int(kilobytes) * 1024 for kilobytes in re.findall(r"^Rss(?:Anon|Shmem):\s+(\d+) kB", status, re.M))

    def stop(self):
        self.ended.set()
        self.join()


@dataclass
class Jdk:
    home: Path
    version: str

    @property
    def major(self):
        return int(re.match(r"\d+", self.version)[0])

    def clickture(self, heap, arguments):
        """The command line of the toolkit on this JDK."""
        return f"JAVA_HOME={self.home} CLICKTURE_OPTS=-Xmx{heap} {CLICKTURE} {arguments}"


def read_jdk(home):
    release = Path(home, "release")
    version = re.search('^JAVA_VERSION="(.*)"', release.read_text(), re.M) if release.exists() else None
    if not version or not Path(home, "bin/java").exists():
        sys.exit(f"{home} is no JDK")
    return Jdk(Path(home), version[1])


def find_jdks(homes):
    """The JDKs in the given folders; without any, a JDK 17 and a JDK 25 if they are found."""
    if homes:
        return [read_jdk(home) for home in homes]
    candidates = [os.environ.get("JAVA_HOME"), *sorted(glob.glob("/usr/lib/jvm/*"))]
    found = {}
    for home in candidates:
        if home and Path(home, "release").exists() and Path(home, "bin/java").exists():
            found.setdefault(read_jdk(home).major, read_jdk(home))
    if not found.keys() & {17, 25}:
        sys.exit("no JDK 17 or 25 found: name one with --jdk PATH")
    return [found[major] for major in (25, 17) if major in found]


def synth(folder, rows, arguments, jdk):
    """A folder with a log; made if it is not there yet. The same arguments give the same bytes."""
    if not (folder / "complete").exists():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"making {folder}", file=sys.stderr)
        size = f"--rows {rows} --out {folder}/log.tsv"
        run(jdk.clickture("1g", f"synth --quiet --force --lexicon {LEXICON} {size} {arguments}"))
        (folder / "complete").touch()
    return sorted(folder.glob("*.tsv"))


def warm(files):
    """Brings files into the page cache."""
    for file in files:
        with open(file, "rb", buffering=0) as log:
            while log.read(1 << 22):
                pass


def machine():
    """What the figures depend on, in one line."""
    model = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.M)
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) / 2**20
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return (
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory; "
        f"Linux {platform.release()}, {system}"
    )


def commit(jdk):
    """The commit that the toolkit was built from; `-dirty` behind it if there were changes to it then or are some now."""
    built = re.search(r"\(commit (.*)\)", run(jdk.clickture("64m", "--version")).output)[1]
    status = ["git", "-C", str(TOP), "status", "--porcelain", "--untracked-files=no", "--", "."]
    changes = subprocess.run(
        status + [f":(exclude){file}" for file in REPORTED], capture_output=True, text=True, check=False
    ).stdout
    return f"{built}-dirty" if changes and not built.endswith("-dirty") else built


def table(header, rows):
    """A Markdown table; columns behind the first are right-aligned unless their name begins with a blank."""
    lines = [header, ["---" if i == 0 or name[:1] == " " else "---:" for i, name in enumerate(header)], *rows]
    return "\n".join("| " + " | ".join(str(cell).strip() for cell in line) + " |" for line in lines)


def write_section(report, title, text):
    """Replaces the section of this title, or puts it at the end."""
    start = "# Results\n\nWritten by `compare` and `scale`; [README.md](README.md) says how.\n"
    old = report.read_text(encoding="utf-8") if report.exists() else start
    head, *sections = re.split(r"^(?=## )", old, flags=re.M)
    kept = {section.split("\n", 1)[0]: section.strip() + "\n" for section in sections}
    kept[f"## {title}"] = f"## {title}\n\n{text.strip()}\n"
    report.write_text("\n".join([head.strip() + "\n", *kept.values()]), encoding="utf-8")
    print(f"wrote {report}", file=sys.stderr)


def origin(jdk):
    """When, where and by which command the figures came about."""
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])
    return f"{now}, commit {commit(jdk)}, `{command}`.\n{machine()}."
