# SPDX-License-Identifier: GPL-3.0-or-later
"""What every source looks like: its name, its first line, its length, and words that promise what is not there."""

import os
import re
import sys

import house
from house import Sample

MAX_COLUMNS = 120
MAX_FILE_LINES = 600
MAX_FUNCTION_LINES = 80
LONG_FUNCTION_LINES = 60

CODE = ('.c', '.h', '.py')
SHAPELESS_NAMES = {'util', 'utils', 'helper', 'helpers', 'common', 'manager', 'misc', 'stuff'}
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'

# Put together, so that this file does not complain of itself.
PROMISES = re.compile(r'\b(TO' + r'DO|FIX' + r'ME|XX' + r'X|HA' + r'CK)\b')
WAITS = re.compile(r'\b(g_us' + r'leep|us' + r'leep|nanosl' + r'eep|sl' + r'eep) \(')


def code(root):
    """Our own C and Python, and the scripts without an ending."""
    return [path for path in house.files(root) if path.endswith(CODE) or house.is_script(root, path)]


def names(root):
    complaints = []
    for path in house.files(root):
        stem = os.path.basename(path).split('.')[0]
        shapeless = SHAPELESS_NAMES.intersection(re.split(r'[-_]', stem))
        if shapeless:
            complaints.append(f'{path}: "{shapeless.pop()}" says nothing; name the file after the one noun in it')
        elif path.startswith(('model/', 'ui/')) and path.endswith(('.c', '.h')) and not stem.startswith('tl-'):
            complaints.append(f'{path}: sources here are called tl-…')
    return complaints


def licences(root):
    complaints = []
    for path in code(root):
        lines = house.read(root, path).split('\n')
        wanted, first = f'# {LICENCE}', lines[0]
        if path.endswith(('.c', '.h')):
            wanted = f'/* {LICENCE}'
        elif first.startswith('#!'):
            first = (lines + [''])[1]
        if not first.startswith(wanted):
            complaints.append(f'{path}: begins without "{wanted}"')
    return complaints


def columns(root):
    complaints = []
    for path in code(root):
        for number, line in enumerate(house.read(root, path).split('\n'), 1):
            if len(line) > MAX_COLUMNS:
                complaints.append(f'{path}:{number}: {len(line)} columns; the limit is {MAX_COLUMNS}')
    return complaints


def file_lengths(root):
    complaints = []
    for path in code(root):
        count = house.read(root, path).count('\n')
        if count > MAX_FILE_LINES:
            complaints.append(f'{path}: {count} lines; the limit is {MAX_FILE_LINES}: one noun a file')
    return complaints


def functions(root):
    """(path, first line, name, length) of every C function: from a brace in the first column to its closing one."""
    for path in house.files(root, '.c'):
        lines = house.without_comments(house.read(root, path), strings_too=True).split('\n')
        opened = None
        for number, line in enumerate(lines, 1):
            if line.rstrip() == '{':
                opened = number
            elif line.rstrip() == '}' and opened:
                yield path, opened, name_above(lines, opened), number - opened + 1
                opened = None


def name_above(lines, opened):
    """The name of the function whose body begins at that line."""
    for line in reversed(lines[max(0, opened - 20):opened - 1]):
        match = re.match(r'(\w+) \(', line)
        if match:
            return match[1]
    return 'a function'


def function_lengths(root):
    return [f'{path}:{first}: {name} has {length} lines; the limit is {MAX_FUNCTION_LINES}'
            for path, first, name, length in functions(root) if length > MAX_FUNCTION_LINES]


def long_functions(root):
    return [f'{path}:{first}: {name} has {length} lines'
            for path, first, name, length in functions(root) if LONG_FUNCTION_LINES < length <= MAX_FUNCTION_LINES]


def promises(root):
    complaints = []
    for path in house.files(root, CODE + ('.ui', '.css', '.build', '.md', '.xml', '.rdf', '.in', '.sql')):
        text = house.read(root, path)
        for match in PROMISES.finditer(text):
            complaints.append(f'{path}:{house.line_of(text, match.start())}: {match[1]}: do it, or leave it out')
    return complaints


def waits(root):
    """A test that sleeps is slow on a good day and fails on a bad one; a program that does is unresponsive."""
    complaints = []
    for path in house.files(root, ('.c', '.h')):
        text = house.without_comments(house.read(root, path), strings_too=True)
        for match in WAITS.finditer(text):
            complaints.append(f'{path}:{house.line_of(text, match.start())}: {match[1]}: wait for what happens instead')
    return complaints


HEAD = f'/* {LICENCE}\n *\n * A sample. */\n'


def body(lines):
    return HEAD + 'static void\nlong_winded (void)\n{\n' + '  work ();\n' * (lines - 2) + '}\n'


SAMPLES = [
    Sample('a shapeless name is refused', names, {'model/base/tl-text-utils.c': HEAD}, 'says nothing'),
    Sample('a name without prefix is refused', names, {'model/base/text.c': HEAD}, 'called tl-'),
    Sample('a good name is accepted', names, {'model/base/tl-text.c': HEAD, 'tests/test-text.c': HEAD}, None),
    Sample('C without a licence is refused', licences, {'app/tl-a.c': '#include "config.h"\n'}, 'begins without'),
    Sample('a script without a licence is refused', licences, {'tests/run': '#!/bin/sh\nset -u\n'}, 'begins without'),
    Sample('a script with a licence is accepted', licences, {'tests/run': f'#!/bin/sh\n# {LICENCE}\n'}, None),
    Sample('a line too long is refused', columns, {'app/tl-a.c': 'x' * 121 + '\n'}, r'tl-a\.c:1: 121 columns'),
    Sample('a line of the limit is accepted', columns, {'app/tl-a.c': 'ä' * 120 + '\n'}, None),
    Sample('a file too long is refused', file_lengths, {'ui/window/tl-a.c': '\n' * 601}, '601 lines'),
    Sample('a function over the limit is refused', function_lengths, {'app/tl-a.c': body(81)}, 'long_winded has 81'),
    Sample('a function of the limit is accepted', function_lengths, {'app/tl-a.c': body(80)}, None),
    Sample('a table is no function', function_lengths,
           {'app/tl-a.c': HEAD + 'static const int primes[] =\n{\n' + '  2,\n' * 100 + '};\n'}, None),
    Sample('a long function is noted', long_functions, {'app/tl-a.c': body(61)}, 'long_winded has 61'),
    Sample('a promise is refused', promises, {'app/tl-a.c': HEAD + '/* TO' + 'DO later */\n'}, r'tl-a\.c:4: TO' + 'DO'),
    Sample('a test that sleeps is refused', waits, {'tests/test-a.c': 'g_us' + 'leep (1);\n'}, 'wait for what happens'),
    Sample('a comment on sleeping is accepted', waits, {'tests/test-a.c': '/* no sl' + 'eep (1) here */\n'}, None),
]

CHECKS = {
    'every file is named after what is in it': names,
    'every source says its licence first': licences,
    'no line is too long': columns,
    'no file is too long': file_lengths,
    'no function is too long': function_lengths,
    'nothing is promised instead of done': promises,
    'nothing sleeps': waits,
}

if __name__ == '__main__':
    sys.exit(house.main(SAMPLES, CHECKS, notes=long_functions))
