# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that a desktop reads are valid and agree with each other and with the code."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import house
from house import Sample

ID = 'io.github.throughline.Throughline'
LAUNCHER = f'data/{ID}.desktop.in'
DESCRIPTION = f'data/{ID}.metainfo.xml.in'
SETTINGS = f'data/{ID}.gschema.xml'
FILE_TYPES = f'data/{ID}.mime.xml.in'
ICONS = (f'data/icons/hicolor/scalable/apps/{ID}.svg', f'data/icons/hicolor/symbolic/apps/{ID}-symbolic.svg')
SCHEMA_HEADER = 'model/store/tl-schema.h'


# There is no home page to name; newer versions of appstreamcli would like one.
NOT_WANTED = 'url-homepage-missing'


def judged(root, path, command, name):
    """What a validator says to a copy of a file under the name it is installed as, and its exit status."""
    if not shutil.which(command[0]):
        raise house.Skip(f'{command[0]} is not installed')
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, name)
        shutil.copyfile(os.path.join(root, path), copy)
        run = subprocess.run([part.format(file=copy, folder=folder) for part in command],
                             capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).strip().replace(folder, ''), run.returncode


def validate(root, path, command, name):
    said, status = judged(root, path, command, name)
    if status or re.search(r'\b(error|warning)\b', said, re.I):
        return [f'{path}: {said or "refused"}']
    return []


def launcher(root):
    return validate(root, LAUNCHER, ['desktop-file-validate', '{file}'], f'{ID}.desktop')


def description(root):
    said, status = judged(root, DESCRIPTION, ['appstreamcli', 'validate', '--no-net', '{file}'], f'{ID}.metainfo.xml')
    faults = [line.strip() for line in said.split('\n') if re.match(r'\s*[EW]: ', line)]
    complaints = [f'{DESCRIPTION}: {fault}' for fault in faults if NOT_WANTED not in fault]
    if status and not faults:
        complaints.append(f'{DESCRIPTION}: {said or "refused"}')
    return complaints


def settings(root):
    return validate(root, SETTINGS, ['glib-compile-schemas', '--strict', '--dry-run', '{folder}'], f'{ID}.gschema.xml')


def file_types(root):
    """Compiles the file types for itself and asks what came of them."""
    if not shutil.which('update-mime-database'):
        raise house.Skip('update-mime-database is not installed')
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, 'packages'))
        shutil.copyfile(os.path.join(root, FILE_TYPES), os.path.join(folder, 'packages', f'{ID}.xml'))
        run = subprocess.run(['update-mime-database', folder], capture_output=True, text=True, check=False)
        globs = os.path.join(folder, 'globs2')
        compiled = house.read(folder, 'globs2') if os.path.isfile(globs) else ''
    complaints = [f'{FILE_TYPES}: {line}' for line in run.stderr.split('\n') if ID in line or 'rror' in line]
    for kind, glob in (('review', '*.throughline'), ('library', '*.tllibrary')):
        if f'application/x-throughline-{kind}:{glob}' not in compiled:
            complaints.append(f'{FILE_TYPES}: {glob} is not recognised as a {kind}')
    return complaints


def resources(root):
    """Every resource list and everything XML in it is well formed, and every file it names is there once."""
    complaints = []
    for path in house.files(root, ('.gresource.xml', '.ui', '.svg')):
        try:
            document = xml.etree.ElementTree.parse(os.path.join(root, path))
        except xml.etree.ElementTree.ParseError as error:
            complaints.append(f'{path}: {error}')
            continue
        if not path.endswith('.gresource.xml'):
            continue
        folder = os.path.dirname(path)
        names = [element.text.strip() for element in document.iter('file')]
        for name in names:
            if not os.path.isfile(os.path.join(root, folder, name)):
                complaints.append(f'{path}: {name} is not there')
            if names.count(name) > 1:
                complaints.append(f'{path}: {name} is listed twice')
    return complaints


