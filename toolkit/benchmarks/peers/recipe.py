"""A recipe as the peers need it; data/README.md has the rules."""

import csv
import re
import sys
import unicodedata
from pathlib import Path

import yaml


def bare(text):
    """Step 1 of the tokeniser, without lower case: NFKD, combining marks dropped, typographic apostrophe made plain."""
    decomposed = unicodedata.normalize("NFKD", text).replace("\u2019", "'")
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def normalised(text):
    """The tokens of a text, joined by blanks."""
    without_s = re.sub(r"(?<=[^\W_])'s(?![^\W_])", "", bare(text).lower())
    return " ".join(re.findall(r"[^\W_]+", without_s))


def plural(name):
    if re.search("[b-df-hj-np-tv-z]y$", name):
        return name[:-1] + "ies"
    return name + ("es" if re.search("(s|x|z|ch|sh)$", name) else "s")


# For engines without NFKD: the characters that stand for one ASCII letter, digit or apostrophe.
FOLDED = {c: bare(c) for c in map(chr, range(0x80, 0x10000)) if re.fullmatch("[0-9A-Za-z']", bare(c))}


class Recipe:
    """`gate`: its words. `label`: what a breed is called. `breeds`: names and plurals, normalised, with their breed."""

    def __init__(self, path):
        recipe = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
        if recipe["match"] != "longest" or not recipe["plural"] or recipe["exclude"]:
            sys.exit(f"{path}: the peers know only 'match: longest', 'plural: true' and no exclusions")
        self.gate = recipe["gate"]
        self.label = recipe["label"]
        self.breeds = {}
        with open(Path(path).parent / recipe["lexicon"], encoding="utf-8", newline="") as lexicon:
            for row in csv.DictReader(lexicon, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["kind"] in recipe["kinds"]:
                    for name in [row[self.label], *filter(None, row["aliases"].split(";"))]:
                        self.breeds[normalised(name)] = row[self.label]
        for name, breed in list(self.breeds.items()):
            self.breeds.setdefault(plural(name), breed)

    def most_words(self):
        return max(len(name.split()) for name in self.breeds)


if __name__ == "__main__":  # each name with its breed, for the peers that are no Python
    for name, breed in Recipe(sys.argv[1]).breeds.items():
        print(name, breed, sep="\t")
