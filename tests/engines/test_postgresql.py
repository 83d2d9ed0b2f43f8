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
import xml.etree.ElementTree

THEMES = """
SELECT under.above, count(DISTINCT coding.review)
FROM coding JOIN code_under AS under ON under.code = coding.code
WHERE coding.tagged = 1 GROUP BY under.above
"""

# Two codes in one review, a code standing for those below it; codes of which one is above the other are no pair.
PAIRS = """
WITH tagged AS (SELECT DISTINCT coding.review, under.above AS code
                FROM coding JOIN code_under AS under ON under.code = coding.code
                JOIN code ON code.code = under.above AND code.scheme = '{scheme}'
                WHERE coding.tagged = 1)
SELECT one.code, other.code, count(*)
FROM tagged AS one JOIN tagged AS other ON other.review = one.review AND other.code > one.code
WHERE NOT EXISTS (SELECT 1 FROM code_under AS under WHERE (under.code, under.above) IN
                  ((one.code, other.code), (other.code, one.code)))
GROUP BY one.code, other.code
"""

# Factors of one review, each contributing to the next, by their codes. Rejected and hindering links are not followed,
# and no factor stands twice in a chain.
CHAINS = """
WITH coded AS (SELECT DISTINCT target_factor AS factor, code FROM tag
               WHERE target_factor IS NOT NULL AND verdict IS NULL AND code LIKE '{scheme}:%'),
     leads AS (SELECT review, cause, effect FROM link
               WHERE state IS DISTINCT FROM 'rejected' AND (kind IS NULL OR kind NOT IN ({hindering})))
SELECT first.code, middle.code, last.code, count(DISTINCT one.review)
FROM leads AS one JOIN leads AS other ON other.cause = one.effect AND other.effect <> one.cause
JOIN coded AS first ON first.factor = one.cause
JOIN coded AS middle ON middle.factor = one.effect
JOIN coded AS last ON last.factor = other.effect
JOIN typology ON typology.review = one.review AND typology.scheme = '{scheme}'
GROUP BY first.code, middle.code, last.code
"""

METHODS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'methods')


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


def pairs_are_the_same(server, library, database):
    counted = {frozenset((a, b)): int(reviews)
               for a, b, reviews in server.rows(database, PAIRS.format(scheme='national-1'))}
    said = library.ask('pairs', library.path, '--direct', '--internal')['pairs']
    assert len(counted) > 1000 and len(said) >= len(counted), f'{len(counted)} pairs, {len(said)} were said'
    for pair in said:
        assert counted.get(frozenset((pair['a'], pair['b'])), 0) == pair['reviews'], pair


def hindering_kinds():
    """Kinds of links by which one thing hinders another, by the method packs."""
    kinds = {kind.get('key') for path in glob.glob(os.path.join(METHODS, '*.xml'))
             for kind in xml.etree.ElementTree.parse(path).iter('link-kind') if kind.get('role') == 'hinders'}
    return ', '.join(f"'{kind}'" for kind in sorted(kinds))


def chains_are_the_same(server, library, database):
    sql = CHAINS.format(scheme='national-1', hindering=hindering_kinds())
    counted = {tuple(path): int(reviews) for *path, reviews in server.rows(database, sql)}
    said = {tuple(chain['path']): chain['reviews']
            for chain in library.ask('chains', library.path, '--length', '2', '--min', '1', '--all',
                                     '--internal')['chains']}
    assert len(counted) > 1000, f'only {len(counted)} chains were loaded'
    assert counted == said, sorted(set(counted.items()) ^ set(said.items()))[:5]


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
    ('/engines/postgresql/pairs-are-the-same', pairs_are_the_same, 'from_sql'),
    ('/engines/postgresql/chains-are-the-same', chains_are_the_same, 'from_csv'),
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
