# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. The two tables below are the picture of the house in README.md and model/README.md."""

import os
import re
import sys

import house
from house import Sample

# The rooms of model/, highest first. A room sees itself and the rooms on lower lines, never its neighbours on the line.
ROOMS = (
    ('releases',),
    ('questions',),
    ('library',),
    ('report',),
    ('exchange',),
    ('picture',),
    ('checks', 'compare'),
    ('layout', 'disclosure'),
    ('case',),
    ('review',),
    ('method', 'typology', 'words', 'terms'),
    ('store',),
    ('record',),
    ('document',),
    ('base',),
)

# Rooms that work on plain arrays and see nobody's records.
SOLITARY = ('layout', 'disclosure')
SOLITARY_MAY_SEE = ('base',)

# The areas of ui/. An area sees itself, the shared ones and the model; window/ sees them all, for there they meet.
AREAS = ('window', 'canvas', 'outline', 'narrative', 'evidence', 'inspector', 'typology', 'findings', 'board', 'checks',
         'history', 'library', 'search', 'charts', 'dialogs', 'fields', 'widgets')

# What every area may use, highest first; each sees those after it.
SHARED = ('fields', 'widgets')

TOOLKIT = re.compile(r'(gtk|gdk|gsk|adwaita)\b')
BELOW_THE_MODEL = re.compile(r'(sqlite3\.h|libxml/|libxslt/|archive\.h|archive_entry\.h|roaring/)')
GENERATED = re.compile(r'(^|/)(config\.h|[a-z-]+-(resources|enums)\.h)$')

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.M)


def allowed_rooms(room):
    if room in SOLITARY:
        return {room, *SOLITARY_MAY_SEE}
    line = next(i for i, rooms in enumerate(ROOMS) if room in rooms)
    return {room}.union(*ROOMS[line + 1:])


def model_fault(room, header):
    """What is wrong with a project header in a file of model/room, or None."""
    parts = header.split('/')
    if parts[0] != 'model':
        return 'the model knows neither the windows nor the programs'
    if parts[1] not in allowed_rooms(room):
        return f'{room}/ may see only itself and {", ".join(sorted(allowed_rooms(room) - {room})) or "nobody"}'
    return None


def ui_fault(area, header):
    """What is wrong with a project header in a file of ui/area, or None."""
    parts = header.split('/')
    if parts[0] == 'app':
        return 'a window does not know the program it is part of'
    if parts[0] == 'model':
        return 'a view sees records, lists and verbs, not the store' if parts[1] == 'store' else None
    shared = SHARED[SHARED.index(area):] if area in SHARED else SHARED
    if area == 'window' or parts[1] in (area, *shared):
        return None
    return f'{area}/ includes the area {parts[1]}/; areas meet in window/'


def own_header_fault(path, header):
    """What is wrong with a project header, wherever in app/, model/ or ui/ it is included, or None."""
    where, what = path.split('/'), header.split('/')
    if header.endswith('-private.h') and os.path.dirname(path) != os.path.dirname(header):
        return 'a private header is for its own folder'
    if where[0] == 'model':
        return model_fault(where[1], header)
    if where[0] == 'ui':
        return ui_fault(where[1], header)
    if is_cli(path) and what[0] == 'ui':
        return 'the command line has no windows'
    return None


def library_fault(path, header):
    """What is wrong with a header of a library below us, or None."""
    if TOOLKIT.match(header) and (path.startswith('model/') or is_cli(path)):
        return 'no GTK here'
    if BELOW_THE_MODEL.match(header) and path.startswith('ui/'):
        return 'files and databases are the business of the model'
    return None


def is_cli(path):
    return path.startswith('app/cli/') or os.path.basename(path).startswith('tl-cli') \
        or path.startswith('app/throughline-cli')


def homeless(path):
    """Why a source has no right place, or None."""
    parts = path.split('/')
    if parts[0] == 'model' and (len(parts) != 3 or not any(parts[1] in rooms for rooms in ROOMS)):
        return 'is in no room of the model; the rooms are listed in tests/architecture/test_includes.py'
    if parts[0] == 'ui' and (len(parts) != 3 or parts[1] not in AREAS):
        return 'is in no area of ui/; the areas are listed in tests/architecture/test_includes.py'
    return None


