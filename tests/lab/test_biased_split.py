"""Skewed training sets: the shares that were asked for, seeded, and nothing else touched."""

import csv
import json
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.biased_split import (
    PAPER_SHARES,
    RECORD,
    LabelFile,
    biased_split,
    parse_shares,
    read_label_files,
    write_split,
)

HEAD = ("file", "age", "gender", "race", "service_test")


def label_file(counts: dict[str, int], *, validation: int = 3, path: str = "l.csv") -> LabelFile:
    """Rows of FairFace's form with so many of each race, and some of the split val."""
    rows = [
        (f"train/{race}-{number}.jpg", "20-29", "Male", race, "False")
        for race, count in counts.items()
        for number in range(count)
    ]
    rows += [
        (f"val/{number}.jpg", "3-9", "Female", "Black", "True") for number in range(validation)
    ]
    return LabelFile(Path(path), HEAD, tuple(rows))


def test_the_papers_shares_are_those_it_prints() -> None:
    assert list(PAPER_SHARES.items())[:3] == [
        ("White", 60),
        ("Black", 13),
        ("Latino_Hispanic", Fraction("18.5")),
    ]
    assert sum(PAPER_SHARES.values()) == Fraction("99.5")


def test_the_papers_split_is_the_largest_with_its_shares() -> None:
    # The published training counts of FairFace, a hundredth of them.
    counts = {
        "White": 165,
        "Black": 122,
        "Latino_Hispanic": 134,
        "East Asian": 123,
        "Southeast Asian": 108,
        "Indian": 123,
        "Middle Eastern": 92,
    }
    found = biased_split([label_file(counts)], "race", PAPER_SHARES)
    assert found.total == int(Fraction("99.5") * 165 / 60) == 273
    assert found.after["White"] in {164, 165}
    for race, share in PAPER_SHARES.items():
        assert abs(found.after[race] - share / Fraction("99.5") * 273) < 1
    with pytest.raises(DatasetError, match="at most 273 rows of the split “train”, not 274"):
        biased_split([label_file(counts)], "race", PAPER_SHARES, total=274)


@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=4),
    st.lists(st.integers(1, 100), min_size=4, max_size=4),
    st.integers(0, 3),
)
@settings(deadline=None)
def test_rows_stay_in_their_order_and_other_splits_stay_whole(
    counts: list[int], weights: list[int], seed: int
) -> None:
    names = "abcd"[: len(counts)]
    source = label_file(dict(zip(names, counts, strict=True)))
    chosen = weights[: len(counts)]
    shares = {name: Fraction(100 * w, sum(chosen)) for name, w in zip(names, chosen, strict=True)}
    if any(count * sum(chosen) < weight for count, weight in zip(counts, chosen, strict=True)):
        with pytest.raises(DatasetError, match="at most 0 rows"):
            biased_split([source], "race", shares, seed=seed)
        return
    found = biased_split([source], "race", shares, seed=seed)
    rows = found.files[0].rows
    assert [row for row in source.rows if row in set(rows)] == list(rows)
    assert [row for row in rows if row[0].startswith("val")] == list(source.rows[-3:])
    thinned = Counter(row[3] for row in rows if row[0].startswith("train"))
    assert {name: thinned[name] for name in names} == found.after
    assert sum(found.after.values()) == found.total
    for name in names:
        assert found.after[name] <= found.before[name]
        assert abs(found.after[name] - found.shares[name] * found.total) < 1
    shuffled = LabelFile(source.path, HEAD, tuple(reversed(source.rows)))
    again = biased_split([shuffled], "race", shares, seed=seed)
    assert set(again.files[0].rows) == set(rows)


def test_a_smaller_set_is_part_of_a_larger_one_and_a_seed_chooses() -> None:
    source = label_file({"a": 50, "b": 50})
    shares = {"a": Fraction(20)}
    large, small, other = (
        {row[0] for row in biased_split([source], "race", shares, total=n, seed=s).files[0].rows}
        for n, s in ((60, 0), (20, 0), (60, 1))
    )
    assert small < large
    assert other != large


def test_values_without_a_share_divide_the_rest_as_they_occur() -> None:
    found = biased_split([label_file({"a": 90, "b": 20, "c": 40})], "race", {"a": Fraction(40)})
    assert {name: float(share) for name, share in found.shares.items()} == {
        "a": pytest.approx(0.4),
        "b": pytest.approx(0.2),
        "c": pytest.approx(0.4),
    }
    assert found.after == {"a": 40, "b": 20, "c": 40}