def agreement(root):
    """One application id, the same file types in launcher, description and definition, the file's own mark as in C."""
    complaints = [f'{path} is missing' for path in (LAUNCHER, DESCRIPTION, SETTINGS, FILE_TYPES, *ICONS, 'meson.build')
                  if not os.path.isfile(os.path.join(root, path))]
    if complaints:
        return complaints

    for path, phrase in ((LAUNCHER, f'\nIcon={ID}\n'), (DESCRIPTION, f'<id>{ID}</id>'),
                         (DESCRIPTION, f'>{ID}.desktop</launchable>'), (SETTINGS, f'<schema id="{ID}"'),
                         ('meson.build', f"application_id = '{ID}'")):
        if phrase not in house.read(root, path):
            complaints.append(f'{path}: says nowhere {phrase.strip()}')

    defined = set(re.findall(r'<mime-type type="([^"]+)"', house.read(root, FILE_TYPES)))
    opened = set(re.search(r'^MimeType=(.*)$', house.read(root, LAUNCHER), re.M)[1].strip(';').split(';'))
    described = set(re.findall(r'<mediatype>([^<]+)', house.read(root, DESCRIPTION)))
    for path, found in ((LAUNCHER, opened), (DESCRIPTION, described)):
        if found != defined:
            complaints.append(f'{path}: has the file types {sorted(found)}, defined are {sorted(defined)}')

    version = re.search(r"^  version: '([^']+)'", house.read(root, 'meson.build'), re.M)
    if version and f'<release version="{version[1]}"' not in house.read(root, DESCRIPTION):
        complaints.append(f'{DESCRIPTION}: knows nothing of the release {version[1]}')

    if os.path.isfile(os.path.join(root, SCHEMA_HEADER)):
        mark = re.search(r'TL_SCHEMA_APPLICATION_ID 0x([0-9a-fA-F]{8})', house.read(root, SCHEMA_HEADER))
        text = bytes.fromhex(mark[1]).decode('latin-1') if mark else None
        if not text or f'offset="68" value="{text}"' not in house.read(root, FILE_TYPES):
            complaints.append(f'{FILE_TYPES}: the mark at offset 68 is not the one in {SCHEMA_HEADER} ({text})')
    return complaints


GOOD = {
    LAUNCHER: f'[Desktop Entry]\nType=Application\nName=A\nIcon={ID}\nExec=a\nMimeType=a/b;\n',
    DESCRIPTION: f'<id>{ID}</id><launchable>{ID}.desktop</launchable><mediatype>a/b</mediatype>'
                 '<release version="1.0" date="2011-05-10"/>',
    SETTINGS: f'<schemalist><schema id="{ID}" path="/a/"><key name="a" type="s"><default>""</default></key></schema>'
              '</schemalist>',
    FILE_TYPES: '<mime-type type="a/b"><match offset="68" value="TLrv"/></mime-type>',
    ICONS[0]: '<svg/>',
    ICONS[1]: '<svg/>',
    'meson.build': f"project('a', 'c',\n  version: '1.0',\n)\napplication_id = '{ID}'\n",
    SCHEMA_HEADER: '#define TL_SCHEMA_APPLICATION_ID 0x544c7276\n',
}


def spoilt(path, old, new):
    return {**GOOD, path: GOOD[path].replace(old, new)}


def without(path):
    return {each: text for each, text in GOOD.items() if each != path}


SAMPLES = [
    Sample('a launcher without a type is refused', launcher, spoilt(LAUNCHER, 'Type=Application\n', ''), 'desktop'),
    Sample('a description that is no component is refused', description, GOOD, 'metainfo'),
    Sample('a setting without a default is refused', settings,
           spoilt(SETTINGS, '<default>""</default>', ''), 'gschema'),
    Sample('good settings are accepted', settings, GOOD, None),
    Sample('file types without our endings are refused', file_types, GOOD, 'not recognised as a review'),
    Sample('a template that is not well formed is refused', resources, {'ui/canvas/a.ui': '<interface>'}, r'a\.ui'),
    Sample('a resource that is not there is refused', resources,
           {'ui/a.gresource.xml': '<gresources><gresource><file>a.ui</file></gresource></gresources>'}, 'is not there'),
    Sample('a good set of files is accepted', agreement, GOOD, None),
    Sample('a missing icon is found', agreement, without(ICONS[1]), 'symbolic.svg is missing'),
    Sample('another icon is found', agreement, spoilt(LAUNCHER, f'Icon={ID}', 'Icon=a'), 'says nowhere Icon'),
    Sample('a file type that nobody defines is found', agreement, spoilt(LAUNCHER, 'a/b', 'a/c'), 'file types'),
    Sample('a release without description is found', agreement, spoilt('meson.build', '1.0', '1.1'), 'release 1.1'),
    Sample('another mark in the file is found', agreement, spoilt(FILE_TYPES, 'TLrv', 'TLxx'), 'mark at offset 68'),
]

CHECKS = {
    'the launcher is valid': launcher,
    'the description for software centres is valid': description,
    'the settings are valid': settings,
    'the file types are recognised': file_types,
    'every resource is there and well formed': resources,
    'all of them agree': agreement,
}

if __name__ == '__main__':
    sys.exit(house.main(SAMPLES, CHECKS))
