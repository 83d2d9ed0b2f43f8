# SPDX-License-Identifier: GPL-3.0-or-later
"""The counting of test results, on which the verdict of tests/run and .ci/run rests, over logs made up for it."""

import json
import os
import subprocess
import sys
import tempfile


def program(name, result, stdout=''):
    return json.dumps({'name': name, 'result': result, 'stdout': stdout})


NESTED = 'TAP version 14\n1..2\n# Subtest: a\n    ok 1 - /a/x\n    ok 2 - /a/y\nok 1 - a\nok 2 - /b\n'

# Name, log, last line, exit status.
CASES = [
    ('points are counted, not programs', [program('p', 'OK', '1..2\nok 1 /a\nok 2 /b\n'), program('q', 'OK')],
     '3 passed, 0 failed', 0),
    ('a failed point fails', [program('p', 'FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n')], '1 passed, 1 failed', 1),
    ('a program that dies after its points fails', [program('p', 'ERROR', '1..2\nok 1 /a\n')], '1 passed, 1 failed', 1),
    ('a program that runs out of time fails', [program('p', 'TIMEOUT')], '0 passed, 1 failed', 1),
    ('a sum of points is not a point', [program('p', 'OK', NESTED)], '3 passed, 0 failed', 0),
    ('a skipped point is no success', [program('p', 'OK', '1..2\nok 1 /a\nok 2 /b # SKIP no display\n')],
     '1 passed, 0 failed', 0),
    ('an incomplete point has failed', [program('p', 'OK', '1..1\nnot ok 1 /a # TO' + 'DO later\n')],
     '0 passed, 1 failed', 1),
    ('a number sign in a name is no directive', [program('p', 'OK', '1..1\nok 1 - /a\n# ok then\n')],
     '1 passed, 0 failed', 0),
    ('no test at all is no success', [], '0 passed, 0 failed', 1),
    ('a broken log is a failure', ['{"name": '], '0 passed, 1 failed', 1),
]


def judge(counter, lines):
    """The last line and the exit status for a log of these lines."""
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'testlog.json')
        with open(log, 'w', encoding='utf-8') as file:
            file.write(''.join(line + '\n' for line in lines))
        run = subprocess.run([sys.executable, counter, log], capture_output=True, text=True, check=False)
    return run.stdout.rstrip('\n').split('\n')[-1], run.returncode


def main():
    counter = os.path.join(sys.argv[1], 'tests', 'count-results.py')
    failed = False
    print(f'1..{len(CASES)}')
    for number, (name, lines, last, status) in enumerate(CASES, 1):
        got = judge(counter, lines)
        good = got == (last, status)
        failed = failed or not good
        print(f"{'ok' if good else 'not ok'} {number} - {name}")
        if not good:
            print(f'{name}: expected {(last, status)}, got {got}', file=sys.stderr)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
