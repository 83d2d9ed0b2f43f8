#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A graph of ten factors built from nothing by mouse alone: keys only write text.

    test_graph_by_mouse.py THROUGHLINE THROUGHLINE-CLI

Factors come by double click and from the palette, go to another level by a drag, are linked from edge to edge; a link
is chosen at its middle and given its reason, a factor is tagged. Then all is undone and done again with the buttons.
What is in the file is read by the command line.
"""

import sys
import typing

import journey
from journey import Failure, click, drag, extents, find, find_window, nodes, text_of, wait, write

BOX = 'Statement of the factor'

FROM_PALETTE = 'Visits were half the length'
GROUP, GROUP_KEY = 'Working conditions', 'working_conditions'
MOVED, FIRST_LEVEL = 'Forms came before talks', 'case'
LEVELS = {
    FROM_PALETTE: 'frontline',
    'Posts stayed empty': 'local_strategic',
    'The visit was cut short': 'case',
    'A bruise went unseen': 'case',
    'Thirty families to one worker': 'frontline',
    'Supervision went through lists': 'local_strategic',
    'Inspectors asked for dates': 'national',
    MOVED: 'local_strategic',
    'Guidance counted visits': 'national',
    'Funding fell': 'national',
}
LINKS = (
    ('The visit was cut short', 'A bruise went unseen'),
    (FROM_PALETTE, 'The visit was cut short'),
    ('Thirty families to one worker', 'The visit was cut short'),
    ('Supervision went through lists', 'A bruise went unseen'),
    ('Posts stayed empty', 'Thirty families to one worker'),
    ('Inspectors asked for dates', 'Supervision went through lists'),
    (MOVED, FROM_PALETTE),
    ('Guidance counted visits', 'Inspectors asked for dates'),
    ('Guidance counted visits', MOVED),
    ('Funding fell', 'Posts stayed empty'),
)
RATIONALE = 'Ten minutes leave no time to see a child alone'

BESIDE = 16  # pixels between what is put side by side
WITHIN_HANDLE = 4  # pixels from the edge of a factor, where its handle is
FIRST_WIDTH = 216  # pixels allowed for a factor before there is one to see
PADDING_X, PADDING_Y = 12, 8  # of a factor and of the name of a lane


class Box(typing.NamedTuple):
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height

    @property
    def middle(self):
        return self.x + self.width / 2, self.y + self.height / 2


class ByMouse(journey.GraphJourney):
    # What is in the file

    def levels(self):
        return {record['statement']: record['level'] for record in self.records('factor')}

    def ends(self):
        """The statements at the ends of every link."""
        statements = {record['id']: record['statement'] for record in self.records('factor')}
        return {(statements[link['cause']], statements[link['effect']]) for link in self.records('link')}

    # Where things are in the window

    def outer(self, node):
        box = extents(node)
        return Box(box.x - PADDING_X, box.y - PADDING_Y, box.width + 2 * PADDING_X, box.height + 2 * PADDING_Y)

    def boxes(self):
        """Where the factors on the canvas are, by their statements."""
        return {node.get_name(): self.outer(node) for node in nodes(self.canvas)
                if node.get_role_name() == 'list item' and node.get_name() in LEVELS}

    def settled_boxes(self):
        """The same, once all that is in the file is there and stands still."""
        before = None

        def stand_still():
            nonlocal before
            earlier, before = before, self.boxes()
            return earlier == before and set(before) == set(self.levels())

        self.wait_for('the canvas to stand still', stand_still)
        return before

    def lane(self, level):
        """The name of a lane, from which it reaches to the other edge of the canvas."""
        return self.outer(find(self.LANES[level], self.canvas, 'label'))

    def free_spot(self, level):
        """The middle of a place in the lane of that level where no factor is."""
        boxes, lane = self.settled_boxes().values(), self.lane(level)
        width = next((box.width for box in boxes), FIRST_WIDTH)
        left = lane.right + BESIDE
        for box in sorted(box for box in boxes if box.y < lane.bottom and box.bottom > lane.y):
            if left + width + BESIDE <= box.x:
                break
            left = max(left, box.right + BESIDE)
        if left + width > extents(self.canvas).x + extents(self.canvas).width:
            raise Failure(f'no room at the level “{level}”')
        return left + width / 2, lane.middle[1]

    def says(self, words):
        """Whether that is said beside the pointer."""
        return any(words in (node.get_name() or text_of(node)) and extents(node).width > 0
                   for node in nodes(self.canvas) if node.get_role_name() == 'status bar')

    # What is done again and again

    def click_at(self, spot, times=1):
        click(*self.screen.at(*spot), times)

    def click_on(self, node):
        click(*self.screen.centre(node))

    def click_on_ground(self):
        """Where nothing is: beside the name of a lane."""
        lane = self.lane('case')
        self.click_at((lane.right + BESIDE / 2, lane.middle[1]))

    def write_statement(self, statement):
        n = len(self.records('factor'))
        wait(f'a box to write “{statement}” in', lambda: find(BOX, self.canvas))
        write(statement)
        wait('the statement in it', lambda: journey.shows(self.canvas, statement))
        self.click_on_ground()
        self.wait_for('one factor more', lambda: len(self.records('factor')) == n + 1)

    def draw_link(self, cause, effect, words):
        boxes = self.settled_boxes()
        start, end = boxes[cause], boxes[effect]
        drag(self.screen.at(start.middle[0], start.bottom - WITHIN_HANDLE), self.screen.at(*end.middle),
             lambda: wait(f'“{words}” beside the pointer', lambda: self.says(words)))

    def in_inspector(self, name, role):
        """A part of the inspector, brought into view with the wheel."""
        def in_view():
            node, frame = find(name, self.inspector, role), extents(self.inspector)
            box = extents(node) if node else None
            if not box or box.height <= 0:
                return None
            if frame.y < box.y and box.y + box.height < frame.y + frame.height:
                return node
            journey.point(*self.screen.centre(self.inspector))
            journey.hand('click', 4 if box.y <= frame.y else 5)
            return None
        return wait(f'“{name}” in the inspector', in_view)

    # The steps

    def open_an_empty_graph(self):
        self.open_empty()
        self.screen = journey.Screen(self.window())
        self.screen.fill()
        self.click_on(find('Graph', self.window(), 'list item'))
        self.canvas = wait('the canvas', lambda: find('Graph', self.window(), 'list'))
        self.inspector = find('Inspector', self.window())
        wait('it to be empty', lambda: find('No factors yet', self.canvas))

    def take_a_factor_from_the_palette(self):
        left = extents(self.canvas).x
        button = find('Groups of factors', self.window())
        self.click_on(button)
        wait('the palette', lambda: extents(self.canvas).x > left)
        group = wait('the group', lambda: find(GROUP, find('Groups of factors', self.window(), 'list')))
        spot = self.free_spot(LEVELS[FROM_PALETTE])

        def dropped():
            drag(self.screen.centre(group), self.screen.at(*spot))
            try:
                return wait('a box', lambda: find(BOX, self.canvas), patience=5)
            except Failure:
                return None  # let go before both sides of the drag had agreed: again

        wait('the group on the canvas', dropped)
        self.write_statement(FROM_PALETTE)
        self.wait_for('its group', lambda: self.records('factor')[0]['category'] == GROUP_KEY)
        self.click_on(button)
        wait('the palette to close', lambda: extents(self.canvas).x == left)

    def add_factors_by_double_click(self):
        for statement, level in LEVELS.items():
            if statement != FROM_PALETTE:
                self.click_at(self.free_spot(FIRST_LEVEL if statement == MOVED else level), 2)
                self.write_statement(statement)
        self.wait_for('each at its level', lambda: self.levels() == {**LEVELS, MOVED: FIRST_LEVEL})

    def drag_one_to_another_level(self):
        spot = self.free_spot(LEVELS[MOVED])
        drag(self.screen.at(*self.settled_boxes()[MOVED].middle), self.screen.at(*spot))
        self.wait_for('it to be there', lambda: self.levels() == LEVELS)

    def link_edge_to_edge(self):
        for n, (cause, effect) in enumerate(LINKS, 1):
            self.draw_link(cause, effect, f'“{cause}” → “{effect}”')
            self.wait_for_counts(len(LEVELS), n, 0)
        self.wait_for('their ends', lambda: self.ends() == set(LINKS))

    def hear_why_nothing_is_linked_twice(self):
        self.draw_link(*LINKS[0], 'already')
        self.wait_for_counts(len(LEVELS), len(LINKS), 0)

    def say_why_and_tag(self):
        cause, effect = LINKS[0]
        self.click_on(find(f'{cause} contributes to {effect}', self.canvas, 'list item'))
        self.click_on(self.in_inspector('How and why', 'text'))
        write(RATIONALE)
        self.click_on_ground()
        self.wait_for('the rationale', lambda: any(link.get('rationale') == RATIONALE for link in self.records('link')))
        self.click_at(self.settled_boxes()[cause].middle)
        self.click_on(self.in_inspector('Add a tag', 'push button'))
        picker = wait('the typology', lambda: find_window('Choose a Code'))
        wait('its field to search', lambda: find('Search', picker))
        write('record')
        wait('what is found', lambda: find('Belongs here', picker))
        click(*journey.Screen(picker).centre(find('Choose', picker, 'push button')))
        self.wait_for_counts(len(LEVELS), len(LINKS), 1)
        wait('the picker to close', lambda: not find_window('Choose a Code'))

    def undo_it_all(self):
        self.built = self.content()
        button = find('Undo', self.window())
        self.step('Undo', lambda: self.click_on(button))
        self.wait_for_counts(0, 0, 0)
        wait('the empty canvas', lambda: find('No factors yet', self.canvas))

    def redo_it_all(self):
        button = find('Redo', self.window())
        self.step('Redo', lambda: self.click_on(button))
        self.wait_for_counts(len(LEVELS), len(LINKS), 1)
        if self.content() != self.built:
            raise Failure('what was done again is not what was built')
        self.settled_boxes()


if __name__ == '__main__':
    STEPS = ('open_an_empty_graph', 'take_a_factor_from_the_palette', 'add_factors_by_double_click',
             'drag_one_to_another_level', 'link_edge_to_edge', 'hear_why_nothing_is_linked_twice', 'say_why_and_tag',
             'undo_it_all', 'redo_it_all')
    sys.exit(journey.main(STEPS, lambda folder: ByMouse(sys.argv[1], folder, sys.argv[2])))