def includes(root):
    complaints = []
    for path in house.files(root, ('.c', '.h')):
        if not path.startswith(('app/', 'model/', 'ui/')):
            continue
        if homeless(path):
            complaints.append(f'{path}: {homeless(path)}')
            continue
        text = house.without_comments(house.read(root, path))
        for match in INCLUDE.finditer(text):
            own, library = match[1], match[2]
            if library:
                fault = library_fault(path, library)
            elif GENERATED.search(own):
                fault = None
            elif not own.startswith(('app/', 'model/', 'ui/')) or not os.path.isfile(os.path.join(root, own)):
                fault = 'name a header from the root, as it is found there'
            else:
                fault = own_header_fault(path, own)
            if fault:
                complaints.append(f'{path}:{house.line_of(text, match.start())}: includes {own or library}: {fault}')
    return complaints


def sample(name, path, include, fault, header=None):
    """A tree of one source with one include, and the header where it is our own."""
    tree = {path: f'/* a source */\n#include {include}\n'}
    own = header or include.strip('"')
    if include.startswith('"'):
        tree[own] = ''
    return Sample(name, includes, tree, fault)


SAMPLES = [
    sample('the model may not include GTK', 'model/review/tl-a.c', '<gtk/gtk.h>', r'tl-a\.c:2: .*no GTK'),
    sample('the model may not include libadwaita', 'model/base/tl-a.h', '<adwaita.h>', 'no GTK'),
    sample('the model may not include a window', 'model/review/tl-a.c', '"ui/window/tl-b.h"', 'neither the windows'),
    sample('the model may not include a program', 'model/review/tl-a.c', '"app/tl-b.h"', 'neither the windows'),
    sample('a room may not include a higher room', 'model/store/tl-a.c', '"model/review/tl-b.h"', 'store/ may see'),
    sample('a room may not include its neighbour', 'model/checks/tl-a.c', '"model/compare/tl-b.h"', 'checks/ may see'),
    sample('layout sees no records', 'model/layout/tl-a.c', '"model/record/tl-b.h"', 'layout/ may see only'),
    sample('a private header stays in its folder', 'model/store/tl-a.c', '"model/record/tl-b-private.h"', 'private'),
    sample('an unknown room is refused', 'model/stuff/tl-a.c', '<glib.h>', 'in no room'),
    sample('an unknown area is refused', 'ui/stuff/tl-a.c', '<glib.h>', 'in no area'),
    sample('an area may not include another', 'ui/canvas/tl-a.c', '"ui/inspector/tl-b.h"', 'areas meet in window/'),
    sample('widgets may not include an area', 'ui/widgets/tl-a.c', '"ui/canvas/tl-b.h"', 'areas meet in window/'),
    sample('a view may not include the store', 'ui/history/tl-a.c', '"model/store/tl-b.h"', 'not the store'),
    sample('a view may not include SQLite', 'ui/history/tl-a.c', '<sqlite3.h>', 'business of the model'),
    sample('a view may not include libxml2', 'ui/history/tl-a.c', '<libxml/tree.h>', 'business of the model'),
    sample('a window may not include the program', 'ui/window/tl-a.c', '"app/tl-b.h"', 'does not know the program'),
    sample('the command line may not include GTK', 'app/tl-cli-a.c', '<gtk/gtk.h>', 'no GTK'),
    sample('a header is named from the root', 'model/base/tl-a.c', '"tl-a.h"', 'from the root', 'model/base/tl-a.h'),
    sample('a header has to exist', 'model/base/tl-a.c', '"model/base/tl-no.h"', 'as it is found', 'model/base/tl-a.h'),
    sample('a comment includes nothing', 'model/base/tl-a.c', '<glib.h> /*\n#include <gtk/gtk.h>\n*/', None),
    sample('a room includes a lower room', 'model/review/tl-a.c', '"model/store/tl-b.h"', None),
    sample('window/ includes every area', 'ui/window/tl-a.c', '"ui/canvas/tl-b.h"', None),
    sample('widgets may not include fields', 'ui/widgets/tl-a.c', '"ui/fields/tl-b.h"', 'areas meet in window/'),
    sample('an area includes widgets/', 'ui/canvas/tl-a.c', '"ui/widgets/tl-b.h"', None),
    sample('an area includes fields/', 'ui/canvas/tl-a.c', '"ui/fields/tl-b.h"', None),
    sample('the generated configuration is no fault', 'model/base/tl-a.c', '"config.h"', None),
]

if __name__ == '__main__':
    sys.exit(house.main(SAMPLES, {'every include is allowed': includes}))
