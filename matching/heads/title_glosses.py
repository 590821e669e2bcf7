"""English glosses of the Chinese words that job titles are made of: choose, keep and read them.

Made from CC-CEDICT, a dictionary under CC BY-SA 4.0 (see ``title_words.md``). Run (2 minutes):

    python -m matching.heads.title_glosses FOLDER DICTIONARY

FOLDER holds ``reference/onet_alternate_titles.csv.gz``, ``postings/training_texts.jsonl.gz`` and
``eval/title_similarity_zh_corpus.csv``; DICTIONARY is the text file of CC-CEDICT.
"""

import argparse
import csv
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import rjieba

from matching.heads.fit_titles import classification_groups, onet_groups
from matching.heads.title_words import LONGEST, runs, split_title
from matching.titles import clean_title, packaged_folder

PATH = Path(__file__).parent / "title_glosses.txt.gz"
SENSES = 2
LONGEST_SENSE = 5
TEXT_CHARS = 800
LATIN_TIMES = 3
# Endings of job names, of which a dictionary gives the meaning as a word of its own.
ENDINGS = {
    "师": "specialist", "员": "worker", "工": "worker", "商": "dealer", "家": "expert",
    "者": "person", "长": "head", "人": "person", "手": "operator", "官": "officer",
    "生": "student", "部": "department", "副": "vice", "总": "chief",
}  # fmt: skip
EMPTY = frozenset("与和及的兼")


_ENTRY = re.compile(r"^\S+ (\S+) \[([^\]]*)\] /(.*)/$")
_NO_MEANING = re.compile(
    r"(?:CL:|(?:old |archaic |Japanese )?variant of|surname |also written|also pr\.|see |abbr\. for"
    r"|used in |Taiwan pr|Kangxi|erhua)"
)
_ASIDE = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|\b(?:sb|sth|etc|abbr\.|fig\.|lit\.)(?!\w)|[^\x00-\x7f]+\S*"
)
_ARTICLE = re.compile(r"^(?:to|a|an|the)\s+")

Glosses = Mapping[str, Sequence[str]]


def read_dictionary(lines: Iterable[str]) -> dict[str, list[str]]:
    """Simplified word → short English glosses, in the order of the dictionary."""
    glosses: dict[str, list[str]] = {}
    for line in lines:
        entry = _ENTRY.match(line.rstrip("\r\n"))
        if entry is None or (len(entry[1]) == 1 and entry[2][:1].isupper()):
            continue
        for gloss in _senses(entry[3]):
            known = glosses.setdefault(entry[1].casefold(), [])
            if gloss not in known:
                known.append(gloss)
    glosses |= {ending: [meaning] for ending, meaning in ENDINGS.items()}
    return {word: found for word, found in glosses.items() if word not in EMPTY}


def _senses(text: str) -> Iterator[str]:
    for sense in text.split("/"):
        if _NO_MEANING.match(sense):
            continue
        for part in _ASIDE.sub(" ", sense).split(";"):
            gloss = _ARTICLE.sub("", " ".join(part.split()).strip(" ,.")).strip(" ,.")
            if gloss and len(gloss.split()) <= LONGEST_SENSE:
                yield gloss


def job_words(
    glosses: Glosses, names: Iterable[str], texts: Iterable[str], english: Iterable[str]
) -> dict[str, list[str]]:
    """Glosses of the words of Chinese titles (``names``) and texts about jobs, and of words that
    mean an ``english`` title. Latin words that titles repeat mean themselves."""
    used = {word for text in texts for word in rjieba.cut(text)}
    latin: dict[str, int] = {}
    for name in names:
        used.update(split_title(name, glosses))
        for run in runs(name):
            if run[0] < "\u4e00":
                latin[run] = latin.get(run, 0) + 1
    jobs = set(english)
    used |= {w for w, found in glosses.items() if any(g.casefold() in jobs for g in found[:SENSES])}
    chosen = {w: list(glosses[w][:SENSES]) for w in used if w in glosses and len(w) <= LONGEST}
    chosen |= {word: [word] for word, times in latin.items() if times >= LATIN_TIMES}
    return dict(sorted(chosen.items()))


def posting_lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Title and beginning of the text of each posting."""
    for line in lines:
        row = json.loads(line)
        yield clean_title(row["title"]), row["description"][:TEXT_CHARS]


def save_glosses(path: Path, glosses: Glosses) -> None:
    """A line per word: the word, then its glosses, between tabs."""
    lines = "".join("\t".join([word, *found]) + "\n" for word, found in glosses.items())
    path.write_bytes(gzip.compress(lines.encode(), mtime=0))


def read_glosses(path: Path = PATH) -> dict[str, list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {word: glosses for word, *glosses in rows}


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("dictionary", type=Path)
    options = parser.parse_args(arguments)
    with options.dictionary.open(encoding="utf-8") as lines:
        dictionary = read_dictionary(lines)
    save_glosses(PATH, _choose(options.folder, dictionary))
    sys.stdout.write(f"{PATH}: {PATH.stat().st_size / 1e6:.1f} MB\n")


def _choose(folder: Path, dictionary: Glosses) -> Glosses:
    onet = onet_groups(folder / "reference/onet_alternate_titles.csv.gz")
    with gzip.open(folder / "postings/training_texts.jsonl.gz", "rt", encoding="utf-8") as lines:
        titles, texts = zip(*posting_lines(lines), strict=True)
    with (folder / "eval/title_similarity_zh_corpus.csv").open(encoding="utf-8") as lines:
        corpus = [row["title"] for row in csv.DictReader(lines)]
    official = (packaged_folder() / "csco22.csv").read_text(encoding="utf-8").splitlines()
    names = [*titles, *corpus, *(name for group in classification_groups() for name in group)]
    english = {title.casefold() for group in onet for title in group}
    return job_words(dictionary, names, [*texts, *official], english)


if __name__ == "__main__":
    main(sys.argv[1:])
