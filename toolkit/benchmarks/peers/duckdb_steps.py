"""The three steps in DuckDB: duckdb_steps.py RECIPE DATASET.csv LOG..."""

import sys

import duckdb
from recipe import FOLDED, Recipe

recipe, dataset, logs = Recipe(sys.argv[1]), sys.argv[2], sys.argv[3:]
gate = "|".join(recipe.gate)
wide = "".join(c for c in FOLDED if c > "\uff00" or c == "\u2019")  # strip_accents does the others
plain = "".join(map(FOLDED.get, wide)).replace("'", "''")

db = duckdb.connect()
names = [list(recipe.breeds), list(recipe.breeds.values())]
db.execute("create table breeds as select unnest(?) as name, unnest(?) as breed", names)

# Rows that have not three fields and rows with malformed UTF-8 are errors, which are left out. There is no NFKD:
# accents go, full-width letters become plain ones, and that is all.
db.execute(
    rf"""
    create table gated as
    with log as (
        from read_csv({logs}, delim = '\t', quote = '', escape = '', header = false, ignore_errors = true,
                      columns = {{'key': 'varchar', 'query': 'varchar', 'clicks': 'varchar'}})
    ), cheap_gate as (  -- lets too much through; the gate itself follows
        from log where regexp_matches(query, '(?i){gate}|[^\x00-\x7f]')
    ), folded as (
        select * replace (lower(case
            when regexp_matches(query, '[^\x00-\x7f]') then strip_accents(translate(query, '{wide}', '{plain}'))
            else query end) as query)
        from cheap_gate
    ), without_s as (
        select * replace (regexp_replace(query, '([\pL\p{{Nd}}])''s([^\pL\p{{Nd}}]|$)', '\1\2', 'g') as query)
        from folded
    ), normalised as (
        select * replace (trim(regexp_replace(query, '[^\pL\p{{Nd}}]+', ' ', 'g')) as query) from without_s
    )
    select row_number() over () as row, key, query, clicks::bigint as clicks, string_split(query, ' ') as words
    from normalised
    where regexp_matches(query, '(^| )({gate})( |$)') and regexp_full_match(key, '[!-~]{{1,255}}')
        and regexp_full_match(clicks, '[0-9]{{1,15}}') and clicks::bigint > 0
    """
)
db.sql(
    f"""
    with spans as (
        select row, words, first, unnest(range(first, least(first + {recipe.most_words()}, len(words) + 1))) as last
        from (select row, words, unnest(range(1, len(words) + 1)) as first from gated)
    ), longest as (
        select row, first, max(last) as last, arg_max(breed, last) as breed
        from spans join breeds on name = array_to_string(words[first:last], ' ')
        group by row, first
    ), chosen as (
        -- From left to right: a name counts if it begins behind the one that counted last.
        select row, list_reduce(
            list({{'last': last, 'names': [{{'first': first, 'breed': breed}}]}} order by first),
            lambda taken, next: case when next.names[1].first <= taken.last then taken
                else {{'last': next.last, 'names': taken.names || next.names}} end).names as names
        from longest
        group by row
    ), labels as (
        select distinct row, unnest(names).breed as breed from chosen
    )
    select breed as {recipe.label}, key as image_key, sum(clicks) as clicks, count(distinct query) as queries
    from labels join gated using (row)
    group by breed, key
    order by breed, key
    """
).write_csv(dataset)
