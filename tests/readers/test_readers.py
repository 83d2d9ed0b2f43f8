# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports as other programs see them: axe-core in a browser, a validator of HTML, LibreOffice.

These are too heavy for a bare machine. Where one is missing its tests are skipped with its name. Packages of npm
(axe-core, puppeteer-core, html-validate) are looked for in the folder TL_NODE_MODULES, or where `npm root -g` says.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

KINDS = ('board', 'summary', 'annual', 'learning')

# What a reader of text takes an ODT apart into must hold this.
SENTENCE = 'Counting days to the end of an assessment'


class Missing(Exception):
    """A program that a test needs is not installed."""


def program(*names):
    for name in names:
        path = shutil.which(name)
        if path:
            return path
    raise Missing(f'{names[0]} is not installed')


def node_package(name):
    """The folder of packages in which @name lies."""
    folders = [os.environ.get('TL_NODE_MODULES')]
    if shutil.which('npm'):
        folders.append(subprocess.run(['npm', 'root', '-g'], capture_output=True, text=True).stdout.strip())
    for folder in folders:
        if folder and os.path.isdir(os.path.join(folder, name)):
            return folder
    raise Missing(f'{name} of npm is not installed; TL_NODE_MODULES may name its folder')


class Readers:
    def __init__(self, cli, source, folder):
        self.cli, self.source, self.folder = cli, source, folder
        self.review = os.path.join(folder, 'sample.throughline')
        sample = os.path.join(source, 'data', 'samples', 'fictional-review.xml')
        self.run(cli, 'import', sample, '-o', self.review)

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, timeout=240)
        assert done.returncode == 0, f'{" ".join(command)}: {done.stdout[-2000:]}{done.stderr[-2000:]}'
        return done.stdout

    def report(self, kind, form, tier='board'):
        path = os.path.join(self.folder, f'{kind}-{tier}.{form}')
        self.run(self.cli, 'export', self.review, '--as', form, '--report', kind, '--tier', tier, '-o', path)
        return path

    def accessible(self, kind):
        node, browser = program('node'), program('chromium', 'chromium-browser', 'google-chrome')
        modules = node_package('puppeteer-core')
        node_package('axe-core')
        script = os.path.join(self.source, 'tests', 'readers', 'look-at-page.cjs')
        for look in json.loads(self.run(node, script, modules, browser, self.report(kind, 'html'))):
            assert look['violations'] == [], look
            assert look['passes'] > 10, look
            assert look['surplus'] <= 0, look

    def valid(self, kind):
        node = program('node')
        script = os.path.join(node_package('html-validate'), 'html-validate', 'bin', 'html-validate.mjs')
        rules = os.path.join(self.folder, '.htmlvalidate.json')
        with open(rules, 'w', encoding='utf-8') as file:
            # How long a title is, is the reviewers' business.
            json.dump({'root': True, 'extends': ['html-validate:recommended'], 'rules': {'long-title': 'off'}}, file)
        self.run(node, script, '--config', rules, self.report(kind, 'html'))
        self.run(node, script, '--config', rules, self.report(kind, 'html', 'public'))

    def opens(self, kind):
        office, text = program('soffice', 'libreoffice'), program('pdftotext')
        odt = self.report(kind, 'odt')
        profile = f'-env:UserInstallation=file://{self.folder}/office'
        self.run(office, profile, '--headless', '--convert-to', 'pdf', '--outdir', self.folder, odt)
        pages = self.run(text, odt[:-len('odt')] + 'pdf', '-')
        assert SENTENCE in ' '.join(pages.split()), pages[:500]


def main():
    cli, source = map(os.path.abspath, sys.argv[1:])
    tests = [(f'{what} {kind}', check, kind) for kind in KINDS
             for what, check in (('nothing is in the way of anybody in', Readers.accessible),
                                 ('a validator of HTML takes', Readers.valid),
                                 ('LibreOffice opens', Readers.opens))]
    failed = False

    print(f'1..{len(tests)}')
    with tempfile.TemporaryDirectory() as folder:
        readers = Readers(cli, source, folder)
        for number, (name, check, kind) in enumerate(tests, 1):
            try:
                check(readers, kind)
                print(f'ok {number} - {name}', flush=True)
            except Missing as missing:
                print(f'ok {number} - {name} # SKIP {missing}', flush=True)
            except AssertionError as fault:
                failed = True
                print(f'not ok {number} - {name}', flush=True)
                print('# ' + str(fault).replace('\n', '\n# '), flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
