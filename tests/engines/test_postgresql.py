#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office that outgrows one computer: a dumped library, loaded into a real PostgreSQL, gives the same answers.

    tests/engines/test_postgresql.py CLI

The server is the test's own: made in a temporary folder, reached by a socket there, gone at the end. Where PostgreSQL
is not installed nothing is tested, and that is said.
"""

import contextlib
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

THEMES = """
SELECT under.above, count(DISTINCT coding.review)
FROM coding JOIN code_under AS under ON under.code = coding.code
WHERE coding.tagged = 1 GROUP BY under.above
"""


def find_server():
    """The folder of PostgreSQL's programs, or None; Debian keeps them out of the path."""
    initdb = shutil.which('initdb')
    folders = [os.path.dirname(os.path.realpath(initdb))] if initdb else []
    folders += sorted(glob.glob('/usr/lib/postgresql/*/bin'), reverse=True)
    return next((folder for folder in folders
                 if all(os.path.exists(os.path.join(folder, name)) for name in ('initdb', 'pg_ctl', 'psql'))), None)


class Server:
    """A PostgreSQL of one's own. It refuses to run as root, so root becomes nobody for it."""

    def __init__(self, programs, folder):
        self.programs = programs
        self.folder = folder
        self.data = os.path.join(folder, 'data')
        self.lower = []
        if os.geteuid() == 0:
            self.lower = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups']
            shutil.chown(folder, 'nobody', 'nogroup')
            os.chmod(folder, 0o755)

    def run(self, program, *arguments, **options):
        command = [*self.lower, os.path.join(self.programs, program), *arguments]
        return subprocess.run(command, cwd=self.folder, env={**os.environ, 'LC_ALL': 'C.UTF-8'}, check=True, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **options).stdout

    def __enter__(self):
        self.run('initdb', '-D', self.data, '-U', 'throughline', '-A', 'trust', '--no-sync')
        self.run('pg_ctl', '-D', self.data, '-w', '-l', os.path.join(self.folder, 'log'),
                 '-o', f"-c listen_addresses='' -c fsync=off -k {self.folder}", 'start')
        return self

    def __exit__(self, *_):
        self.run('pg_ctl', '-D', self.data, '-m', 'immediate', 'stop')

    def psql(self, database, *arguments):
        return self.run('psql', '-h', self.folder, '-U', 'throughline', '-d', database, '-X', '-q', '-A', '-t',
                        '-v', 'ON_ERROR_STOP=1', *arguments)

    def rows(self, database, sql):
        return [tuple(line.split('|')) for line in self.psql(database, '-c', sql).splitlines()]


class Library:
    """The sample's library, as the command line answers for it."""

    def __init__(self, cli, folder):
        self.cli = cli
        self.folder = folder
        self.run('tour', folder)
        self.path = os.path.join(folder, 'national.tllibrary')

    def run(self, *arguments):
        return subprocess.run([self.cli, *arguments], check=True, text=True, stdout=subprocess.PIPE).stdout

    def ask(self, *question):
        return json.loads(self.run('library', *question, '--json'))

    def dump(self, form, name):
        path = os.path.join(self.folder, name)
        self.run('library', 'dump', self.path, '--format', form, '-o', path)
        return path


def readable(path):
    """Lets the server's user read what was dumped."""
    for place, _, files in os.walk(path):
        os.chmod(place, 0o755)
        for name in files:
            os.chmod(os.path.join(place, name), 0o644)
    if os.path.isfile(path):
        os.chmod(path, 0o644)
    return path


def load_tables(server, database, folder):
    server.psql(database, '-f', os.path.join(folder, 'schema.sql'))
    for path in sorted(glob.glob(os.path.join(folder, '*.csv'))):
        table = os.path.splitext(os.path.basename(path))[0]
        server.psql(database, '-c', f'\\copy "{table}" FROM \'{path}\' WITH (FORMAT csv, HEADER)')


def themes_are_the_same(server, library, database):
    counted = {code: int(reviews) for code, reviews in server.rows(database, THEMES)}
    said = [theme for typology in ('national-1', 'journey-1')
            for theme in library.ask('themes', library.path, '--typology', typology, '--internal')['themes']]
    assert len(counted) > 50, f'only {len(counted)} codes were loaded'
    for theme in said:
        assert counted.get(theme['code'], 0) == theme['reviews'], theme


def both_formats_hold_the_same(server, library, _):
    names = [name for name, in server.rows('from_sql', "SELECT table_name FROM information_schema.tables "
                                                       "WHERE table_schema = 'public' ORDER BY 1")]
    assert len(names) > 20, names
    for name in names:
        rows = f'SELECT t::text FROM "{name}" AS t ORDER BY 1'
        assert server.psql('from_sql', '-c', rows) == server.psql('from_csv', '-c', rows), name


TESTS = (
    ('/engines/postgresql/themes-of-the-statements-are-the-same', themes_are_the_same, 'from_sql'),
    ('/engines/postgresql/themes-of-the-tables-are-the-same', themes_are_the_same, 'from_csv'),
    ('/engines/postgresql/both-formats-hold-the-same', both_formats_hold_the_same, None),
)


def main(cli):
    programs = find_server()
    print(f'1..{len(TESTS)}', flush=True)
    if programs is None:
        for i, (name, _, _) in enumerate(TESTS, 1):
            print(f'ok {i} {name} # SKIP PostgreSQL is not installed')
        return 0

    failed = 0
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix='throughline-engine-'))
        library = Library(cli, stack.enter_context(tempfile.TemporaryDirectory(prefix='throughline-library-')))
        os.chmod(library.folder, 0o755)
        server = stack.enter_context(Server(programs, folder))
        for database in ('from_sql', 'from_csv'):
            server.psql('postgres', '-c', f'CREATE DATABASE {database}')
        server.psql('from_sql', '-1', '-f', readable(library.dump('sql', 'library.sql')))
        load_tables(server, 'from_csv', readable(library.dump('csv', 'tables')))
        for i, (name, test, database) in enumerate(TESTS, 1):
            try:
                test(server, library, database)
                print(f'ok {i} {name}', flush=True)
            except AssertionError as error:
                failed += 1
                print(f'not ok {i} {name}\n# {error}', flush=True)
    return failed > 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
