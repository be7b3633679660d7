"""The three steps in Polars: polars_steps.py RECIPE DATASET.csv LOG..."""

import sys

import polars as pl
from recipe import Recipe

recipe, dataset, logs = Recipe(sys.argv[1]), sys.argv[2], sys.argv[3:]


def doubled(text):
    """Each token between two blanks of its own, so that names beside each other share none."""
    return f" {'  '.join(text.split())} "


# The longest name first: of those that start at one place the first of the list is taken.
breeds = {doubled(name): breed for name, breed in sorted(recipe.breeds.items(), key=lambda item: -len(item[0]))}

# A row of four fields shows itself by the fourth column.
columns = {name: pl.String for name in ("key", "query", "clicks", "rest")}
query = pl.col("query")
normalised = (
    query.str.normalize("NFKD")
    .str.replace_all(r"\p{Mn}", "")
    .str.to_lowercase()
    .str.replace_all("\u2019", "'", literal=True)
    .str.replace_all(r"([\p{L}\p{Nd}])'s([^\p{L}\p{Nd}]|$)", "${1}${2}")
    .str.replace_all(r"[^\p{L}\p{Nd}]+", "  ")
    .str.strip_chars()
)
# What passes a cheap gate, which lets too much through, is gathered first: in one stream, all names would be compiled
# again for each piece of the log. Copied, because strings cut out of a piece would keep all of it in memory.
candidates = (
    pl.scan_csv(
        logs,
        separator="\t",
        has_header=False,
        schema=columns,
        quote_char=None,
        encoding="utf8-lossy",
        missing_columns="insert",
        truncate_ragged_lines=True,
    )
    .filter(query.str.contains(f"(?i){'|'.join(recipe.gate)}|[^\x00-\x7f]"))
    .with_columns(pl.format("{}", "key"), pl.format("{}", "query"))
    .collect(engine="streaming")
)
(
    candidates.lazy()
    .with_columns(query=pl.format(" {} ", normalised))
    .filter(query.str.contains(f" (?:{'|'.join(recipe.gate)}) "))
    .filter(
        pl.col("rest").is_null(),
        pl.col("key").str.contains("^[!-~]{1,255}$"),
        pl.col("clicks").str.contains("^[0-9]{1,15}$"),
    )
    .with_columns(pl.col("clicks").cast(pl.Int64))
    .filter(pl.col("clicks") > 0)
    .with_row_index("row")
    .with_columns(name=query.str.extract_many(list(breeds), leftmost=True))
    .explode("name", empty_as_null=False)
    .with_columns(breed=pl.col("name").replace_strict(breeds, return_dtype=pl.String))
    .unique(["row", "breed"])
    .group_by("breed", "key")
    .agg(pl.col("clicks").sum(), query.n_unique())
    .sort("breed", "key")
    .rename({"breed": recipe.label, "key": "image_key", "query": "queries"})
    .collect()
    .write_csv(dataset)
)
