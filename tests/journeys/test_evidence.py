#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From documents to what people could know: sources, extracts, accounts, episodes, and the case through their eyes.

    test_evidence.py THROUGHLINE THROUGHLINE-CLI

Three documents of different formats are imported, extracts are marked and made into factors or held for and against
them. An event is told by three people, two episodes say how it made sense to two of them, and the case is seen through
two people's eyes at two dates. Then all is undone. What is in the file is read by the command line.
"""

import os
import subprocess
import sys
import time
import zipfile

import journey
from journey import Failure, Screen, click, find, find_window, keys, nodes, shows, text_of, wait, write

VISIT = 'Visit of 4 May 2010.\n\nThe baby was asleep.\nThere were twenty minutes before the next visit.\n'
MINUTES = ('<html><head><title>Minutes</title><script>no ()</script></head>'
           '<body><p>The school spoke of a bruise.</p></body></html>')
LETTER = ('<?xml version="1.0"?><office:document-content '
          'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
          '<text:p>Three appointments were missed.</text:p></office:text></office:body></office:document-content>')

ROLES = ('Health visitor', 'Social worker', 'Class teacher')
EVENT, EVENT_DATE = 'Home visit', '4 May 2010'
EPISODES = {'The first months': ('Health visitor', 'A well baby and a tired mother'),
            'The bruise': ('Social worker', 'A child who falls a lot')}
KINDS = ('source', 'extract', 'factor', 'support', 'event', 'account', 'episode', 'rationale')
EYES = 'Through someone’s eyes'


class Evidence(journey.GraphJourney):
    TITLE = 'A case from every side'

    def a_case_with_three_people(self):
        self.open_empty()
        lines = ['{"do":"add","kind":"child","fields":{"label":"Child A"}}',
                 *(f'{{"do":"add","kind":"role","fields":{{"label":"{role}"}}}}' for role in ROLES)]
        subprocess.run([self.cli, 'edit', self.path], input='\n'.join(lines), text=True, check=True,
                       stdout=subprocess.DEVNULL)
        keys('alt+2')
        self.wait_to_find('No sources yet')

    def documents(self):
        folder = os.path.dirname(self.path)
        with open(os.path.join(folder, 'visit.txt'), 'w', encoding='utf-8') as file:
            file.write(VISIT)
        with open(os.path.join(folder, 'minutes.html'), 'w', encoding='utf-8') as file:
            file.write(MINUTES)
        with zipfile.ZipFile(os.path.join(folder, 'letter.odt'), 'w') as file:
            file.writestr('mimetype', 'application/vnd.oasis.opendocument.text')
            file.writestr('content.xml', LETTER)
        return [os.path.join(folder, name) for name in ('visit.txt', 'minutes.html', 'letter.odt')]

    def three_documents_are_imported(self):
        for number, path in enumerate(self.documents(), 1):
            keys('ctrl+i')
            chooser = wait('the file chooser', lambda: find_window('Import Documents as Sources'))
            journey.write_path(path, chooser)
            keys('Return')
            self.wait_for_number('source', number)
            wait('the chooser to close', lambda: not find_window('Import Documents as Sources'))
            wait('what was imported to be read', self.close_report)

    def close_report(self):
        """What was left out of a document is said in a dialog, which stays until it is closed."""
        dialog = find_window('Importing Documents')
        close = dialog and find('Close', dialog, 'push button')
        if close:
            close.get_action_iface().do_action(0)
        return not dialog

    def read(self, title, words):
        """Goes into the text of a source."""
        self.click_on(self.wait_to_find(title, 'label'))
        text = wait(f'the text of {title}', lambda: next((node for node in nodes(self.window())
                                                          if words in text_of(node)), None))
        self.click_on(text)
        self.wait_for_focus('Text of the source')

    def mark(self, lines_down, number):
        keys('ctrl+Home', *['Down'] * lines_down, 'shift+End', 'e')
        self.wait_for_number('extract', number)

    def extracts_become_factors_and_evidence(self):
        self.read('visit', 'twenty minutes')
        self.mark(2, 1)
        keys('f')
        self.wait_for_number('factor', 1)
        self.mark(3, 2)
        keys('f')
        self.wait_for_number('factor', 2)
        keys('minus')
        self.choose('asleep')
        self.wait_for_number('support', 3)
        self.read('Minutes', 'a bruise')
        self.mark(0, 3)
        keys('plus')
        self.choose('twenty')
        self.wait_for_number('support', 4)
        stances = sorted(record.get('stance') for record in self.records('support'))
        if stances != ['against', 'for', 'for', 'for']:
            raise Failure(f'the evidence is {stances}')

    def three_accounts_of_one_event(self):
        journey.point(250, 12)  # where no popover comes between the keyboard and the window
        keys('alt+3')
        self.wait_to_find('Lanes')
        keys('Insert')
        self.wait_for_focus('What happened')
        write(EVENT)
        keys('Tab', 'ctrl+a')
        write(EVENT_DATE)
        keys('Return')
        self.wait_for_number('event', 1)
        for number, role in enumerate(ROLES, 1):
            self.go_to(f'{EVENT_DATE}: {EVENT}')
            keys('a')
            self.choose(role)
            self.wait_for_number('account', number)
            if number == 1:
                self.click_on(self.wait_to_find('Known from', 'text'))
                write(EVENT_DATE)
                self.wait_for('when it was known', lambda: any(
                    record.get('known_from') == '2010-05-04' for record in self.records('account')))

    def two_episodes_that_made_sense(self):
        for number, (title, (role, understood)) in enumerate(EPISODES.items(), 1):
            self.go_to(f'{EVENT_DATE}: {EVENT}')
            keys('e')
            self.choose(title)
            self.wait_for_number('episode', number)
            self.go_to(f'Episode, no date: {title}')
            keys('Return')
            self.click_on(self.wait_to_find('Add a role'))
            self.choose(role)
            self.wait_for_number('rationale', number)
            self.click_on(wait('where to write it', lambda r=role: next(
                (node for node in nodes(self.window()) if node.get_role_name() == 'text'
                 and node.get_name().startswith(f'{r}: What they understood')), None)))
            write(understood)
            self.wait_for('what they understood', lambda text=understood: any(
                record.get('understood') == text for record in self.records('rationale')))
            self.wait_to_find('Back to the Narrative').get_action_iface().do_action(0)
            # A button stays pressed for a moment before it does something.
            self.wait_for_focus(f'Episode, no date: {title}')

    def seen_through_their_eyes(self):
        keys('ctrl+shift+k')
        self.wait_to_find(EYES, 'panel')
        # The choice has the keyboard at first, and stands before the date afterwards.
        # Of one it is recorded since when they knew.
        for role, later, turn in ((ROLES[0], '1 known, 0 could be known, 0 not yet', ()),
                                  (ROLES[1], '0 known, 1 could be known, 0 not yet', ('shift+Tab',))):
            # Anyone comes first, then who has no place of their own in the order of their ids.
            labels = [record['label'] for record in sorted(self.records('role'), key=lambda record: record['id'])]
            for key in (*turn, 'space', 'Home', *['Down'] * (labels.index(role) + 1), 'Return'):
                keys(key)
                time.sleep(journey.SHOW_TIME)
            for date, states in (('3 May 2010', '0 known, 0 could be known, 1 not yet'), ('5 May 2010', later)):
                self.go_to('Date, as')
                keys('ctrl+a')
                write(date)
                keys('Return')
                self.wait_to_see(role, date, states)
        keys('Escape')

    def wait_to_see(self, role, date, states):
        """The sentence on what one sees."""
        try:
            wait(f'{role} on {date}', lambda: any(
                role in node.get_name() and date in node.get_name() and f'Events: {states}' in node.get_name()
                for node in nodes(self.window())))
        except Failure as failure:
            seen = [node.get_name() for node in nodes(self.window()) if 'Events:' in node.get_name()]
            raise Failure(f'{failure}; what is seen: {seen}') from failure

    def all_is_undone(self):
        self.step('Undo', lambda: find('Undo', self.window()).get_action_iface().do_action(0))
        left = {kind: self.number(kind) for kind in KINDS}
        if any(left.values()):
            raise Failure(f'left is {left}')


if __name__ == '__main__':
    STEPS = ('a_case_with_three_people', 'three_documents_are_imported', 'extracts_become_factors_and_evidence',
             'three_accounts_of_one_event', 'two_episodes_that_made_sense', 'seen_through_their_eyes', 'all_is_undone')
    sys.exit(journey.main(STEPS, lambda folder: Evidence(sys.argv[1], folder, sys.argv[2])))
