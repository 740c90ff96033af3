"""Splink 5 on DuckDB over the rows that many-people.ts writes, as its documentation teaches; called by splink.ts.

Usage: python splink_peer.py ROWS.csv OUT_FOLDER THREADS loose|comparable|tight
The last says which rules bring pairs: see RULES.
Writes clusters-THRESHOLD.bin (int32 a row: the row that names its cluster) and pairs.bin; prints one line of JSON.
"""

import json
import logging
import resource
import sys
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.getLogger("splink").setLevel(logging.ERROR)
source, folder, threads, reach = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
THRESHOLDS = [0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999]

phases = []


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


mark = [time.perf_counter(), cpu()]


def done(phase):
    now = [time.perf_counter(), cpu()]
    phases.append({"phase": phase, "wall": now[0] - mark[0], "cpu": now[1] - mark[1]})
    mark[:] = now


connection = duckdb.connect(":memory:")
connection.execute(f"SET threads={threads}").fetchall()
# What does not fit is laid on disk; its peaks in memory stay below this with all but the loosest rules.
connection.execute("SET memory_limit='14GB'").fetchall()
connection.execute(f"SET temp_directory='{folder}/duckdb'").fetchall()
connection.execute(
    f"""CREATE TABLE people AS SELECT (row_number() OVER ()) - 1 AS unique_id, given, father, grandfather, family,
        mother, place, sex, CASE WHEN length(birth) = 10 THEN birth END AS day, substr(birth, 1, 4) AS year,
        arrest, substr(arrest, 1, 4) AS arrest_year,
        CASE WHEN length(arrest) >= 7 THEN substr(arrest, 1, 7) END AS arrest_month
      FROM read_csv('{source}', header=true, all_varchar=true)"""
).fetchall()
count = connection.execute("SELECT count(*) FROM people").fetchall()[0][0]
done("read")

birth = cl.CustomComparison(
    output_column_name="birth",
    comparison_levels=[
        cll.NullLevel("year"),
        cll.ExactMatchLevel("day"),
        cll.DamerauLevenshteinLevel("day", 1),
        cll.ExactMatchLevel("year"),
        cll.CustomLevel("abs(try_cast(year_l AS int) - try_cast(year_r AS int)) <= 1", "one year apart"),
        cll.CustomLevel("abs(try_cast(year_l AS int) - try_cast(year_r AS int)) <= 10", "ten years apart"),
        cll.ElseLevel(),
    ],
)
arrest = cl.CustomComparison(
    output_column_name="arrest",
    comparison_levels=[
        cll.NullLevel("arrest_year"),
        cll.CustomLevel("arrest_l = arrest_r AND length(arrest_l) = 10", "same day"),
        cll.ExactMatchLevel("arrest_month"),
        cll.ExactMatchLevel("arrest_year"),
        cll.ElseLevel(),
    ],
)
# Pairs of exact values; how many rows share them grows with the square of the size.
RULES = {
    # Two keys, as its documentation teaches for up to a million rows; 500 million pairs at 5 million rows.
    "loose": [
        block_on("given", "place"),
        block_on("given", "mother"),
        block_on("given", "grandfather"),
        block_on("given", "family"),
        block_on("given", "father", "year"),
        block_on("given", "day"),
        block_on("father", "day"),
        block_on("family", "day"),
        block_on("place", "day"),
        block_on("mother", "day"),
    ],
    # What is too many of two keys is divided by a third, as our own rules are; about as much recall as they have.
    "comparable": [
        block_on("given", "family"),
        block_on("given", "father", "year"),
        block_on("given", "place", "year"),
        block_on("given", "mother", "year"),
        block_on("given", "grandfather", "year"),
        block_on("given", "father", "place"),
        block_on("given", "father", "mother"),
        block_on("given", "mother", "place"),
        block_on("given", "day"),
        block_on("father", "day"),
        block_on("family", "day"),
        block_on("place", "day"),
        block_on("mother", "day"),
    ],
    # As few as one would take who has little time: less recall.
    "tight": [
        block_on("given", "father", "family"),
        block_on("given", "family", "year"),
        block_on("given", "father", "year", "place"),
        block_on("given", "day"),
        block_on("family", "day"),
        block_on("father", "day"),
        block_on("given", "father", "mother"),
        block_on("given", "family", "place"),
        block_on("given", "family", "mother"),
    ],
}
settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.NameComparison("given"),
        cl.NameComparison("father"),
        cl.NameComparison("grandfather"),
        cl.NameComparison("family"),
        cl.NameComparison("mother"),
        birth,
        cl.JaroWinklerAtThresholds("place", [0.92, 0.85]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("sex"),
        arrest,
    ],
    blocking_rules_to_generate_predictions=RULES[reach],
    retain_intermediate_calculation_columns=False,
    retain_matching_columns=False,
)
api = DuckDBAPI(connection)
linker = Linker(api.register("people"), settings)
linker.training.estimate_probability_two_random_records_match(
    [block_on("given", "father", "family", "year"), block_on("given", "family", "day")], recall=0.5
)
linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
# Never father with family: the learner would take brothers for one person.
for rule in (block_on("given", "father", "family"), block_on("given", "day"), block_on("family", "day")):
    linker.training.estimate_parameters_using_expectation_maximisation(
        rule, estimate_without_term_frequencies=True
    )
done("learn")

predictions = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
done("block and score")
first = True
for threshold in THRESHOLDS:
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold)
    if first:
        done("cluster")
        first = False
    table = connection.execute(
        f"SELECT cast(cluster_id AS int) AS c FROM {clusters.physical_name} ORDER BY unique_id"
    ).to_arrow_table()
    with open(f"{folder}/clusters-{threshold}.bin", "wb") as out:
        out.write(table["c"].combine_chunks().buffers()[1])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
mark[:] = [time.perf_counter(), cpu()]
blocked = linker.inference.compute_blocked_pairs_for_predict()
pairs = connection.execute(f"SELECT count(*) FROM {blocked.physical_name}").fetchall()[0][0]
both = connection.execute(
    f"SELECT cast(join_key_l AS int) a, cast(join_key_r AS int) b FROM {blocked.physical_name}"
).to_arrow_table()
with open(f"{folder}/pairs.bin", "wb") as out:
    for column in ("a", "b"):
        for chunk in both[column].chunks:
            out.write(memoryview(chunk.buffers()[1])[chunk.offset * 4 : (chunk.offset + len(chunk)) * 4])
print(json.dumps({"rows": count, "pairs": pairs, "phases": phases, "peakMegabytes": peak, "thresholds": THRESHOLDS}))
