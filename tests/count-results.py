#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts single tests, not only programs, in the log that `meson test` leaves.

    tests/count-results.py BUILDDIR/meson-logs/testlog.json

Prints the names of what failed or was skipped and, as the last line, `N passed, N failed`. A program that died, timed
out or broke its own protocol counts as one failure even if every test it reported had passed; a test said to be
incomplete has failed. Exit status 0 only if something passed and nothing failed.
"""

import json
import re
import sys

TEST_LINE = re.compile(r'^( *)(not ok|ok)\b[ \t]*\d*[ \t]*(?:- )?([^#\n]*?)[ \t]*(#.*)?$')


def tap_results(text):
    """The (name, outcome) pairs of a TAP stream; a point that sums up the indented points above it is left out."""
    results = []
    deepest = 0
    for line in text.splitlines():
        match = TEST_LINE.match(line)
        if not match:
            continue
        indent, verdict, name, directive = len(match[1]), match[2], match[3], (match[4] or '')[1:].strip().upper()
        is_sum = deepest > indent
        deepest = indent
        if is_sum:
            continue
        if directive.startswith('SKIP'):
            results.append((name, 'skipped'))
        else:
            results.append((name, 'passed' if verdict == 'ok' else 'failed'))
    return results


def program_results(program):
    """The results of one program: its TAP points if it printed any, else its own verdict."""
    name, verdict = program['name'], program['result']
    good = verdict in ('OK', 'EXPECTEDFAIL')
    points = tap_results(program.get('stdout') or '')
    if not points:
        outcome = 'passed' if good else 'skipped' if verdict == 'SKIP' else 'failed'
        return [(name, outcome)]
    if not good and verdict != 'SKIP' and not any(outcome == 'failed' for _, outcome in points):
        points.append((f'the program itself ({verdict})', 'failed'))
    return [(f'{name}: {point}', outcome) for point, outcome in points]


def count(lines):
    results = []
    for line in lines:
        if line.strip():
            results.extend(program_results(json.loads(line)))
    return results


def main(path):
    try:
        with open(path, encoding='utf-8', errors='replace') as log:
            results = count(log)
    except (OSError, ValueError, KeyError) as error:
        print(f'The test log {path} cannot be read: {error}')
        results = [('the test log', 'failed')]
    totals = {outcome: sum(1 for _, each in results if each == outcome) for outcome in ('passed', 'failed', 'skipped')}
    for name, outcome in results:
        if outcome != 'passed':
            print(f'{outcome}: {name}')
    print(f"{totals['passed']} passed, {totals['failed']} failed")
    return 0 if totals['passed'] and not totals['failed'] else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
