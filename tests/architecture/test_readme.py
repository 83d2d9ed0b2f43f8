# SPDX-License-Identifier: GPL-3.0-or-later
"""What the README files name is there: paths in the tree, links, pictures."""

import glob
import os
import re
import sys

import house
from house import Sample

PATH = re.compile(r'`((?:app|model|ui|data|po|tests|\.ci)/[^`\s]*)')
LINK = re.compile(r'\]\((?!https?:)([^)#\s]+)')


def named_paths(root):
    complaints = []
    for readme in house.files(root, '.md'):
        text = house.read(root, readme)
        folder = os.path.dirname(readme)
        named = [(match, match[1]) for match in PATH.finditer(text)]
        named += [(match, os.path.join(folder, match[1])) for match in LINK.finditer(text)]
        for match, path in named:
            if not glob.glob(os.path.join(root, path)):
                complaints.append(f'{readme}:{house.line_of(text, match.start())}: {path} is not there')
    return complaints


SAMPLES = [
    Sample('a path that is not there is found', named_paths, {'README.md': 'Read\n`model/tl-gone.h`.\n'}, ':2: model'),
    Sample('a picture that is not there is found', named_paths, {'README.md': '![A](data/gone.png)\n'}, 'gone.png'),
    Sample('a pattern nothing fits is found', named_paths, {'model/README.md': '`model/gone/tl-*.c`\n'}, 'tl-'),
    Sample('what is there is accepted', named_paths,
           {'README.md': '`tests/run --asan`, `model/base/tl-*.h`, [a](COPYING), [b](https://example.org)\n',
            'tests/run': '', 'model/base/tl-id.h': '', 'COPYING': ''}, None),
]

if __name__ == '__main__':
    sys.exit(house.main(SAMPLES, {'what the README files name is there': named_paths}))