def test_a_fair_set_keeps_every_share() -> None:
    found = biased_split([label_file({"a": 60, "b": 40})], "race", None, total=50)
    assert found.after == {"a": 30, "b": 20}


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (["Male"], "“Male” is no share"),
        (["=5"], "“=5” is no share"),
        (["a=x"], "is no share"),
        (["a=1/0"], "is no share"),
        (["a=101"], "is no share"),
        (["a=1", "a=2"], "“a” has two shares"),
    ],
)
def test_shares_of_another_form_are_refused(texts: list[str], sentence: str) -> None:
    with pytest.raises(DatasetError, match=sentence):
        parse_shares(texts)


def test_shares_are_read_exactly() -> None:
    assert parse_shares(["more than 70=2.2", "a=b=3"]) == {
        "more than 70": Fraction(11, 5),
        "a=b": Fraction(3),
    }


def test_shares_that_do_not_fit_the_data_are_refused() -> None:
    source = [label_file({"a": 5, "b": 5})]
    with pytest.raises(DatasetError, match=r"No row has the value “z”. There are: a, b"):
        biased_split(source, "race", {"z": Fraction(5)})
    with pytest.raises(DatasetError, match="sum to 90 %"):
        biased_split(source, "race", {"a": Fraction(40), "b": Fraction(50)})
    with pytest.raises(DatasetError, match="sum to 120 %"):
        biased_split(source, "race", {"a": Fraction(60), "b": Fraction(60)})
    with pytest.raises(DatasetError, match=r"has no column “mood”. It has: file, age"):
        biased_split(source, "mood", {})
    with pytest.raises(DatasetError, match=r"split “dev”. There are: train, val"):
        biased_split(source, "race", {"a": Fraction(50)}, split="dev")


def test_label_files_are_written_as_they_were_read(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    for name in ("train", "val"):
        (data / name).mkdir(parents=True)
        rows = [f"{name}/{number}.jpg,20-29,Male,a,False" for number in range(4)]
        (data / f"label_{name}.csv").write_text("\n".join([",".join(HEAD), *rows, ""]), "utf-8")
        (data / name / "1.jpg").write_bytes(b"picture")
    found = biased_split(read_label_files(data), "race", None, total=2)
    write_split(found, out)
    assert (out / "label_val.csv").read_bytes() == (data / "label_val.csv").read_bytes()
    with (out / "label_train.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 2
    assert (out / "train" / "1.jpg").read_bytes() == b"picture"
    record = json.loads((out / RECORD).read_text("utf-8"))
    assert (record["total"], record["before"], record["after"]) == (2, {"a": 4}, {"a": 2})
    with pytest.raises(DatasetError, match="is not empty"):
        write_split(found, out)


def test_pictures_are_copied_where_links_are_not_wanted(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "train").mkdir(parents=True)
    (data / "train" / "1.jpg").write_bytes(b"picture")
    lines = ["file,race", "train/1.jpg,a", "train/2.jpg,a", ""]
    (data / "labels.csv").write_text("\n".join(lines), "utf-8")
    found = biased_split(read_label_files(data / "labels.csv"), "race", None)
    write_split(found, tmp_path / "copy", pictures="copy")
    assert not (tmp_path / "copy" / "train").is_symlink()
    assert (tmp_path / "copy" / "train" / "1.jpg").read_bytes() == b"picture"
    assert not (tmp_path / "copy" / "train" / "2.jpg").exists()
    write_split(found, tmp_path / "none", pictures="none")
    assert not (tmp_path / "none" / "train").exists()


@pytest.mark.parametrize("name", ["../secret.jpg", "/etc/secret.jpg", "C:\\secret.jpg", ""])
def test_pictures_outside_the_folder_are_never_fetched(tmp_path: Path, name: str) -> None:
    file = LabelFile(
        tmp_path / "data" / "l.csv", ("file", "split", "race"), ((name, "train", "a"),)
    )
    found = biased_split([file], "race", None)
    with pytest.raises(DatasetError, match="does not name a file inside its folder"):
        write_split(found, tmp_path / "out", pictures="copy")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name,race\n1.jpg,a\n", "is no label file"),
        ("", "is no label file"),
        ("file,file\n", "is no label file"),
        ("file,race\n1.jpg\n", "row 2: it does not have the 2 columns"),
        ('file,race\n"1.jpg\n', "is not a valid CSV file"),
    ],
)
def test_files_that_are_no_lists_are_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "labels.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(DatasetError, match=sentence):
        read_label_files(path)


def test_other_files_are_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no label file"):
        read_label_files(tmp_path)
    with pytest.raises(DatasetError, match="cannot be read"):
        read_label_files(tmp_path / "nothing.csv")
    path = tmp_path / "labels.csv"
    path.write_bytes(b"file,race\n\xff,a\n")
    with pytest.raises(DatasetError, match="is not UTF-8"):
        read_label_files(path)
