#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A graph of ten factors built from nothing by keyboard alone, undone to nothing and done again.

    test_graph_by_keyboard.py THROUGHLINE THROUGHLINE-CLI

The first half is written in the outline, the second on the canvas. What is in the file is read by the command line.
"""

import sys

import journey
from journey import Failure, find, find_focused, find_window, keys, wait, write

BOX = 'Statement of the factor'
RATIONALE = 'The afternoon held four visits'
OUTCOME = 'The visit was cut short'
LINKED_IN_OUTLINE = 'Posts were held empty'


class ByKeyboard(journey.GraphJourney):
    def type_factor(self, key, statement):
        """Presses what asks for a statement, and gives it."""
        n = len(self.records('factor'))
        keys(key)
        wait(f'a box after {key}', lambda: self.focus() == BOX)
        write(statement)
        keys('Return')
        self.wait_for(f'the factor “{statement}”', lambda: len(self.records('factor')) == n + 1)
        wait('the box to close', lambda: self.focus() not in (None, BOX))

    def focus(self):
        focused = find_focused(self.window())
        return focused.get_name() if focused else None

    def wait_for_focus(self, beginning):
        return wait(f'the keyboard at “{beginning}”, not at “{self.focus()}”',
                    lambda: (self.focus() or '').startswith(beginning))

    def level_of(self, statement):
        return next(record['level'] for record in self.records('factor') if record['statement'] == statement)

    def link_to(self, words):
        """Links what has the keyboard to the factor that these words find."""
        n = len(self.records('link'))
        keys('l')
        wait('the search', lambda: (find_focused(self.window()) or self.window()).get_role_name() in ('entry', 'text'))
        write(words)
        wait('what is found', lambda: find(f'{words}*', self.window()) or journey.shows(self.window(), words))
        keys('Return')
        self.wait_for('the link', lambda: len(self.records('link')) == n + 1)

    def write_in_the_outline(self):
        self.open_empty()
        keys('alt+5')
        self.wait_for_focus('Write the First Factor')
        self.type_factor('ctrl+Insert', OUTCOME)
        self.wait_for_focus(f'{OUTCOME}, The case, contributed to by 0, contributes to 0')
        self.type_factor('Insert', 'Caseload of 31 families')
        self.wait_for_focus(f'Caseload of 31 families contributes to {OUTCOME}, contributes to, Asserted')
        self.type_factor('Insert', LINKED_IN_OUTLINE)
        self.wait_for_focus(f'{LINKED_IN_OUTLINE} contributes to Caseload of 31 families')
        self.type_factor('Insert', 'Budgets were cut')
        self.wait_for_focus('Budgets were cut contributes to')
        self.wait_for_counts(4, 3, 0)

    def link_and_change_levels_in_the_outline(self):
        keys('Left')
        self.wait_for_focus(f'{LINKED_IN_OUTLINE} contributes to')
        self.link_to(OUTCOME)
        self.wait_for_counts(4, 4, 0)
        self.type_factor('ctrl+Insert', 'Nobody asked why')
        self.wait_for_focus('Nobody asked why, The case')
        keys('ctrl+Up')
        self.wait_for('another level', lambda: self.level_of('Nobody asked why') == 'frontline')
        self.wait_for_focus('Nobody asked why, Front line')
        self.type_factor('shift+Insert', 'A sign was missed')
        self.wait_for_focus('A sign was missed, The case, contributed to by 1, contributes to 0')
        self.wait_for_counts(6, 5, 0)

    def write_on_the_canvas(self):
        keys('alt+4')
        self.wait_for_focus('A sign was missed')
        self.type_factor('Insert', 'Two forms asked for the same')
        self.wait_for_focus('Two forms asked for the same')
        self.type_factor('Insert', 'The forms came from two laws')
        self.wait_for_focus('The forms came from two laws')
        self.type_factor('shift+Insert', 'Training ended')
        self.wait_for_focus('Training ended')
        self.type_factor('ctrl+Insert', 'Managers asked about days')
        self.wait_for_focus('Managers asked about days')
        self.wait_for_counts(10, 8, 0)
        self.link_to(OUTCOME)
        self.wait_for_counts(10, 9, 0)

    def go_down_to_a_factor(self):
        while True:
            before = wait('the keyboard in a row', lambda: journey.place_of(find_focused(self.window())))
            keys('Down')
            wait('the next row', lambda: journey.place_of(find_focused(self.window())) not in ([], before))
            if 'contribute' in (self.focus() or ''):
                return

    def say_why_and_tag(self):
        keys('F4')
        self.wait_for_focus('Cause')
        while self.focus() != 'How and why':
            before = journey.place_of(find_focused(self.window()))
            keys('Tab')
            wait('the next field', lambda: journey.place_of(find_focused(self.window())) not in ([], before))
        write(RATIONALE)
        self.wait_for('the rationale', lambda: any(link.get('rationale') == RATIONALE for link in self.records('link')))
        keys('alt+5')
        wait('the outline', lambda: 'contribute' in (self.focus() or ''))
        keys('Home')
        for number in range(2):
            self.go_down_to_a_factor()
            keys('ctrl+t')
            picker = wait('the typology', lambda: find_window('Choose a Code'))
            wait('its field to search', lambda: find('Search', picker))
            write('record')
            wait('what is found', lambda: find('Belongs here', picker))
            keys('Return')
            self.wait_for_counts(10, 9, number + 1)
            wait('the picker to close', lambda: not find_window('Choose a Code'))

    def undo_it_all(self):
        self.built = self.content()
        self.step('Undo', lambda: keys('ctrl+z'))
        self.wait_for_counts(0, 0, 0)

    def redo_it_all(self):
        self.step('Redo', lambda: keys('ctrl+shift+z'))
        self.wait_for_counts(10, 9, 2)
        if self.content() != self.built:
            raise Failure('what was done again is not what was built')

    def read_down(self):
        """What is heard on the way from the first row of the outline to the last: GTK makes rows as they come near."""
        heard = set()
        keys('Home')
        while True:
            before = wait('the keyboard in a row', lambda: journey.place_of(find_focused(self.window())))
            heard |= {node.get_name() for node in journey.nodes(self.window())
                      if node.get_role_name() in ('list item', 'tree item')}
            keys('Page_Down')
            try:
                wait('further rows', lambda: journey.place_of(find_focused(self.window())) not in ([], before),
                     patience=3)
            except Failure:
                return heard

    def hear_it_all(self):
        """The outline names every factor with level and counts, and every link with its ends, kind and state."""
        keys('alt+5')
        heard = self.read_down()
        statements = {record['id']: record['statement'] for record in self.records('factor')}
        links = self.records('link')

        for key, statement in statements.items():
            causes = sum(link['effect'] == key for link in links)
            effects = sum(link['cause'] == key for link in links)
            name = (f'{statement}, {self.LANES[self.level_of(statement)]}, '
                    f'contributed to by {causes}, contributes to {effects}')
            if name not in heard:
                raise Failure(f'“{name}” is not heard')
        for link in links:
            name = f'{statements[link["cause"]]} contributes to {statements[link["effect"]]}, contributes to, Asserted'
            if not any(row.startswith(name) for row in heard):
                raise Failure(f'“{name}” is not heard')


if __name__ == '__main__':
    STEPS = ('write_in_the_outline', 'link_and_change_levels_in_the_outline', 'write_on_the_canvas', 'say_why_and_tag',
             'undo_it_all', 'redo_it_all', 'hear_it_all')
    sys.exit(journey.main(STEPS, lambda folder: ByKeyboard(sys.argv[1], folder, sys.argv[2])))
