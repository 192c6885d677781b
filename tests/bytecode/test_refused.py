"""Programs that must be refused with the reference's class, message, line, offset and text (refused.json).

update_refused.py in tests/tools asks the reference again; refused_programs.py holds the programs.
"""
import os
import unittest

import refused
from reference import KRAIT


class Refused(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.programs, cls.expected = refused.read_table()
        wanted = {i for i, record in enumerate(cls.expected) if 'file' in record}
        cls.found = refused.ask([KRAIT, '-X', 'lang=3.6'], cls.programs, wanted)

    def check(self, key):
        count, differences = 0, []
        for program, expected, found in zip(self.programs, self.expected, self.found):
            if key in expected:
                count += 1
                if expected[key] != found.get(key):
                    differences.append('%r\n    expected %s\n    found    %s' % (
                        program[:300], expected[key], found.get(key)))
        self.assertEqual(differences, [], '\n'.join(differences[:20]) + '\n%d of %d' % (len(differences), count))
        self.assertGreaterEqual(count, 300)

    def test_compile(self):
        """What compile() answers."""
        self.check('compile')

    def test_file(self):
        """What running a file prints, the caret included."""
        self.check('file')

    def test_list_is_complete(self):
        """The table belongs to the list of programs."""
        self.assertEqual(self.programs, refused.all_programs(), 'run tests/tools/update_refused.py')


if __name__ == '__main__':
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    unittest.main()
