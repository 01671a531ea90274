"""The same figures with pandas: python3 bench/peers/pandas_peer.py FILE"""

import csv
import json
import pathlib
import sys

import pandas as pd

STANDARDS = ["assessment", "planning", "delivery", "reviewing"]
QUESTIONS = ["desistance", "child_safety", "others_safety"]
ANSWERS = [f"{standard}_{question}" for standard in STANDARDS for question in QUESTIONS]
DATES = ["start_date", "end_date", "audit_date"]
FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%d %b %Y", "%d %B %Y"]
TIMES = ["", " %H:%M", " %H:%M:%S", "T%H:%M:%S"]
YES_NO = {"yes": 1, "y": 1, "1": 1, "true": 1, "no": 2, "n": 2, "0": 2, "false": 2}
COURT = ["First-tier", "Community", "Custody"]
WITHOUT_WORK = ["Absolute discharge", "Conditional discharge", "Discharge", "Fine", "Compensation"]


def labels():
    with open(pathlib.Path(__file__).with_name("labels.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    words = {}
    for row in rows:
        words.setdefault(row["column"], {})[row["word"]] = row["label"]
    return words, {(row["column"], row["label"]): row["grp"] for row in rows}


def mapped(column, known):
    """Each distinct cell is read once."""
    found = {cell: known.get(cell.strip().lower()) for cell in column.unique()}
    return column.map(found)


def day(column):
    cells = column.str.strip()
    read = pd.to_datetime(cells, format="%Y-%m-%d", errors="coerce")
    for form in ["%Y-%m-%d" + time for time in TIMES[1:]] + [form + time for form in FORMATS for time in TIMES]:
        missing = read.isna() & (cells != "")
        if not missing.any():
            break
        read[missing] = pd.to_datetime(cells[missing], format=form, errors="coerce")
    return read.where((read >= "1990-01-01") & (read <= "2100-12-31"))


def clean(path, words):
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    for name in ["case_id", "child_id", "worker_id", "team"]:
        rows[name] = rows[name].str.strip()
    for name in ["ethnicity", "sex", "disposal"]:
        rows[name] = mapped(rows[name], words[name])
    rows["age"] = pd.to_numeric(rows["age"], errors="coerce")
    rows["age"] = rows["age"].where(rows["age"].between(10, 25))
    rows["is_hosted"] = rows.pop("residence").str.strip().str.lower() == "other"
    for name in DATES:
        rows[name] = day(rows[name])
    for name in ANSWERS:
        rows[name] = mapped(rows[name], YES_NO)
    return rows


def settle(rows):
    """Of the rows of one case the latest is kept, then the greatest; the same row again is a duplicate."""
    good = rows[(rows["case_id"] != "") & (rows["child_id"] != "")]
    is_repeated = good["case_id"].duplicated(keep=False)
    different = good[is_repeated].drop_duplicates()
    order = ["start_date"] + [name for name in rows.columns if name != "start_date"]
    kept = different.sort_values(order, ascending=False, na_position="last").drop_duplicates("case_id")
    used = pd.concat([good[~is_repeated], kept])
    return used, int(is_repeated.sum()) - len(different)


def speaking(used, name):
    """The value of a child: of its latest row that knows one; of the same day, the smallest case_id."""
    known = used[used[name].notna()]
    several = known["child_id"].duplicated(keep=False)
    latest = known[several].sort_values(["start_date", "case_id"], ascending=[False, True], na_position="last")
    return pd.concat([known[~several], latest.drop_duplicates("child_id")]).set_index("child_id")[name]


def counted(values, missing):
    counts = values.value_counts(dropna=False)
    return {missing if pd.isna(label) else label: int(count) for label, count in counts.items()}


def per_label(values, column, groups, missing):
    labelled = counted(values, missing)
    grouped = {}
    for label, count in labelled.items():
        group = groups.get((column, label), missing)
        grouped[group] = grouped.get(group, 0) + count
    return labelled, grouped


def ages(values):
    years = values.map(lambda age: "18 and over" if age >= 18 else str(int(age)), na_action="ignore")
    bands = pd.cut(values, [9, 14, 17, 25], labels=["10-14", "15-17", "18 and over"]).dropna()
    kept = {band: count for band, count in counted(bands, "").items() if count > 0}
    return {"years": counted(years, "Not known"), "bands": kept}


def workload(open_cases):
    cases = open_cases.assign(
        team=open_cases["team"].replace("", "Not known"),
        worker=open_cases["worker_id"].replace("", "Unallocated"),
    )
    held = cases.groupby("worker").agg(cases=("case_id", "size"), children=("child_id", "nunique"))
    pairs = cases.groupby(["worker", "team"]).size().reset_index(name="n")
    main = pairs.sort_values(["n", "team"], ascending=[False, True]).drop_duplicates("worker").set_index("worker")
    workers = held.assign(team=main["team"])
    teams = cases.groupby("team").agg(cases=("case_id", "size"), children=("child_id", "nunique"))
    teams["workers"] = cases[cases["worker_id"] != ""].groupby("team")["worker_id"].nunique()
    teams["workers"] = teams["workers"].fillna(0).astype(int)
    return {
        "cases": len(cases),
        "spread": spread(held.drop("Unallocated", errors="ignore")["cases"].sort_values()),
        "teams": teams.to_dict("index"),
        "workers": workers.to_dict("index"),
    }


def spread(held):
    n = len(held)
    places = range(1, n + 1)
    differences = sum((2 * place - n - 1) * cases for place, cases in zip(places, held))
    return {
        "workers": n,
        "mean": float(held.mean()),
        "median": float(held.quantile(0.5)),
        "lower_quartile": float(held.quantile(0.25)),
        "upper_quartile": float(held.quantile(0.75)),
        "maximum": int(held.max()),
        "gini": float(differences / (n * held.sum())),
    }


def quality(used, groups):
    is_judged = used[ANSWERS].notna().any(axis=1)
    is_court = used["disposal"].isin([label for (_, label), group in groups.items() if group in COURT])
    cases = used[is_court & (is_judged | ~used["disposal"].isin(WITHOUT_WORK))]
    figures = {"n": len(cases), "judged_cases": int(cases[ANSWERS].notna().any(axis=1).sum())}
    for name in ANSWERS:
        figures[f"{name}_judged"] = int(cases[name].notna().sum())
        figures[f"{name}_sufficient"] = int((cases[name] == 1).sum())
    return figures


def figures(path):
    words, groups = labels()
    rows = clean(path, words)
    used, duplicates = settle(rows)
    as_at = used["start_date"].max()
    is_open = (used["start_date"] <= as_at) & (used["end_date"].isna() | (used["end_date"] > as_at))
    open_cases = used[is_open]
    at_home = open_cases[~open_cases["is_hosted"]]
    children = pd.Index(at_home["child_id"].unique())
    child = {name: speaking(used, name).reindex(children) for name in ["ethnicity", "sex", "age"]}
    categories, ethnic_groups = per_label(child["ethnicity"], "ethnicity", groups, "Not known")
    disposals, disposal_groups = per_label(at_home["disposal"], "disposal", groups, "Not mapped")
    return {
        "rows": {
            "read": len(rows),
            "used": len(used),
            "duplicates": duplicates,
            "rejected": len(rows) - len(used) - duplicates,
        },
        "asAt": as_at.strftime("%Y-%m-%d"),
        "ethnicity": {"groups": ethnic_groups, "categories": categories},
        "sex": counted(child["sex"], "Not known"),
        "age": ages(child["age"]),
        "disposal": {"groups": disposal_groups, "disposals": disposals},
        "workload": workload(open_cases),
        "quality": quality(used, groups),
    }


json.dump(figures(sys.argv[1]), sys.stdout)
