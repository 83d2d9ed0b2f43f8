# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey needs: hands on a keyboard, eyes that see what assistive technology sees, and a program to start.

A journey is a class with a method a step; main() runs them in order and says in TAP how far it came.
"""

import json
import os
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


class Failure(Exception):
    pass


def wait(what, condition, unready=()):
    """What `condition` yields, once that is true; errors of the kinds `unready` say that it is not yet."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = condition()
        except (GLib.Error, *unready):
            found = None  # it changed while it was looked at
        if found:
            return found
        time.sleep(PAUSE)
    raise Failure(f'{what}: not within {PATIENCE:.0f} s')


# Hands

def keys(*names):
    subprocess.run(['xdotool', 'key', '--clearmodifiers', *names], check=True)


def write(text):
    subprocess.run(['xdotool', 'type', '--delay', '5', text], check=True)


# Eyes

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


def find_focused(window):
    return next((node for node in nodes(window) if has_state(node, Atspi.StateType.FOCUSED)), None)


def place_of(node):
    """Where a node is in the tree: many have the same name."""
    place = []
    while node and node.get_parent():
        place.append(node.get_index_in_parent())
        node = node.get_parent()
    return place


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''


def shows(window, wanted):
    """Whether a field of the window holds exactly that text."""
    return any(text_of(node) == wanted for node in nodes(window))


def describe_windows():
    """What is on screen when something fails, for whoever reads the log."""
    for window in windows():
        for node in nodes(window):
            if node.get_name() and has_state(node, Atspi.StateType.SHOWING):
                mark = '*' if has_state(node, Atspi.StateType.FOCUSED) else ' '
                print(f'#{mark} {node.get_role_name()} "{node.get_name()}"')


class Journey:
    """A program that is used, and the file that it works on."""

    def __init__(self, program, folder):
        self.program = program
        self.path = os.path.join(folder, 'journey.throughline')
        self.process = None

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=PROGRAM_ENVIRONMENT)

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


class GraphJourney(Journey):
    """One that begins with an empty review and is checked by what the command line reads from the file."""

    TITLE = 'A graph from nothing'
    KINDS = ('factor', 'link', 'tag')
    PLACES = ('x', 'y')

    def __init__(self, program, folder, cli):
        super().__init__(program, folder)
        self.cli = cli

    def ask(self, *arguments):
        run = subprocess.run([self.cli, *arguments, '--json'], check=True, capture_output=True, text=True)
        return json.loads(run.stdout)

    def open_empty(self):
        subprocess.run([self.cli, 'new', self.path, '--title', self.TITLE], check=True, stdout=subprocess.DEVNULL)
        # Without a window manager the keyboard belongs to the window under the pointer, and all windows are at 0, 0.
        subprocess.run(['xdotool', 'mousemove', '250', '12'], check=True)
        self.start(self.path)
        wait('the review in a window', self.window)

    def window(self):
        return find_window(self.TITLE)

    def records(self, kind):
        return [{'id': record['id'], **record['fields']} for record in self.ask('show', self.path, kind)['records']]

    def content(self):
        """All that the graph says, whatever its order; not where a factor stands, which the canvas may find anew."""
        return {kind: sorted(json.dumps({k: v for k, v in record.items() if k not in self.PLACES}, sort_keys=True)
                             for record in self.records(kind)) for kind in self.KINDS}

    def counts(self):
        return tuple(len(self.records(kind)) for kind in self.KINDS)

    def wait_for(self, what, condition):
        return wait(what, condition, (subprocess.CalledProcessError,))

    def wait_for_counts(self, *wanted):
        try:
            self.wait_for(f'{wanted} factors, links and tags', lambda: self.counts() == wanted)
        except Failure as failure:
            raise Failure(f'{failure}; there are {self.counts()}') from failure

    def step(self, wanted, done):
        """Undoes or redoes until nothing is left to undo or redo, one at a time."""
        button = find(wanted, self.window())
        for _ in range(200):
            if not has_state(button, Atspi.StateType.SENSITIVE):
                return
            before = self.ask('show', self.path, 'history')
            done()
            self.wait_for(f'{wanted} in the history', lambda: self.ask('show', self.path, 'history') != before)
        raise Failure(f'{wanted} never ends')


def main(steps, make):
    """Runs the steps of the journey that `make` makes in a folder."""
    print(f'1..{len(steps)}')
    with tempfile.TemporaryDirectory() as folder:
        journey = make(folder)
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
