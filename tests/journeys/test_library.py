#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The national library as the Chief Social Worker's office uses it: gather what boards have sent, read the receipt,
find what recurs and what stands behind it, and release a table of it.

    test_library.py THROUGHLINE THROUGHLINE-CLI CORPUS

What is found is held against what was planted in the records, and what is released against what other programs read in
it; those that are not installed are said.
"""

import itertools
import os
import sys

import journey
from journey import Atspi, Failure, Screen, extents, find, find_window, has_state, keys, nodes, role_of, wait, write
from library_folder import BROKEN, LibraryFolder
from release_bundle import ReleaseBundle

NAME = 'Nation.tllibrary'
RECEIPT = 'Adding Records'
SMALL_COUNTS = 'Small counts shown'
CAVEATS = 'What readers are to bear in mind'
CAVEAT = 'Reviews are about the cases that went most wrong.'
PROTECTED = 'Which reviews are counted is for the office’s own eyes.'


def texts_in(node):
    """What the labels in a row say, in their order."""
    return [text for text in (journey.text_of(child) for child in nodes(node) if role_of(child) == 'label') if text]


def row_of(node):
    """The row of a table in which a node is."""
    while role_of(node) != 'table row':
        node = node.get_parent()
    return node


def rows_of(root):
    """What is said in each row of whatever lists there are, by what stands first in it."""
    rows = [texts_in(node) for node in nodes(root) if role_of(node) == 'list item']
    return {row[0]: row[1:] for row in rows if row}


class Library(journey.Journey):
    def __init__(self, program, folder, cli, corpus):
        super().__init__(program, folder, cli)
        self.path = os.path.join(folder, NAME)
        self.sent = LibraryFolder(corpus, os.path.join(folder, 'sent'))
        self.labels = {}
        self.page = None
        self.pattern = None  # the planted chain, as the command line is asked for it
        self.n_reviews = 0
        self.review = None
        self.folder = folder
        self.release = None
        self.lines = []  # of the table that was released

    def window(self):
        return find_window(NAME)

    def wait_to_see(self, name, role=None, root=None):
        """What is called so and has a place in the window, or on a page of it."""
        return self.wait_to_see_beginning(name, role, root, str.__eq__)

    def wait_to_see_beginning(self, name, role=None, root=None, fits=str.startswith):
        return wait(name, lambda: next(
            (node for node in nodes(root or self.window()) if fits(node.get_name(), name)
             and role in (None, role_of(node)) and extents(node).width > 0), None))

    def turn_to(self, key, title):
        """Pages that were seen keep their place in the window: what is looked for is looked for on one."""
        keys(key)
        row = self.wait_to_see(title, 'list item')
        wait(f'the page “{title}”', lambda: has_state(row, Atspi.StateType.SELECTED))
        self.page = find(title, self.window(), 'panel')

    def wait_to_scroll_to(self, table, role, names, count):
        """The row of a table with one of some names and a count. A later GTK has no rows but those about the view."""
        table = self.wait_to_see(table, 'tree table', self.page)
        place = Screen(self.window()).centre(table)
        ways = itertools.chain([-50], itertools.repeat(2))

        def look():
            found = next((node for node in nodes(table) if node.get_name() in names and role_of(node) == role), None)
            if not found:
                journey.scroll(*place, next(ways))
            return found and count in [text.split(' · ')[0] for text in texts_in(row_of(found))]

        wait(f'{names[0]}: {count}', look, (AttributeError,))

    def press(self, name, root=None):
        """As assistive technology does."""
        self.wait_to_see(name, 'push button', root).get_action_iface().do_action(0)

    def ask_library(self, question, *arguments):
        return self.ask('library', question, self.path, '--internal', *arguments)

    def choose_path(self, title, path, suggested=None):
        # Without a window manager the keyboard belongs to the window under the pointer, and all windows are at 0, 0.
        journey.point(250, 12)
        chooser = wait('the file chooser', lambda: find_window(title))
        if suggested:
            wait('the name suggested', lambda: journey.shows(chooser, suggested))
            keys('ctrl+a')
        journey.write_path(path, chooser)
        keys('Return')
        wait('the chooser to close', lambda: not find_window(title))

    # The steps

    def a_new_library(self):
        self.start()
        welcome = wait('the welcome window', lambda: find_window('Throughline'))
        journey.click(*Screen(welcome).centre(self.wait_to_see('New Library…', 'list item', welcome)))
        self.choose_path('Where to Keep the New Library', self.path, 'Library.tllibrary')
        wait('the library in a window', self.window)
        self.wait_to_see('No Learning Records Yet')

    def what_was_sent_is_gathered(self):
        self.press('Add a Folder…')
        self.choose_path('Add a Folder of Learning Records', self.sent.path)
        wait('the receipt', lambda: find_window(RECEIPT))

    def the_receipt_says_what_became_of_it(self):
        rows = wait('what became of it', lambda: rows_of(find_window(RECEIPT)))
        for name, number in self.sent.receipt().items():
            if rows.get(name, [''])[-1] != str(number):
                raise Failure(f'{name}: {rows.get(name)}, not {number}')
        for name, (_, reason) in BROKEN.items():
            said = rows.get(self.sent.inside(name), [''])
            if not said[0].startswith(reason):
                raise Failure(f'{name}: {said}, not {reason}')
        if self.sent.inside('readme.txt') in rows:
            raise Failure('what is no record is in the receipt')
        keys('Escape')
        wait('the receipt to close', lambda: not find_window(RECEIPT))
        self.wait_to_see(f'{self.sent.receipt()["Added"]} learning records')
        self.labels = {theme['code']: theme['label'] for theme in self.ask_library('themes')['themes']}

    def the_planted_chain_is_found(self):
        planted = next(chain for chain in self.sent.key['chains']
                       if len(chain['path']) == 3 and '*' not in chain['path'])
        self.pattern = ' > '.join(planted['path'])
        self.n_reviews = planted['reviews']
        chain = ' → '.join(self.labels[code] for code in planted['path'])
        said = f'{chain}: {self.n_reviews} of {self.sent.key["reviews"]} reviews; chance would give'
        self.turn_to('alt+3', 'Chains')
        ribbon = self.wait_to_see_beginning(said, 'list item', self.page)
        self.click_on(self.wait_to_see(chain, 'label', self.page))
        wait('the chain to be chosen', lambda: has_state(ribbon, Atspi.StateType.SELECTED))
        self.wait_to_see_beginning(PROTECTED, 'label', self.page)

    def the_reviews_behind_it(self):
        small = self.wait_to_see(SMALL_COUNTS, 'check box')
        if has_state(small, Atspi.StateType.CHECKED):
            raise Failure('small counts are shown before anybody asked')
        self.click_on(small)
        wait('small counts to be shown', lambda: has_state(small, Atspi.StateType.CHECKED))
        self.wait_to_see(f'In {self.n_reviews} reviews', 'label', self.page)
        behind = self.ask_library('chains', self.pattern)['chains'][0]['behind']
        rows = rows_of(self.wait_to_see('Reviews behind the count', 'list', self.page))
        for instance in behind:
            name = f'Review {instance["review"][:8]}, {instance["year"]}'
            missing = [record['text'] for record in instance['records'] if record['text'] not in rows.get(name, [])]
            if missing:
                raise Failure(f'{name}: {rows.get(name)} without {missing}')
        if len(rows) != len(behind):
            raise Failure(f'{len(rows)} reviews, not {len(behind)}')
        self.review = behind[0]['review']

    def by_keyboard_there_and_back(self):
        """From the chain to its reviews, from the first to its record, and step by step to where the keyboard was."""
        planted = ' → '.join(self.labels[code] for code in self.pattern.split(' > '))
        review = f'Review {self.review[:8]}'
        chain = self.wait_to_see(planted, 'label', self.page)
        self.click_on(chain)
        wait('the keyboard at the chain', lambda: has_state(row_of(chain), Atspi.StateType.FOCUSED))
        keys('Return')
        self.wait_for_focus(review)
        keys('Return')
        wait('its whole pseudonym', lambda: journey.shows(self.window(), self.review))
        keys('Escape')
        self.wait_for_focus(review)
        keys('Escape')
        wait('the keyboard back at the chain', lambda: has_state(row_of(chain), Atspi.StateType.FOCUSED))

    def the_record_of_one(self):
        self.press('Show the Record', self.page)
        wait('its whole pseudonym', lambda: journey.shows(self.window(), self.review))
        self.wait_to_see(self.review[:8], 'label', find('Learning records', self.window(), 'tree table'))

    def themes_and_pairs(self):
        self.turn_to('alt+1', 'Themes')
        for theme in self.sent.key['themes']:
            self.wait_to_scroll_to('Themes', 'level bar', [self.labels[theme['code']]],
                                   f'{theme["reviews"]} of {self.sent.key["reviews"]} reviews')
        self.turn_to('alt+2', 'Pairs')
        for pair in self.sent.key['pairs']:
            a, b = (pair[end].split(':')[1] for end in 'ab')
            self.wait_to_scroll_to('Pairs as a table', 'label', [f'{a} · {b}', f'{b} · {a}'], str(pair['reviews']))

    def a_word_is_searched(self):
        searched = self.sent.key['search'][0]
        self.turn_to('alt+7', 'Search')
        self.wait_for_focus('Words to look for')
        write(searched['word'])
        self.wait_to_see(f'In {searched["reviews"]} reviews', 'label', self.page)

    def a_release_is_made(self):
        self.turn_to('alt+8', 'Release')
        self.press('Add This Table', self.page)
        self.tab_to(self.wait_to_see(CAVEATS, 'text', self.page))
        write(CAVEAT)
        self.wait_to_see_beginning('1 of ', 'label', self.page)
        self.press('Make Release…', self.page)
        place = os.path.join(self.folder, 'released')
        os.mkdir(place)
        self.choose_path('In Which Folder to Make the Release', place)
        self.wait_to_see_beginning('Release 1 was made', 'label', self.page)
        name, = os.listdir(place)
        self.release = ReleaseBundle(os.path.join(place, name))

    def it_says_the_same_in_every_piece(self):
        """Although small counts are shown in the window, none leaves it."""
        true = {theme['code']: theme['reviews'] for theme in self.ask_library('themes')['themes']}
        table, = self.release.read_csv('tables.csv')
        counts = self.release.read_csv(table['file'])
        page, document = self.release.rows_of_page(), self.release.rows_of_document()
        if CAVEAT not in table['caveats']:
            raise Failure(f'the caveat is not in {table}')
        for row in counts:
            said = [row['reviews'], row['looked_for'], row['base']]
            small = 1 <= true[row['code']] <= 5
            if small and said[0] != 'c' or not all(count in ('c', 'k') or int(count) % 10 == 0 for count in said):
                raise Failure(f'{row["code"]} is in {true[row["code"]]} reviews and said to be in {said}')
            for name, rows in (('the page', page), ('the document', document)):
                if not any(cells[0].endswith(row['label']) and cells[1:] == said for cells in rows if cells):
                    raise Failure(f'{row["label"]}: {said} is not in {name}')
            self.lines.append(' '.join([row['label'], *said]))

    def a_browser_shows_it(self):
        self.check_text(self.release.text_in_browser(self.folder))

    def libreoffice_opens_it(self):
        self.check_text(self.release.text_in_office(self.folder))

    def check_text(self, text):
        missing = [line for line in [CAVEAT, *self.lines] if line not in text]
        if missing:
            raise Failure(f'{len(missing)} lines are missing, as “{missing[0]}”, in: {text[:2000]}')


if __name__ == '__main__':
    STEPS = ('a_new_library', 'what_was_sent_is_gathered', 'the_receipt_says_what_became_of_it',
             'the_planted_chain_is_found', 'the_reviews_behind_it', 'by_keyboard_there_and_back',
             'the_record_of_one', 'themes_and_pairs', 'a_word_is_searched', 'a_release_is_made',
             'it_says_the_same_in_every_piece', 'a_browser_shows_it', 'libreoffice_opens_it')
    sys.exit(journey.main(STEPS, lambda folder: Library(sys.argv[1], folder, *sys.argv[2:])))
