#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the graph to what a board reads and answers: a pattern, a finding, a question, a response, a report.

    test_finding.py THROUGHLINE THROUGHLINE-CLI SAMPLE

The sample's graph is the beginning. Two factors of it that are in no pattern are gathered into one, the pattern becomes
a finding that says how one thing leads to another and asks the board something. The board answers and plans an action,
a report says all of it, and then all is undone, down to the sample itself. What is in the file is read by the command
line.
"""

import os
import re
import subprocess
import sys
import time

import journey
from journey import Failure, Screen, click, extents, find, find_focused, find_window, keys, role_of, wait, write

PATTERN = 'What is promised takes years to arrive'
STATEMENT = 'Posts are promised before anyone has been trained, so that services plan for help that is not there.'
QUESTION = 'What would services do this year if no new posts came?'
REASONS = 'Plans have leant on posts that nobody could fill.'
ACTION = 'Count only posts that are filled when a plan is made.'
KINDS = ('pattern', 'finding', 'board_question', 'response', 'action')


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
        """Goes with the Tab key to what has a name that begins so: on a long page it may be out of sight."""
        for _ in range(most):
            focused = find_focused(self.window())
            if focused and focused.get_name().startswith(beginning):
                return
            keys('Tab')
            time.sleep(journey.SHOW_TIME)
        raise Failure(f'{beginning}: not reached by Tab; the keyboard is at {focused and focused.get_name()}')

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

    def the_board_responds(self):
        keys('alt+8')
        self.wait_for_focus(f'Finding {self.newest("finding")["number"]}')
        self.go_by_tab('Respond')
        keys('space')
        # By GTK 4.18 the entries of a menu have no names.
        wait('the first answer', lambda: (focused := find_focused(self.window())) and role_of(focused) == 'menu item')
        keys('Return')
        self.wait_for_one_more('response')
        self.wait_for_value('response', 'decision', 'accepted')
        self.go_by_tab('Reasons')
        write(REASONS)
        self.wait_for_value('response', 'reasons', REASONS)
        if self.newest('response')['to'] != self.newest('board_question')['id']:
            raise Failure('the response is to something else')

    def an_action_is_planned(self):
        self.go_by_tab('Add an action')
        write(ACTION)
        keys('Return')
        self.wait_for_one_more('action')
        self.wait_for_value('action', 'text', ACTION)

    def a_report_is_made(self):
        keys('ctrl+r')
        dialog = wait('the dialog of the report', lambda: find_window('Make a Report'))
        make = wait('the button that makes it', lambda: next(
            (node for node in journey.nodes(dialog) if role_of(node) == 'push button'
             and node.get_name().startswith('Make') and journey.has_state(node, journey.Atspi.StateType.SENSITIVE)),
            None))
        make.get_action_iface().do_action(0)
        chooser = wait('the file chooser', lambda: find_window('Where to Put the Report'))
        path = os.path.join(os.path.dirname(self.path), 'report.html')
        keys('ctrl+a')
        journey.write_path(path, chooser)
        keys('Return')
        wait('the report', lambda: os.path.exists(path))
        with open(path, encoding='utf-8') as file:
            said = ' '.join(re.sub('<[^>]*>', ' ', file.read()).split())
        missing = [text for text in (STATEMENT, QUESTION, REASONS, ACTION) if text not in said]
        if missing:
            raise Failure(f'the report does not say {missing}')

    def all_is_undone(self):
        wait('the dialog to close', lambda: not find_window('Make a Report'))
        self.step('Undo', lambda: find('Undo', self.window()).get_action_iface().do_action(0))
        if any(self.number(kind) for kind in KINDS):
            raise Failure('something is left')
        find('Redo', self.window()).get_action_iface().do_action(0)
        self.wait_for('the sample as it was', lambda: self.before == {
            kind: {record['id'] for record in self.records(kind)} for kind in KINDS})


if __name__ == '__main__':
    STEPS = ('the_sample_in_a_window', 'factors_become_a_pattern', 'the_pattern_becomes_a_finding',
             'a_question_for_the_board', 'the_board_responds', 'an_action_is_planned', 'a_report_is_made',
             'all_is_undone')
    sys.exit(journey.main(STEPS, lambda folder: Finding(sys.argv[1], folder, sys.argv[2], sys.argv[3])))
