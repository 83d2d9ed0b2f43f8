# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists exactly the files with strings for people, sorted; xgettext finds strings in each of them."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import house
from house import Sample

MARKED = re.compile(r'\b(?:_|N_|C_|NC_|g_dgettext|g_dngettext|g_dpgettext2?|ngettext|gettext) ?'
                    r'\((?:[A-Z_]+,)?\s*"')
TEMPLATE_STRING = re.compile(r'translatable="(?:yes|true|1)"')
DESKTOP_FILES = ('.desktop.in', '.metainfo.xml.in', '.mime.xml.in', '.gschema.xml')

# As the preset "glib" of meson's i18n module calls it.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')


def has_strings(root, path):
    if path.endswith(DESKTOP_FILES):
        return True
    if path.endswith('.ui'):
        return bool(TEMPLATE_STRING.search(house.read(root, path)))
    if path.endswith(('.c', '.h')):
        text = house.without_comments(house.read(root, path))
        return bool(MARKED.search(re.sub(r'^[ \t]*#.*', '', text, flags=re.M)))
    return False


def listed(root):
    if not os.path.isfile(os.path.join(root, 'po', 'POTFILES.in')):
        return []
    lines = house.read(root, 'po/POTFILES.in').split('\n')
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def listing(root):
    complaints = []
    present = [path for path in house.files(root) if not path.startswith('tests/') and has_strings(root, path)]
    names = listed(root)
    for path in present:
        if path not in names:
            complaints.append(f'po/POTFILES.in: {path} has strings for people but is not listed')
    for path in names:
        if path not in present:
            complaints.append(f'po/POTFILES.in: {path} is listed but has no strings for people')
    for before, after in zip(names, names[1:]):
        if before >= after:
            complaints.append(f'po/POTFILES.in: {after} stands after {before}; the list is sorted')
    return complaints


def extraction(root):
    """Every listed file yields strings, without a warning; what the pattern above misses is seen here."""
    if not shutil.which('xgettext'):
        raise house.Skip('xgettext is not installed')
    names = listed(root)
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'throughline.pot')
        run = subprocess.run(['xgettext', '--from-code=UTF-8', '--add-comments', f'--directory={root}', '--no-wrap',
                              f'--output={template}', *(f'--keyword={each}' for each in KEYWORDS), *names],
                             capture_output=True, text=True, check=False)
        text = house.read(folder, 'throughline.pot') if os.path.isfile(template) else ''
    complaints = [f'xgettext: {line}' for line in run.stderr.split('\n') if line.strip()]
    sources = {each.rsplit(':', 1)[0] for line in re.findall(r'^#: (.*)', text, re.M) for each in line.split()}
    complaints += [f'{name}: xgettext finds no string in it' for name in names if name not in sources]
    return complaints


def languages(root):
    """Every language named has a translation that msgfmt accepts, formats included."""
    if not shutil.which('msgfmt'):
        raise house.Skip('msgfmt is not installed')
    path = os.path.join(root, 'po', 'LINGUAS')
    if not os.path.isfile(path):
        return ['po/LINGUAS is missing']
    names = [word for line in house.read(root, 'po/LINGUAS').split('\n') for word in line.split('#')[0].split()]
    complaints = []
    for name in names:
        run = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', os.path.join(root, 'po', f'{name}.po')],
                             capture_output=True, text=True, check=False)
        if run.returncode:
            complaints.append(f'po/{name}.po: {run.stderr.strip()}')
    return complaints


CODE = '#include <glib/gi18n-lib.h>\nchar *\nhello (void)\n{\n  return _("Hello");\n}\n'
TEMPLATE = '<interface><object><property name="label" translatable="yes">A</property></object></interface>'


def tree(files, potfiles):
    return {**files, 'po/POTFILES.in': ''.join(f'{name}\n' for name in potfiles)}


SAMPLES = [
    Sample('a source that is not listed is found', listing, tree({'app/tl-a.c': CODE}, []), 'tl-a.c has strings'),
    Sample('a template that is not listed is found', listing, tree({'ui/window/tl-a.ui': TEMPLATE}, []), 'tl-a.ui has'),
    Sample('a launcher that is not listed is found', listing, tree({'data/a.desktop.in': ''}, []), 'a.desktop.in has'),
    Sample('a plural that is not listed is found', listing,
           tree({'app/tl-a.c': 'x = g_dngettext (NULL, "%u link", "%u links", n);\n'}, []), 'tl-a.c has strings'),
    Sample('a listed file without strings is found', listing, tree({'app/tl-a.c': ''}, ['app/tl-a.c']), 'but has no'),
    Sample('a listed file that is gone is found', listing, tree({}, ['app/tl-a.c']), 'but has no strings'),
    Sample('a list out of order is found', listing,
           tree({'app/tl-a.c': CODE, 'app/tl-b.c': CODE}, ['app/tl-b.c', 'app/tl-a.c']), 'is sorted'),
    Sample('a good list is accepted', listing,
           tree({'app/tl-a.c': CODE, 'app/tl-b.c': '/* _("no") */\n#define _(x) x\n'}, ['app/tl-a.c']), None),
    Sample('a file in which xgettext finds nothing is found', extraction,
           tree({'app/tl-a.c': 'x = gettext_of (A);\n'}, ['app/tl-a.c']), 'finds no string'),
    Sample('a language without a translation is found', languages, {'po/LINGUAS': 'cy\n'}, 'cy.po'),
    Sample('a translation with another format is found', languages,
           {'po/LINGUAS': 'cy\n', 'po/cy.po': 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            '#, c-format\nmsgid "%d links"\nmsgstr "%s dolen"\n'}, 'cy.po'),
]

CHECKS = {
    'the list names exactly the files with strings': listing,
    'xgettext finds strings in every file of the list': extraction,
    'every translation is well formed': languages,
}

if __name__ == '__main__':
    sys.exit(house.main(SAMPLES, CHECKS))
