#!/usr/bin/env python3
"""A verifier of exported transcripts, written from docs/transcript-format.md alone: Python's standard library, none of the service's code.

verify.py --trust TRUST.json FILE|FOLDER...   for each file: "NAME: genuine", "NAME: altered: where" or "NAME: unknown: why"
verify.py --vectors VECTORS.json              computes docs/test-vectors.json again

Genuine files of one room are compared with each other: "NAME: altered: it contradicts OTHER" when they tell two histories.
Ends with 0 when all is genuine, 1 when something is altered, 2 when something is unknown (nothing altered), 3 for wrong use.
"""
import base64
import hashlib
import json
import pathlib
import re
import sys
from datetime import datetime

import ed25519

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
HASH = re.compile(r"[0-9a-f]{64}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
KINDS = ("message", "system", "proposal", "exhibit", "agreement")
ENTRY = {"v", "room", "sequence", "kind", "author", "authorName", "authorRole", "sentAt", "clientMessageId", "replyTo", "audience", "commitment", "previous"}
MARKS = (b"nonlitigation-odr/transcript/1", b"nonlitigation-odr/excerpt/1", b"nonlitigation-odr/publication/1", b"nonlitigation-odr/room/",
         b"nonlitigation-odr/log", b'"checkpoint":"', b'"commitment":"')
LARGEST = 2**53 - 1


class Altered(Exception):
    """Where the file was changed."""


class Unknown(Exception):
    """Why nothing can be said."""


def check(holds, where):
    if not holds:
        raise Altered(where)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# Canonical JSON (RFC 8785 over a closed set of values).
def canonical(value):
    if value is None or value is True or value is False:
        return {None: b"null", True: b"true", False: b"false"}[value]
    if isinstance(value, int) and abs(value) <= LARGEST:
        return b"%d" % value
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).encode("utf-8")
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return b"{" + b",".join(canonical(name) + b":" + canonical(value[name]) for name in names) + b"}"
    raise ValueError("a value that the format does not have")


def parse(data):
    """The value when the bytes are its canonical form. RecursionError: too deep for anything that the service writes."""
    try:
        value = json.loads(data.decode("utf-8"))
        check(canonical(value) == data, "formatting")
        return value
    except (ValueError, RecursionError):
        raise Altered("formatting") from None


def is_text(value, form=None):
    return isinstance(value, str) and (form is None or form.fullmatch(value) is not None)


def is_number(value, least):
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= LARGEST


def is_time(value):
    try:
        return is_text(value, TIME) and datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ") is not None
    except ValueError:
        return False


# The tree (RFC 6962).
def node(left, right):
    return sha256(b"\1", left, right)


def append(peaks, size, leaf):
    while size % 2:
        leaf = node(peaks.pop(), leaf)
        size //= 2
    peaks.append(leaf)


def root_of(peaks):
    if not peaks:
        return sha256()
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node(peak, root)
    return root


def included(index, size, leaf, proof):
    """The root that an inclusion proof gives (RFC 9162, 2.1.3.2), or None when it has not the right length."""
    last, place = size - 1, index
    if not 0 <= place <= last:
        return None
    for step in proof:
        if last == 0:
            return None
        if place % 2 or place == last:
            leaf = node(step, leaf)
            while place % 2 == 0 and place != 0:
                place, last = place // 2, last // 2
        else:
            leaf = node(leaf, step)
        place, last = place // 2, last // 2
    return leaf if last == 0 else None


# Signed notes.
def unpadded(text):
    """The bytes of standard base64 in its one spelling, else None."""
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return raw if base64.b64encode(raw).decode() == text else None


def read_key(text):
    name, number, packed = text.split("+", 2)
    raw = base64.b64decode(packed, validate=True)
    if len(raw) != 33 or raw[0] != 1 or sha256(name.encode(), b"\n", raw)[:4].hex() != number:
        raise ValueError(f"not a verifier key: {text}")
    return name, bytes.fromhex(number), raw[1:]


def read_note(note):
    """The signed text, and (name, key id, signature) for each signature line."""
    check(is_text(note) and note.endswith("\n") and "\n\n" in note, "checkpoint")
    text, lines = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 : -1].split("\n")
    check(len(lines) <= 16, "checkpoint")
    signatures = []
    for line in lines:
        parts = line.split(" ")
        raw = unpadded(parts[2]) if len(parts) == 3 and parts[0] == "\u2014" and parts[1] else None
        check(raw is not None and len(raw) > 4, "checkpoint")
        signatures.append((parts[1], raw[:4], raw[4:]))
    return text, signatures


