#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the graph to what a board is asked: a pattern, a finding, a question.

    test_finding.py THROUGHLINE THROUGHLINE-CLI SAMPLE

The sample's graph is the beginning. Two factors of it that are in no pattern are gathered into one, the pattern becomes
a finding that says how one thing leads to another and asks the board something. What is in the file is read by the
command line.
"""

import subprocess
import sys
import time

import journey
from journey import Failure, Screen, click, extents, find_focused, keys, wait, write

PATTERN = 'What is promised takes years to arrive'
STATEMENT = 'Posts are promised before anyone has been trained, so that services plan for help that is not there.'
QUESTION = 'What would services do this year if no new posts came?'
KINDS = ('pattern', 'finding', 'board_question')


class Finding(journey.GraphJourney):
    TITLE = 'Child A and Child B, Harrowmere (a fictional review)'

    def __init__(self, program, folder, cli, sample):
        super().__init__(program, folder, cli)
        self.sample = sample
        self.before = {}

    def newest(self, kind):
        """The record of a kind that was not there at first."""
        return next(record for record in self.records(kind) if record['id'] not in self.before[kind])

    def wait_for_one_more(self, kind):
        self.wait_for_number(kind, len(self.before[kind]) + 1)

    def wait_for_value(self, kind, field, value):
        try:
            self.wait_for(f'{field} of {kind}', lambda: self.newest(kind).get(field) == value)
        except Failure as failure:
            raise Failure(f'{failure}; it is {self.newest(kind)}') from failure

    def click_on_top(self, beginning):
        """Clicks near the upper edge of what has a name that begins so: below may be its parts."""
        box = extents(self.find_beginning(beginning))
        click(*Screen(self.window()).at(box.x + box.width / 2, box.y + 20))
        self.wait_for_focus(beginning)

    def go_by_tab(self, beginning, most=40):
        """Goes with the Tab key to what has a name that begins so: on a long page it may be out of sight. The button in
        a menu button has no name of its own."""
        for _ in range(most):
            focused = find_focused(self.window())
            names = focused and (focused.get_name(), focused.get_parent().get_name())
            if names and any(name.startswith(beginning) for name in names):
                return
            keys('Tab')
            time.sleep(journey.SHOW_TIME)
        raise Failure(f'{beginning}: not reached by Tab; the keyboard is at {names}')

    # The steps

    def the_sample_in_a_window(self):
        subprocess.run([self.cli, 'import', self.sample, '-o', self.path], check=True, stdout=subprocess.DEVNULL)
        self.before = {kind: {record['id'] for record in self.records(kind)} for kind in KINDS}
        journey.point(250, 12)
        self.start(self.path)
        wait('the review in a window', self.window)

    def factors_become_a_pattern(self):
        keys('alt+6')
        self.wait_for_focus('A national growth')
        keys('space', 'shift+Down', 'g')
        self.wait_for_one_more('pattern')
        factors = self.newest('pattern')['factors']
        if len(factors) != 2:
            raise Failure(f'the pattern has {len(factors)} factors')
        self.wait_for_focus('Title')
        write(PATTERN)
        self.wait_for_value('pattern', 'title', PATTERN)

    def the_pattern_becomes_a_finding(self):
        self.click_on_top(f'Pattern “{PATTERN}”')
        keys('f')
        self.wait_for_one_more('finding')
        self.wait_for_focus('Statement')
        keys('ctrl+a')
        write(STATEMENT)
        self.wait_for_value('finding', 'statement', STATEMENT)

    def a_question_for_the_board(self):
        self.go_by_tab('Ask the board another question')
        write(QUESTION)
        keys('Return')
        self.wait_for_one_more('board_question')
        self.wait_for_value('board_question', 'text', QUESTION)


if __name__ == '__main__':
    STEPS = ('the_sample_in_a_window', 'factors_become_a_pattern', 'the_pattern_becomes_a_finding',
             'a_question_for_the_board')
    sys.exit(journey.main(STEPS, lambda folder: Finding(sys.argv[1], folder, sys.argv[2], sys.argv[3])))
