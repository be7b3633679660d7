"""The three steps in Spark SQL, on all cores: spark_steps.py RECIPE DATASET.csv LOG..."""

import shutil
import sys
from pathlib import Path

from pyspark.sql import SparkSession
from recipe import FOLDED, Recipe

recipe, dataset, logs = Recipe(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
gate = "|".join(recipe.gate)
# Cheap and lets too much through; the gate itself follows.
cheap_gate = " or ".join(f"contains(lower(value), '{word}')" for word in recipe.gate)
parts = dataset.with_suffix(".parts")

spark = (
    SparkSession.builder.master("local[*]")
    .config("spark.driver.memory", "4g")
    .config("spark.log.level", "ERROR")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "8")
    .getOrCreate()
)
spark.createDataFrame(list(recipe.breeds.items()), "name string, breed string").createOrReplaceTempView("breeds")
spark.read.text(logs, lineSep="\n").createOrReplaceTempView("log")
spark.sql(
    rf"""
    with fields as (
        select split(value, '\t', -1) as field from log
        where {cheap_gate} or octet_length(value) <> char_length(value)
    ), folded as (
        select field[0] as key, field[2] as clicks, lower(regexp_replace(
            translate(field[1], "{"".join(FOLDED)}", "{"".join(FOLDED.values())}"), r'\p{{Mn}}', '')) as query
        from fields
        where size(field) = 3
    ), normalised as (
        select key, clicks, trim(regexp_replace(regexp_replace(
            query, r"(?<=[\p{{L}}\p{{Nd}}])'s(?![\p{{L}}\p{{Nd}}])", ''), r'[^\p{{L}}\p{{Nd}}]+', ' ')) as query
        from folded
    ), gated as (
        select monotonically_increasing_id() as row, key, query, bigint(clicks) as clicks, split(query, ' ') as words
        from normalised
        where query rlike '(^| )({gate})( |$)' and key rlike '^[!-~]{{1,255}}$' and clicks rlike '^[0-9]{{1,15}}$'
            and bigint(clicks) > 0
    ), spans as (
        select *, explode(sequence(first, least(first + {recipe.most_words()} - 1, size(words)))) as last
        from (select *, explode(sequence(1, size(words))) as first from gated)
    ), longest as (
        select row, key, query, clicks, first, max(last) as last, max_by(breed, last) as breed
        from spans join breeds on name = array_join(slice(words, first, last - first + 1), ' ')
        group by row, key, query, clicks, first
    ), chosen as (
        -- From left to right: a name counts if it begins behind the one that counted last.
        select key, query, clicks, aggregate(
            array_sort(collect_list(struct(first, last, breed))),
            struct(0 as last, cast(array() as array<string>) as breeds),
            (taken, next) -> if(next.first <= taken.last, taken,
                struct(next.last as last, array_union(taken.breeds, array(next.breed)) as breeds))).breeds as breeds
        from longest
        group by row, key, query, clicks
    )
    select breed as {recipe.label}, key as image_key, sum(clicks) as clicks, count(distinct query) as queries
    from (select key, query, clicks, explode(breeds) as breed from chosen)
    group by breed, key
    order by breed, key
    """
).write.csv(str(parts), mode="overwrite")
with dataset.open("wb") as out:
    out.write(f"{recipe.label},image_key,clicks,queries\n".encode())
    for part in sorted(parts.glob("part-*.csv")):
        out.write(part.read_bytes())
shutil.rmtree(parts)
spark.stop()
