#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first review as a person at a keyboard makes it, seen through what assistive technology sees.

    test_first_review.py THROUGHLINE

New review, two factors, a link, a tag, undo, close, open again. What the tree of accessible objects does not show, a
blind reviewer can't use: so this is a test of that tree too. The file itself is read with plain SQLite.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time

# Warnings are fatal to the program, not to us who look on: a widget that goes while it is looked at is no fault.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop('G_DEBUG', None)

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f'1..0 # SKIP {missing}')
    sys.exit(77)

PATIENCE = 60.0  # seconds until something that does not come is a failure
PAUSE = 0.05

TITLE = 'Child A, Northbeck'
EFFECT = 'Visit was cut short'
CAUSE = 'Caseload of 31 families'
BOX = 'Statement of the factor'


class Failure(Exception):
    pass


def wait(what, condition):
    """What `condition` yields, once that is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = condition()
        except (GLib.Error, sqlite3.Error):
            found = None  # it changed while it was looked at
        if found:
            return found
        time.sleep(PAUSE)
    raise Failure(f'{what}: not within {PATIENCE:.0f} s')


def keys(*names):
    subprocess.run(['xdotool', 'key', '--clearmodifiers', *names], check=True)


def write(text):
    subprocess.run(['xdotool', 'type', '--delay', '5', text], check=True)


def nodes(root):
    yield root
    for i in range(root.get_child_count()):
        child = root.get_child_at_index(i)
        if child:
            yield from nodes(child)


def windows():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program and program.get_name() == 'throughline':
            for j in range(program.get_child_count()):
                yield program.get_child_at_index(j)


def has_state(node, state):
    return node.get_state_set().contains(state)


def find_window(name):
    return next((window for window in windows() if window.get_name() == name), None)


def find(name, window):
    """A node that is called `name`, on whatever page is in view."""
    return next((node for node in nodes(window) if node.get_name() == name), None)


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''


def shows(window, wanted):
    """Whether a field of the window holds exactly that text."""
    return any(text_of(node) == wanted for node in nodes(window))


def count(path, table):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as connection:
        return connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]


def describe_windows():
    """What is on screen when something fails, for whoever reads the log."""
    for window in windows():
        for node in nodes(window):
            if node.get_name() and has_state(node, Atspi.StateType.SHOWING):
                mark = '*' if has_state(node, Atspi.StateType.FOCUSED) else ' '
                print(f'#{mark} {node.get_role_name()} "{node.get_name()}"')


class Journey:
    def __init__(self, program, folder):
        self.program = program
        self.path = os.path.join(folder, 'first.throughline')
        self.process = None

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=PROGRAM_ENVIRONMENT)

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def window(self):
        return find_window(TITLE)

    def new_review(self):
        # Without a window manager the keyboard belongs to the window under the pointer, and all windows are at 0, 0.
        subprocess.run(['xdotool', 'mousemove', '250', '12'], check=True)
        self.start()
        wait('the welcome window', lambda: find_window('Throughline'))
        keys('ctrl+n')
        dialog = wait('the dialog of a new review', lambda: find_window('New Review'))
        wait('the field of the title', lambda: find('Title', dialog))
        write(TITLE)
        wait('the title in its field', lambda: shows(dialog, TITLE))
        keys('Return')
        chooser = wait('the file chooser', lambda: find_window('Where to Keep the Review'))
        wait('the name suggested', lambda: shows(chooser, f'{TITLE}.throughline'))
        keys('ctrl+a')
        write(self.path)
        wait('the path in its field', lambda: shows(chooser, self.path))
        keys('Return')
        wait('the review in a window', self.window)
        wait('the file', lambda: count(self.path, 'review') == 1)

    def two_linked_factors(self):
        keys('alt+2')
        wait('the graph', lambda: find('Add factor', self.window()))
        keys('ctrl+shift+n')
        wait('a box to write in', lambda: find(BOX, self.window()))
        write(EFFECT)
        wait('the statement in it', lambda: shows(self.window(), EFFECT))
        keys('Return')
        wait('the first factor', lambda: count(self.path, 'factor') == 1)
        wait('it in the inspector', lambda: find('Statement', self.window()))
        wait('the box to close', lambda: not find(BOX, self.window()))
        keys('Insert')
        wait('another box to write in', lambda: find(BOX, self.window()))
        write(CAUSE)
        wait('the statement of the cause', lambda: shows(self.window(), CAUSE))
        keys('Return')
        wait('the second factor', lambda: count(self.path, 'factor') == 2)
        wait('the link', lambda: count(self.path, 'link') == 1)

    def tag(self):
        keys('ctrl+t')
        picker = wait('the typology', lambda: find_window('Choose a Code'))
        wait('its field to search', lambda: find('Search', picker))
        write('record')
        wait('what is found', lambda: find('Belongs here', picker))
        keys('Return')
        wait('the tag', lambda: count(self.path, 'tag') == 1)

    def undo(self):
        wait('the picker to close', lambda: not find_window('Choose a Code'))
        button = wait('the undo button', lambda: find('Undo', self.window()))
        if not button.get_action_iface().do_action(0):
            raise Failure('the undo button can’t be pressed by assistive technology')
        wait('the tag to go', lambda: count(self.path, 'tag') == 0)

    def close_and_open(self):
        keys('ctrl+w')
        wait('the program to end', lambda: self.process.poll() is not None)
        if self.process.returncode != 0:
            raise Failure(f'it ended with {self.process.returncode}')
        self.start(self.path)
        wait('the review again', self.window)
        keys('alt+1')
        wait('its counts', lambda: find('2 factors · 1 link · 0 of 2 factors tagged · 0 of 0 questions open',
                                        self.window()))
        keys('ctrl+shift+z')
        wait('redo after opening again', lambda: count(self.path, 'tag') == 1)


def main():
    steps = ('new_review', 'two_linked_factors', 'tag', 'undo', 'close_and_open')
    print(f'1..{len(steps)}')
    with tempfile.TemporaryDirectory() as folder:
        journey = Journey(sys.argv[1], folder)
        failed = False
        try:
            for number, step in enumerate(steps, 1):
                name = step.replace('_', ' ')
                if failed:
                    print(f'not ok {number} - {name} # not reached')
                    continue
                try:
                    getattr(journey, step)()
                    print(f'ok {number} - {name}', flush=True)
                except (Failure, subprocess.CalledProcessError) as failure:
                    failed = True
                    print(f'not ok {number} - {name}: {failure}', flush=True)
                    describe_windows()
        finally:
            journey.end()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
