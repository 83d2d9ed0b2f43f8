# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of learning records as boards send them: most are sound, one comes twice, one in an older and one in a later
revision, many in a zip, and some files are no records at all. It knows what a receipt must say of it."""

import glob
import json
import os
import re
import subprocess
import zipfile

REVIEWS = 300
SEED = 7
IN_ZIP = 40

FIRST_REVISION = 'revision="1"'
SECOND_REVISION = 'revision="2"'

# What each file that can't be taken in is made of, from the text of a sound one, and how the reason begins.
BROKEN = {
    'cut short.xml': (lambda text: text[:len(text) // 2], 'Line '),
    'empty.xml': (lambda text: '', 'Line 1: The file is not well-formed XML'),
    'for the board.xml': (lambda text: text.replace('tier="learning"', 'tier="board"', 1),
                          'This is a file of the tier “board”.'),
    'minutes of a meeting.xml': (lambda text: '<minutes/>', 'Line 1: This is not a Throughline review.'),
    'of another method.xml': (lambda text: re.sub('(<factor [^>]*level=")', r'\1moon_', text, count=1), 'Line '),
    'tomorrow’s typology.xml': (lambda text: text.replace('national-1="1.0"', 'national-1="9.0"', 1),
                                'Line 2: The file uses version 9.0 of the typology “national-1”'),
    'not a zip.zip': (lambda text: 'What was in the post', 'The file is not a zip'),
}


class LibraryFolder:
    """Made by the program `corpus`; `key` says what can be found in the sound records."""

    def __init__(self, corpus, path):
        self.path = path
        subprocess.run([corpus, '--reviews', str(REVIEWS), '--seed', str(SEED), path], check=True)
        with open(self.inside('key.json'), encoding='utf-8') as file:
            self.key = json.load(file)
        records = sorted(os.path.basename(name) for name in glob.glob(self.inside('*.xml')))
        self.pack(records[:IN_ZIP], 'sent together.zip')
        loose = records[IN_ZIP:]
        self.write('a copy.xml', self.read(loose[0]))
        self.write('z, a later export.xml', self.read(loose[1]).replace(FIRST_REVISION, SECOND_REVISION, 1))
        self.write('z, an earlier export.xml', self.read(loose[2]))
        self.write(loose[2], self.read(loose[2]).replace(FIRST_REVISION, SECOND_REVISION, 1))
        for name, (spoil, _) in BROKEN.items():
            self.write(name, spoil(self.read(loose[3])))
        self.write('readme.txt', 'No record, and not to be told of.')

    def inside(self, name):
        return os.path.join(self.path, name)

    def read(self, name):
        with open(self.inside(name), encoding='utf-8') as file:
            return file.read()

    def write(self, name, text):
        with open(self.inside(name), 'w', encoding='utf-8') as file:
            file.write(text)

    def pack(self, names, zip_name):
        """Puts files into a zip, where they are from then on."""
        with zipfile.ZipFile(self.inside(zip_name), 'w', zipfile.ZIP_DEFLATED) as package:
            for name in names:
                package.write(self.inside(name), name)
        for name in names:
            os.remove(self.inside(name))

    def receipt(self):
        """The numbers under the words that the receipt has for them."""
        return {'Added': REVIEWS, 'Superseded': 1, 'Older': 1, 'Unchanged': 1, 'Quarantined': len(BROKEN)}
