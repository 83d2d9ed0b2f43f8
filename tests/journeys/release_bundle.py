# SPDX-License-Identifier: GPL-3.0-or-later
"""What a release put into a folder, as other programs read it: a page, a document and a CSV of each table."""

import csv
import html.parser
import os
import shutil
import subprocess
import xml.etree.ElementTree
import zipfile

from journey import Missing

OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
ODT = b'application/vnd.oasis.opendocument.text'


def program(*names):
    for name in names:
        path = shutil.which(name)
        if path:
            return path
    raise Missing(f'{names[0]} is not installed')


def squeeze(text):
    return ' '.join(text.split())


class Tables(html.parser.HTMLParser):
    """The rows of all tables of a page, and which elements were not closed as they were opened."""

    EMPTY = {'meta', 'link', 'br', 'hr', 'img', 'col', 'input'}

    def __init__(self):
        super().__init__()
        self.rows, self.open, self.faults, self.cell = [], [], [], None

    def handle_starttag(self, tag, attrs):
        if tag in self.EMPTY:
            return
        self.open.append(tag)
        if tag == 'tr':
            self.rows.append([])
        if tag in ('td', 'th'):
            self.cell = []

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)
        if tag in ('td', 'th'):
            self.rows[-1].append(squeeze(''.join(self.cell)))
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)


class ReleaseBundle:
    def __init__(self, path):
        self.path = path

    def inside(self, name):
        return os.path.join(self.path, name)

    def read_csv(self, name):
        with open(self.inside(name), encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file))

    def rows_of_page(self):
        with open(self.inside('release.html'), encoding='utf-8') as file:
            return self.rows_of(file.read())

    @staticmethod
    def rows_of(page):
        tables = Tables()
        tables.feed(page)
        tables.close()
        assert not tables.faults and not tables.open, (tables.faults, tables.open)
        return tables.rows

    def rows_of_document(self):
        """From the package itself, of which a reader tells by its first entry what it is."""
        with zipfile.ZipFile(self.inside('release.odt')) as package:
            first = package.infolist()[0]
            assert first.filename == 'mimetype' and first.compress_type == zipfile.ZIP_STORED, first
            assert package.read('mimetype') == ODT
            assert package.testzip() is None
            content = xml.etree.ElementTree.fromstring(package.read('content.xml'))
        return [[squeeze(''.join(cell.itertext())) for cell in row.findall(f'{OFFICE}table-cell')]
                for row in content.iter(f'{OFFICE}table-row')]

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.path, timeout=120)
        assert done.returncode == 0, f'{" ".join(command)}: {done.stdout[-1000:]}{done.stderr[-1000:]}'
        return done.stdout

    def text_in_browser(self, folder):
        """What a browser shows of the page, as it prints it."""
        browser, text = program('chromium', 'chromium-browser', 'google-chrome'), program('pdftotext')
        printed = os.path.join(folder, 'page.pdf')
        self.run(browser, '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={folder}/browser',
                 f'--print-to-pdf={printed}', f'file://{self.inside("release.html")}')
        return squeeze(self.run(text, '-layout', printed, '-'))

    def text_in_office(self, folder):
        """What LibreOffice reads in the document."""
        office = program('soffice', 'libreoffice')
        self.run(office, f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'txt:Text',
                 '--outdir', folder, self.inside('release.odt'))
        with open(os.path.join(folder, 'release.txt'), encoding='utf-8-sig') as file:
            return squeeze(file.read())