def read_checkpoint(note):
    """Origin, size, root and further lines of a signed checkpoint, and its signatures."""
    text, signatures = read_note(note)
    lines = text.split("\n")
    check(len(lines) >= 4 and lines[-1] == "" and all(lines[:-1]), "checkpoint")
    check(re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1]), "checkpoint")
    root = unpadded(lines[2])
    check(root is not None and len(root) == 32, "checkpoint")
    return lines[0], int(lines[1]), root, lines[3:-1], (text, signatures)


def check_signer(signed, keys):
    text, signatures = signed
    ours = False
    for name, number, signature in signatures:
        named = [key for key in keys if key[:2] == (name, number)]
        if named:
            check(ed25519.verify(named[0][2], text.encode(), signature), "checkpoint (signature)")
        else:
            check(not any(ed25519.verify(key[2], text.encode(), signature) for key in keys), "checkpoint (name on the signature line)")
        ours = ours or bool(named)
    if not ours:
        raise Unknown("no trusted key signed this")
    check(len(signatures) == 1, "checkpoint (more than one signature)")


# The export file.
def check_entry(line, number, room, previous, more=()):
    """One line of an export; returns the entry's hash and whether its body is withheld. Without a number: whatever the entry says."""
    where = f"entry {number or ''}"
    check(isinstance(line, dict) and set(line) == {"entry", "body", "salt", "hash", *more}, where)
    entry, body, salt = line["entry"], line["body"], line["salt"]
    check(isinstance(entry, dict) and set(entry) == ENTRY and entry["v"] == 1 and entry["v"] is not True, where)
    check(all(entry[name] is None or is_text(entry[name], UUID) for name in ("author", "clientMessageId")), where)
    check(is_text(entry["authorName"]) and is_text(entry["authorRole"]) and entry["kind"] in KINDS and is_time(entry["sentAt"]), where)
    check(entry["replyTo"] is None or is_number(entry["replyTo"], -LARGEST), where)
    check(isinstance(entry["audience"], list) and all(is_text(person, UUID) for person in entry["audience"]), where)
    check(entry["audience"] == sorted(set(entry["audience"])), where)
    check(is_text(entry["commitment"], HASH) and is_text(entry["previous"], HASH), where)
    check(entry["room"] == room and is_number(entry["sequence"], 1) and number in (None, entry["sequence"]), f"{where}: order")
    leaf = sha256(b"\0", canonical(entry))
    check(line["hash"] == leaf.hex(), f"{where}: its hash does not fit")
    check(previous is None or entry["previous"] == previous.hex(), f"{where}: link to the entry before")
    if body is None and salt is None:
        return leaf, True
    check(isinstance(body, dict) and is_text(salt, HASH), f"{where}: body")
    check(sha256(b"\2", bytes.fromhex(salt), canonical(body)).hex() == entry["commitment"], f"{where}: body")
    return leaf, False


def read_header(file, members):
    check(set(file) == members and isinstance(file["room"], dict) and is_text(file["room"].get("id"), UUID), "header")
    check(isinstance(file["entries"], list) and file["entries"] and isinstance(file["withheld"], list), "header")
    return {name: value for name, value in file.items() if name not in ("entries", "checkpoint")}


def check_room_note(file, header, size, root, keys):
    origin, stated, signed_root, more, signed = read_checkpoint(file["checkpoint"])
    check(origin == "nonlitigation-odr/room/" + file["room"]["id"], "checkpoint (its room)")
    check(stated == size, "order: entries were left out or added")
    check(root is None or signed_root == root, "order or checkpoint: the root does not fit")
    check(more == ["header " + base64.b64encode(sha256(canonical(header))).decode()], "header")
    check_signer(signed, keys)
    return signed_root


