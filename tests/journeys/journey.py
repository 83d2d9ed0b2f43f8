# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey needs: hands on keyboard and mouse, eyes that see what assistive technology sees, and a program to
start.

A journey is a class with a method a step; main() runs them in order and says in TAP how far it came.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time

# Warnings are fatal to the program, not to us who look on: a widget that goes while it is looked at is no fault.
# Where GTK needs places.c to tell where things are, that is in a folder of modules, for the program alone as well.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop('G_DEBUG', None)
if 'TL_JOURNEY_MODULES' in os.environ:
    PROGRAM_ENVIRONMENT['GIO_EXTRA_MODULES'] = os.environ['TL_JOURNEY_MODULES']

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f'1..0 # SKIP {missing}')
    sys.exit(77)

PATIENCE = 60.0  # seconds until something that does not come is a failure
PAUSE = 0.05
DOUBLE_CLICK_TIME = 0.45  # seconds; GTK's own is 0.4
SHOW_TIME = 0.2  # seconds until what shows under the pointer is there
DRAG_STEPS = 8  # a drag of fewer looks like a jump, which GTK may take for none

last_click = 0.0


class Failure(Exception):
    pass


class Missing(Exception):
    """A program that a step needs is not installed: the step is skipped."""


def wait(what, condition, unready=(), patience=PATIENCE):
    """What `condition` yields, once that is true; errors of the kinds `unready` say that it is not yet."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = condition()
        except (GLib.Error, *unready):
            found = None  # it changed while it was looked at
        if found:
            return found
        time.sleep(PAUSE)
    raise Failure(f'{what}: not within {patience:.0f} s')


# Hands

def hand(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def keys(*names):
    hand('key', '--clearmodifiers', *names)


def write(text):
    hand('type', '--delay', 5, text)


def point(x, y):
    hand('mousemove', round(x), round(y))


def click(x, y, times=1):
    """Once, or as often as makes a double click: GTK would count it together with a click just before."""
    global last_click
    time.sleep(max(0, last_click + DOUBLE_CLICK_TIME - time.monotonic()))
    point(x, y)
    hand('click', '--repeat', times, '--delay', 60, 1)
    last_click = time.monotonic()


def scroll(x, y, notches):
    """Turns the wheel at a point: down, or up where `notches` are fewer than none."""
    point(x, y)
    hand('click', '--repeat', abs(notches), '--delay', 20, 5 if notches > 0 else 4)


def drag(start, end, before_it_is_over=None):
    """From `start` to `end`, where with the button still held it can wait for what has to show."""
    point(*start)
    time.sleep(SHOW_TIME)
    hand('mousedown', 1)
    try:
        for i in range(1, DRAG_STEPS + 1):
            point(*(a + (b - a) * i / DRAG_STEPS for a, b in zip(start, end)))
            time.sleep(PAUSE)  # or GTK 4.18 sees one step of them all
        if before_it_is_over:
            before_it_is_over()
    finally:
        hand('mouseup', 1)


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


def role_of(node):
    """By one name for what AT-SPI or GTK on Debian 13 call differently."""
    role = node.get_role_name()
    return {'button': 'push button', 'grouping': 'panel'}.get(role, role)


def find(name, root, role=None):
    """A node that is called `name`, on whatever page is in view."""
    return next((node for node in nodes(root) if node.get_name() == name and role in (None, role_of(node))), None)


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


def write_path(path, chooser):
    """Into the field of a file chooser. What it offers as the end of a path may be left behind the caret."""
    def written():
        texts = [text for text in map(text_of, nodes(chooser)) if text]
        if any(text != path and text.startswith(path) for text in texts):
            keys('shift+End', 'Delete')
            return False
        return any(path.endswith(text) for text in texts)  # once it knows the folder, it may show the name only

    write(path)
    wait('the path in its field', written)


def extents(node):
    """Where it is in its window; what is not in view has no width."""
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


class Screen:
    """Where on screen the parts of a window are, which know of their place in it only."""

    def __init__(self, window):
        self.window = window
        name = f'^{re.escape(window.get_name())}$'
        self.number = wait('the window on screen', lambda: hand('search', '--onlyvisible', '--name', name)).split()[0]
        self.measure()

    def measure(self):
        geometry = dict(line.split('=') for line in hand('getwindowgeometry', '--shell', self.number).split())
        frame = extents(self.window)
        # The window has a border all around, of which its parts do not know.
        self.x = int(geometry['X']) + (int(geometry['WIDTH']) - frame.width) / 2
        self.y = int(geometry['Y']) + (int(geometry['HEIGHT']) - frame.height) / 2

    def fill(self):
        """Makes the window as large as the screen."""
        before = extents(self.window).width
        hand('windowsize', self.number, *hand('getdisplaygeometry').split())
        wait('a larger window', lambda: extents(self.window).width > before)
        self.measure()

    def take_keyboard(self):
        """As a window manager gives it to the window that is clicked on: a dialog that closed left it to nobody."""
        hand('windowfocus', self.number)

    def at(self, x, y):
        return self.x + x, self.y + y

    def centre(self, node):
        box = extents(node)
        return self.at(box.x + box.width / 2, box.y + box.height / 2)


def describe_windows():
    """What is on screen when something fails, for whoever reads the log."""
    for window in windows():
        for node in nodes(window):
            if node.get_name() and has_state(node, Atspi.StateType.SHOWING):
                mark = '*' if has_state(node, Atspi.StateType.FOCUSED) else ' '
                print(f'#{mark} {node.get_role_name()} "{node.get_name()}"')


class Journey:
    """A program that is used, and the file that it works on; the command line reads what is in the file."""

    def __init__(self, program, folder, cli=None):
        self.program = program
        self.cli = cli
        self.path = os.path.join(folder, 'journey.throughline')
        self.process = None

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=PROGRAM_ENVIRONMENT)

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def ask(self, *arguments):
        run = subprocess.run([self.cli, *arguments, '--json'], check=True, capture_output=True, text=True)
        return json.loads(run.stdout)

    def wait_for(self, what, condition):
        return wait(what, condition, (subprocess.CalledProcessError,))

    # What is on screen

    def window(self):
        """The one that is worked in, or None."""
        raise NotImplementedError

    def wait_to_find(self, name, role=None):
        return wait(name, lambda: find(name, self.window(), role))

    def click_on(self, node):
        screen = Screen(self.window())
        screen.take_keyboard()
        click(*screen.centre(node))

    def wait_for_focus(self, name):
        try:
            wait(f'the keyboard at {name}', lambda: (focused := find_focused(self.window()))
                 and focused.get_name().startswith(name))
        except Failure as failure:
            focused = find_focused(self.window())
            raise Failure(f'{failure}; it is at {focused and focused.get_name()}') from failure

    def find_beginning(self, beginning, role=None):
        """What is in view and has a name that begins so."""
        return wait(beginning, lambda: next(
            (node for node in nodes(self.window()) if node.get_name().startswith(beginning)
             and role in (None, node.get_role_name()) and extents(node).width > 0), None))

    def go_to(self, beginning):
        """Clicks on what has a name that begins so."""
        self.click_on(self.find_beginning(beginning))

    def tab_to(self, node, most=40):
        """Goes there with the Tab key, which brings into view what is out of it."""
        for _ in range(most):
            if has_state(node, Atspi.StateType.FOCUSED):
                return
            keys('Tab')
            time.sleep(SHOW_TIME)
        raise Failure(f'{node.get_name()}: not reached by Tab')


class GraphJourney(Journey):
    """One that begins with an empty review and is checked by what the command line reads from the file."""

    TITLE = 'A graph from nothing'
    KINDS = ('factor', 'link', 'tag')
    PLACES = ('x', 'y')
    LANES = {'national': 'National', 'local_strategic': 'Local strategic', 'frontline': 'Front line',
             'case': 'The case'}

    def open_empty(self):
        subprocess.run([self.cli, 'new', self.path, '--title', self.TITLE], check=True, stdout=subprocess.DEVNULL)
        # Without a window manager the keyboard belongs to the window under the pointer, and all windows are at 0, 0.
        point(250, 12)
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

    def wait_for_counts(self, *wanted):
        try:
            self.wait_for(f'{wanted} factors, links and tags', lambda: self.counts() == wanted)
        except Failure as failure:
            raise Failure(f'{failure}; there are {self.counts()}') from failure

    def number(self, kind):
        return len(self.records(kind))

    def wait_for_number(self, kind, wanted):
        try:
            self.wait_for(f'{wanted} of {kind}', lambda: self.number(kind) == wanted)
        except Failure as failure:
            raise Failure(f'{failure}; there are {self.number(kind)}') from failure

    def choose(self, words):
        """In the picker that has just come."""
        self.wait_for_focus('Search')
        write(words)
        wait(f'{words} in the search', lambda: shows(self.window(), words))
        keys('Return')

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
                except Missing as missing:
                    print(f'ok {number} - {name} # SKIP {missing}', flush=True)
                except (Failure, AssertionError, subprocess.SubprocessError) as failure:
                    failed = True
                    print(f'not ok {number} - {name}: {failure}', flush=True)
                    describe_windows()
        finally:
            journey.end()
    return 1 if failed else 0
