"""Executes the notebooks in order on the Clickture kernel, without a browser, and writes reports; notebooks/run calls it.

What it reads is in notebooks/ and in the variables CLICKTURE_LOG, CLICKTURE_STORE and so on, which the
notebooks read too; what it writes is in notebooks/out, except with --update.

Exit status: 0 all is well, 1 a cell failed, 2 a cell took too long, 3 the kernel died or this was told to end, 4
outputs differ from those in the repository.
"""

import argparse
import asyncio
import difflib
import html
import json
import os
import re
import shutil
import signal
import sys
import time
from pathlib import Path

import nbformat
from jinja2 import DictLoader
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
KERNEL = "clickture"
CELL_SECONDS = 24 * 3600 if "CLICKTURE_LOG" in os.environ else 600  # a user's log may be a terabyte

# What a kernel says of itself changes with the JDK; this does not.
METADATA = {
    "kernelspec": {"display_name": "Java (Clickture)", "language": "java", "name": KERNEL},
    "language_info": {
        "codemirror_mode": "java",
        "file_extension": ".jshell",
        "mimetype": "text/x-java-source",
        "name": "java",
        "pygments_lexer": "java",
    },
}


# JupyterLab's look without the scripts that it would load from the network: our reports have no formulas or widgets.
TEMPLATE = """
{%- extends 'lab/index.html.j2' -%}
{%- block html_head_js -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}{%- endblock -%}
{%- block html_head_js_mermaidjs -%}{%- endblock -%}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="compare the outputs' text with the repository's")
    mode.add_argument("--update", action="store_true", help="write the outputs into the repository's notebooks")
    arguments = parser.parse_args()

    sources = sorted(HERE.glob("[0-9][0-9]-*.ipynb"))
    if not sources:
        sys.exit(f"no notebooks in {HERE}")
    clear_out()
    reports = []
    differences = []
    for source in sources:
        notebook = nbformat.read(source, as_version=4)
        committed = [list(cell.get("outputs", [])) for cell in notebook.cells]
        execute(notebook, source.stem)
        write_report(notebook, source.stem)
        reports.append((source.stem, *title_and_promise(notebook)))
        if arguments.check:
            differences += compare(notebook, committed, source.name)
        if arguments.update:
            nbformat.write(notebook, source)
    write_index(reports)
    print(f"Reports: {OUT / 'index.html'}")
    if differences:
        print("\n".join(differences))
        print("\nThe outputs are not those in the repository. If they should be: notebooks/run --update", file=sys.stderr)
        sys.exit(4)


def clear_out():
    """Removes what an earlier run left, but for a user's store, which may have taken hours."""
    OUT.mkdir(exist_ok=True)
    shutil.rmtree(OUT / "sample-store", ignore_errors=True)
    for old in [*OUT.glob("*.html"), *OUT.glob("*.ipynb"), *OUT.glob("*.csv")]:
        old.unlink()


# --- executing -------------------------------------------------------------------------------------------------------


def execute(notebook, name):
    """Runs all cells; the result, also that of a failed run, is in out/."""
    print(f"{name} ...", end=" ", flush=True)
    start = time.monotonic()
    status = 0
    try:
        asyncio.run(run_cells(notebook))
    except CellExecutionError:
        status = 1
        print("failed\n" + describe_failure(notebook), file=sys.stderr)
    except CellTimeoutError:
        status = 2
        print(f"failed: a cell took more than {CELL_SECONDS} s", file=sys.stderr)
    except (DeadKernelError, asyncio.CancelledError):
        status = 3
        print("failed: the kernel ended before the notebook did", file=sys.stderr)
    clean(notebook)
    executed = OUT / f"{name}.ipynb"
    nbformat.write(notebook, executed)
    if status:
        print(f"What ran until then: {executed}", file=sys.stderr)
        sys.exit(status)
    print(f"{time.monotonic() - start:.0f} s")


async def run_cells(notebook):
    """Starts a kernel, runs the cells and ends the kernel, also when this process is told to end."""
    client = NotebookClient(
        notebook,
        kernel_name=KERNEL,
        timeout=CELL_SECONDS,
        startup_timeout=120,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(HERE)}},
    )
    client.reset_execution_trackers()
    async with client.async_setup_kernel():
        # nbclient's own handlers take the kernel away from under the cell, which then fails in one of many ways
        for wanted in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(wanted, asyncio.current_task().cancel)
        for index, cell in enumerate(notebook.cells):
            await client.async_execute_cell(cell, index, execution_count=client.code_cells_executed + 1)


def describe_failure(notebook):
    """The cell that failed and what the kernel said, without colours and stack frames."""
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                traceback = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(output.traceback))
                said = "\n".join(line for line in traceback.splitlines() if not line.startswith("\tat "))
                return f"Cell {number}:\n{indent(cell.source)}\n{indent(said)}"
    return "but no cell shows an error"


def indent(text):
    return "\n".join("    " + line for line in text.splitlines())


