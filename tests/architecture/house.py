# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the house share: reading the tree, and proving that a check can fail before it is believed.

A check is a function from the root of a source tree to a list of complaints, each beginning with the place. A module
ends with `house.main (samples, checks)`: every sample is a small tree written to a temporary folder for which a check
has to find the named fault, or none; then the checks run over the real tree. Output is TAP; complaints go to
standard error, which meson shows.
"""

import os
import re
import sys
import tempfile

FOLDERS = ('app', 'model', 'ui', 'data', 'po', 'tests', '.ci')

_COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def files(root, endings=None):
    """The paths, relative to the root and sorted, of our own files that end in one of the endings (all by default)."""
    found = [name for name in os.listdir(root) if os.path.isfile(os.path.join(root, name))]
    for folder in FOLDERS:
        for parent, children, names in os.walk(os.path.join(root, folder)):
            children[:] = [child for child in children if child != '__pycache__']
            found += [os.path.relpath(os.path.join(parent, name), root) for name in names]
    return sorted(path for path in found if endings is None or path.endswith(endings))


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8', errors='replace') as file:
        return file.read()


def is_script(root, path):
    """Whether a file without an ending begins with `#!`."""
    if os.path.splitext(os.path.basename(path))[1]:
        return False
    with open(os.path.join(root, path), 'rb') as file:
        return file.read(2) == b'#!'


def without_comments(text, strings_too=False):
    """C text with its comments (and the insides of its strings) blanked; lines keep their numbers."""
    def blank(match):
        found = match[0]
        if found[0] == '/' or strings_too:
            return re.sub(r'[^\n]', ' ', found)
        return found
    return _COMMENT_OR_STRING.sub(blank, text)


def line_of(text, position):
    return text.count('\n', 0, position) + 1


class Sample:
    """A small tree, the check it is for and the fault (a regular expression) to be found in it; None: no fault."""

    def __init__(self, name, check, tree, fault):
        self.name, self.check, self.tree, self.fault = name, check, tree, fault

    def verdict(self):
        """None if the check judged as it should, else what went wrong."""
        with tempfile.TemporaryDirectory() as root:
            for path, text in self.tree.items():
                os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
                with open(os.path.join(root, path), 'w', encoding='utf-8') as file:
                    file.write(text)
            complaints = self.check(root)
        if self.fault is None:
            return None if not complaints else f'a good sample was refused: {complaints}'
        if any(re.search(self.fault, complaint) for complaint in complaints):
            return None
        return f'the fault /{self.fault}/ was not found in {complaints}'


class Skip(Exception):
    """Raised by a check that needs a program which is not installed."""


def main(samples, checks, notes=None):
    """Run the samples, then the checks (name: function) over the tree named on the command line; notes is a function
    whose lines are printed but decide nothing."""
    root = sys.argv[1]
    number = 0
    failed = False

    def report(name, complaints, skipped=None):
        nonlocal number, failed
        number += 1
        failed = failed or bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} - {name}{f' # SKIP {skipped}' if skipped else ''}")
        for complaint in complaints:
            print(complaint, file=sys.stderr)

    print(f'1..{len(samples) + len(checks)}')
    for sample in samples:
        try:
            fault = sample.verdict()
            report(f'sample: {sample.name}', [fault] if fault else [])
        except Skip as reason:
            report(f'sample: {sample.name}', [], reason)
    for name, check in checks.items():
        try:
            report(name, check(root))
        except Skip as reason:
            report(name, [], reason)
    for note in notes(root) if notes else []:
        print(f'# note: {note}')
    return 1 if failed else 0
