"""help() and -m pydoc: documentation as a new user finds it."""
import os
import subprocess
import sys
import tempfile
import unittest

KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'krait'))

CLASS = '''
class Shape(dict):
    "Something with an area.\\n\\nMore about it."
    sides = 4
    def area(self, width, height=2, *rest, scale=1, **others): "The area."
    @property
    def name(self): "Its name."
    @staticmethod
    def unit(): pass
    @classmethod
    def make(cls, text): pass
'''


class Help(unittest.TestCase):
    def krait(self, *arguments, stdin=''):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(('PYTHON', 'KRAIT'))}
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([KRAIT] + list(arguments), input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  cwd=folder, timeout=60, env=environment, encoding='utf-8')
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        return done.stdout

    def test_functions(self):
        self.assertEqual(self.krait('-c', 'help(len)'), 'Help on built-in function len in module builtins:\n\nlen(obj, /)\n'
                                                        '    Return the number of items in a container.\n\n')
        self.assertTrue(self.krait('-c', 'help(str.split)').startswith('Help on method_descriptor:\n\nsplit('))
        self.assertTrue(self.krait('-c', 'help("str.split")').startswith('Help on method_descriptor in str:\n\nsplit('))
        self.assertEqual(self.krait('-c', 'def f(a, *, b=1) -> int:\n    "does f"\nhelp(f)'),
                         'Help on function f in module __main__:\n\nf(a, *, b=1) -> int\n    does f\n\n')
        self.assertIn('<lambda> lambda x\n', self.krait('-c', 'help(lambda x: 1)'))
        self.assertIn('async g()\n', self.krait('-c', 'async def g(): pass\nhelp(g)'))

    def test_classes(self):
        text = self.krait('-c', CLASS + 'help(Shape)')
        for part in ('Help on class Shape in module __main__:\n\nclass Shape(builtins.dict)\n |  Something with an area.\n |  \n |  More about it.',
                     ' |  Method resolution order:\n |      Shape\n |      builtins.dict\n |      builtins.object\n |  \n'
                     ' |  Methods defined here:\n |  \n |  area(self, width, height=2, *rest, scale=1, **others)\n |      The area.\n |  \n',
                     ' |  Class methods defined here:\n |  \n |  make(text)\n',
                     ' |  Static methods defined here:\n |  \n |  unit()\n', ' |  name\n |      Its name.\n', ' |  sides = 4\n',
                     ' |  Methods inherited from builtins.dict:\n'):
            self.assertIn(part, text)
        self.assertTrue(self.krait('-c', 'help(5)').startswith('Help on int object:\n\nclass int(object)\n |  int('))
        self.assertTrue(self.krait('-c', 'help("text")').startswith('No Python documentation found for \'text\'.\n'))

    def test_modules(self):
        text = self.krait('-c', 'help("bisect")')
        self.assertTrue(text.startswith('Help on module bisect:\n\nNAME\n    bisect - '))
        self.assertIn('\nFUNCTIONS\n    ', text)
        text = self.krait('-c', 'import enum; help(enum)')
        self.assertIn('\nCLASSES\n    builtins.', text)
        self.assertIn('\nPACKAGE CONTENTS\n', self.krait('-c', 'import json; help(json)'))
        listed = self.krait('-c', 'help("modules")')
        for name in ('json', 'math', 'collections', 'pydoc'):
            self.assertIn(name, listed)
        self.assertIn('bisect - ', self.krait('-c', 'help("modules bisect")'))

    def test_every_module(self):
        """Nothing that can be imported makes help() fail."""
        code = ('import _imp, pydoc, sys\nfor name in sorted(set(_imp._frozen_names()) | set(sys.builtin_module_names)):\n'
                '    if "encodings." in name or name[0] == "_": continue\n'
                '    try: text = pydoc.render_doc(name)\n    except (ImportError, pydoc.ErrorDuringImport): continue\n'
                '    assert "NAME\\n    " + name in text, name\nprint("done")')
        self.assertEqual(self.krait('-c', code), 'done\n')

    def test_words(self):
        for word in ('False None True and as assert async await break class continue def del elif else except finally for from '
                     'global if import in is lambda nonlocal not or pass raise return try while with yield').split():
            self.assertTrue(self.krait('-m', 'pydoc', word).startswith('    '), word)
        self.assertIn('power', self.krait('-m', 'pydoc', '**'))

    def test_session(self):
        text = self.krait('-c', 'help()', stdin='keywords\nint.bit_length\nnothing_like_it\nsymbols\n"json"\nquit\n')
        self.assertTrue(text.startswith('\nWelcome to the help of Krait'))
        for part in ('nonlocal', 'Help on method_descriptor in int:', "No Python documentation found for 'nothing_like_it'",
                     'Help on package json:'):
            self.assertIn(part, text)
        self.assertTrue(text.endswith("help(object) and help('name') answer at the prompt, too.\n"))
        self.krait('-c', 'help()', stdin='')


if __name__ == '__main__':
    if not os.access(KRAIT, os.X_OK):
        sys.exit('no executable %s' % KRAIT)
    unittest.main()
