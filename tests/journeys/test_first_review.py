#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first review as a person at a keyboard makes it, seen through what assistive technology sees.

    test_first_review.py THROUGHLINE

New review, two factors, a link, a tag, undo, close, open again. What the tree of accessible objects does not show, a
blind reviewer can't use: so this is a test of that tree too. The file itself is read with plain SQLite.
"""

import sqlite3
import sys

import journey
from journey import Failure, find, find_window, keys, shows, write

TITLE = 'Child A, Northbeck'
EFFECT = 'Visit was cut short'
CAUSE = 'Caseload of 31 families'
BOX = 'Statement of the factor'


def wait(what, condition):
    return journey.wait(what, condition, (sqlite3.Error,))


def count(path, table):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as connection:
        return connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]


class FirstReview(journey.Journey):
    def window(self):
        return find_window(TITLE)

    def new_review(self):
        # Without a window manager the keyboard belongs to the window under the pointer, and all windows are at 0, 0.
        journey.point(250, 12)
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
        keys('alt+4')
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


if __name__ == '__main__':
    STEPS = ('new_review', 'two_linked_factors', 'tag', 'undo', 'close_and_open')
    sys.exit(journey.main(STEPS, lambda folder: FirstReview(sys.argv[1], folder)))