def clean(notebook):
    """Removes what differs from run to run and from machine to machine."""
    notebook.metadata.update(nbformat.from_dict(METADATA))
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)


# --- comparing -------------------------------------------------------------------------------------------------------


def compare(notebook, committed, name):
    """Differences of the outputs' text, as the lines of a diff; pictures and progress are left out."""
    lines = []
    for number, (cell, before) in enumerate(zip(notebook.cells, committed), 1):
        where = f"{name}, cell {number}"
        for text in (plain_text, hypertext):  # the second only tells more where the first is the same
            old, new = text(before), text(cell.get("outputs", []))
            if old != new:
                lines += difflib.unified_diff(
                    old, new, f"{where}, in the repository", f"{where}, now", n=1, lineterm=""
                )
                break
    return lines


def plain_text(outputs):
    """What the outputs say, line by line, each headed by what it is."""
    lines = []
    for output in outputs:
        if output.output_type == "stream":
            lines += [f"[{output.name}]", *output.text.splitlines()]
        elif output.output_type == "error":
            lines += [f"[error {output.ename}]", *output.evalue.splitlines()]
        elif not is_progress(output):
            lines += [f"[{', '.join(sorted(output.data))}]", *output.data.get("text/plain", "").splitlines()]
    return lines


def hypertext(outputs):
    """The HTML of the outputs, a tag a line."""
    pages = [output.data.get("text/html", "") for output in outputs if "data" in output and not is_progress(output)]
    return [line for page in pages for line in page.replace(">", ">\n").splitlines()]


def is_progress(output):
    return output.metadata.get("clickture") == "progress"


# --- reports ---------------------------------------------------------------------------------------------------------


def write_report(notebook, name):
    """Writes a notebook as a page that needs no network: nothing in ours uses what the exporter would load."""
    exporter = HTMLExporter(extra_loaders=[DictLoader({"report": TEMPLATE})], template_file="report")
    page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": title_and_promise(notebook)[0]}})
    page = re.sub(r'href="(\d\d-[^"/]*)\.ipynb"', r'href="\1.html"', page)
    (OUT / f"{name}.html").write_text(page, encoding="utf-8")


def title_and_promise(notebook):
    """The heading of the first cell and the first paragraph below it."""
    blocks = [block.strip() for block in notebook.cells[0].source.split("\n\n")]
    title = blocks[0].removeprefix("#").strip()
    promise = " ".join(blocks[1].split()) if len(blocks) > 1 else ""
    return title, promise


def write_index(reports):
    store = Path(os.environ.get("CLICKTURE_STORE", OUT / "sample-store"))
    manifest = json.loads((store / "manifest.json").read_text(encoding="utf-8"))
    text = html.escape
    items = "".join(
        f'<li><a href="{text(name)}.html">{text(title)}</a><br>{text(promise)}</li>' for name, title, promise in reports
    )
    files = "".join(
        f'<li><a href="{text(csv.name)}">{text(csv.name)}</a>, {csv.stat().st_size:,} bytes</li>'
        for csv in sorted(OUT.glob("*.csv"))
    )
    totals = ((name, sum(n.values()) if isinstance(n, dict) else n) for name, n in manifest["counts"].items())
    counts = "".join(f"<tr><th>{text(name)}</th><td>{count:,}</td></tr>" for name, count in totals)
    inputs = "".join(
        f"<li>{text(file['name'])}, {file['bytes']:,} bytes, CRC-32C <code>{text(file['crc32c'])}</code></li>"
        for file in manifest["inputs"]
    )
    sources = "".join(
        f"<li>{kind} {text(manifest[kind]['name'])}, SHA-256 <code>{text(manifest[kind]['sha256'])}</code></li>"
        for kind in ("recipe", "lexicon", "homonyms")
        if kind in manifest
    )
    synthetic = (
        '<p class="note"><strong>This data is synthetic.</strong> A generator made the click log in the shape of '
        "Clickture; nobody clicked, and no finding here is a finding about people or pictures.</p>"
    )
    (OUT / "index.html").write_text(
        f"""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clickture reports</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 44rem; padding: 0 1rem }}
h1 {{ margin-bottom: 0 }} h2 {{ margin-top: 2rem }} li {{ margin: .5rem 0 }}
code {{ font-size: 85%; overflow-wrap: anywhere }}
th {{ font-weight: normal; padding-right: 2rem; text-align: left }}
td {{ font-variant-numeric: tabular-nums; text-align: right }}
.note {{ border-left: .25rem solid #d55e00; padding-left: 1rem }}
</style>
<h1>Clickture reports</h1>
{synthetic if manifest["synthetic"] else ""}
<h2>Reports</h2>
<ul>{items}</ul>
<h2>Data set</h2>
<ul>{files}</ul>
<h2>What was counted</h2>
<table>{counts}</table>
<h2>Where it comes from</h2>
<ul>{inputs}{sources}<li>toolkit {text(manifest["toolkit_version"])}, commit
<code>{text(manifest["commit"])}</code>, Java {text(manifest["jdk"])}</li></ul>
</html>
""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