def check_transcript(file, keys):
    header = read_header(file, {"format", "room", "reader", "from", "before", "withheld", "entries", "checkpoint"})
    first, before = file["from"], file["before"]
    check(is_number(first, 1) and isinstance(before, list) and all(is_text(peak, HASH) for peak in before), "header")
    check(bin(first - 1).count("1") == len(before), "header")
    peaks, size, withheld, trees = [bytes.fromhex(peak) for peak in before], first - 1, [], {}
    last = sha256(b"nonlitigation-odr/room/1\n", file["room"]["id"].encode()) if first == 1 else None
    for line in file["entries"]:
        last, hidden = check_entry(line, size + 1, file["room"]["id"], last)
        append(peaks, size, last)
        size += 1
        trees["nonlitigation-odr/room/" + file["room"]["id"], size] = root_of(peaks)
        withheld += [size] * hidden
    check(canonical(withheld) == canonical(file["withheld"]), "header (withheld bodies)")
    check_room_note(file, header, size, root_of(peaks), keys)
    return trees


def check_excerpt(file, keys):
    header = read_header(file, {"format", "room", "size", "sequences", "withheld", "entries", "checkpoint"})
    check(is_number(file["size"], 1), "header")
    root = check_room_note(file, header, file["size"], None, keys)
    seen, withheld = [], []
    for line in file["entries"]:
        leaf, hidden = check_entry(line, None, file["room"]["id"], None, more=("proof",))
        sequence = line["entry"]["sequence"]
        check(not seen or sequence > seen[-1], f"entry {sequence}: order")
        check(isinstance(line["proof"], list) and all(is_text(step, HASH) for step in line["proof"]), f"entry {sequence}: proof")
        check(included(sequence - 1, file["size"], leaf, map(bytes.fromhex, line["proof"])) == root, f"entry {sequence}: proof")
        seen.append(sequence)
        withheld += [sequence] * hidden
    check(canonical(seen) == canonical(file["sequences"]), "order: entries were left out or added")
    check(canonical(withheld) == canonical(file["withheld"]), "header (withheld bodies)")
    return {("nonlitigation-odr/room/" + file["room"]["id"], file["size"]): root}


def check_publication(file, keys):
    check(set(file) == {"format", "note", "index", "proof", "published"} and is_text(file["note"]), "header")
    check(is_number(file["index"], 0) and isinstance(file["proof"], list) and all(is_text(step, HASH) for step in file["proof"]), "header")
    room, length, top, _, mine = read_checkpoint(file["note"])
    log, size, root, _, theirs = read_checkpoint(file["published"])
    check_signer(mine, keys)
    check_signer(theirs, keys)
    check(room.startswith("nonlitigation-odr/room/") and log == "nonlitigation-odr/log", "checkpoint (its origin)")
    leaf = sha256(b"\0", file["note"].encode())
    check(included(file["index"], size, leaf, map(bytes.fromhex, file["proof"])) == root, "proof")
    return {(room, length): top, (log, size): root}


FORMATS = {
    "nonlitigation-odr/transcript/1": check_transcript,
    "nonlitigation-odr/excerpt/1": check_excerpt,
    "nonlitigation-odr/publication/1": check_publication,
}


def verdict(data, keys, seen=None, name=""):
    """"genuine", or "altered: where", or "unknown: why". Trees of earlier files are in seen: (origin, size) -> (name, root)."""
    try:
        if sum(mark in data for mark in MARKS) < 2:
            raise Unknown("this is not one of these files")
        file = parse(data)
        form = file.get("format") if isinstance(file, dict) else None
        check(isinstance(form, str) and form in FORMATS, "header")
        for tree, root in FORMATS[form](file, keys).items():
            other, known = (seen if seen is not None else {}).setdefault(tree, (name, root))
            check(known == root, f"it contradicts {other}")
        return "genuine"
    except Altered as found:
        return f"altered: {found}"
    except Unknown as found:
        return f"unknown: {found}"


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--vectors":
        import vectors
        return vectors.main(arguments[1])
    if len(arguments) < 3 or arguments[0] != "--trust":
        print(__doc__, file=sys.stderr)
        return 3
    keys = [read_key(key) for key in json.loads(pathlib.Path(arguments[1]).read_bytes())["checkpointKeys"]]
    words, seen = set(), {}
    for name in map(pathlib.Path, arguments[2:]):
        for path in sorted(name.iterdir()) if name.is_dir() else [name]:
            found = verdict(path.read_bytes(), keys, seen, path.name)
            words.add(found.split(":")[0])
            print(f"{path.name}: {found}")
    return 1 if "altered" in words else 2 if "unknown" in words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
