"""Runs the commands of README.md: every fenced block marked `sh`, in order, in one shell, from the top of the checkout.

The commands that CI has run before (notebooks/run, mvn verify) are left out.
"""

import pathlib
import re
import subprocess
import sys

ALREADY_RUN = ("notebooks/run", "mvn verify")

top = pathlib.Path(__file__).resolve().parent.parent
text = (top / "README.md").read_text(encoding="utf-8")
blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
lines = [line for block in blocks for line in block.splitlines() if not line.startswith(ALREADY_RUN)]
script = "set -euxo pipefail\n" + "\n".join(lines) + "\n"
sys.exit(subprocess.run(["bash", "-c", script], cwd=top, check=False).returncode)
