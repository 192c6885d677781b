#!/usr/bin/env python3
"""Fill in the `# expect:` comments of test scripts from the output of the reference, CPython 3.6.

    annotate.py PYTHON3.6 FILE...

Old expectations are removed first, so the tool can be run again after a change of the test. A line of output is
noted behind the statement of the module that was running when it was written; output of a loop or of a block
that runs out of order is noted below the block. Read the result: the reference is right, the test may be not.
Needs Python 3.8 or newer for itself.
"""
import ast
import json
import os
import re
import subprocess
import sys
import tempfile

NOTE = re.compile(r'\s*# expect(?: raises)?: ?.*$')

# Runs inside the reference: executes the test as __main__ and notes which line of the module was running at each
# write. Prints nothing itself; the notes go to a file.
DRIVER = r'''
import json, sys, types
notes_path, path = sys.argv[1], sys.argv[2]
sys.argv = sys.argv[2:]
sys.path[0] = ''
notes, real = [], sys.stdout
class Writer:
    def __getattr__(self, name):
        return getattr(real, name)
    def write(self, text):
        frame, line = sys._getframe(1), 0
        while frame is not None:
            if frame.f_code.co_filename == path and frame.f_code.co_name == '<module>':
                line = frame.f_lineno
            frame = frame.f_back
        notes.append((line, text))
        return real.write(text)
    def flush(self):
        real.flush()
module = types.ModuleType('__main__')
module.__file__ = path
module.__builtins__ = __builtins__
sys.modules['__main__'] = module
sys.stdout = Writer()
failed = 0
try:
    with open(path, 'rb') as file:
        source = file.read()
    exec(compile(source, path, 'exec'), module.__dict__)
except SystemExit:
    raise
except BaseException as error:
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path and trace.tb_frame.f_code.co_name == '<module>' and not failed:
            failed = trace.tb_lineno
        trace = trace.tb_next
finally:
    sys.stdout = real
    with open(notes_path, 'w') as file:
        json.dump([notes, failed], file)
'''


def directive(source, key):
    return [found.rstrip() for found in re.findall(r'^# %s: ?(.*)$' % key, source, re.M)]


def run_reference(python, path, source, driver=None):
    """(status, stdout, stderr, notes, line of the uncaught exception)"""
    environment = dict(os.environ, PYTHONHASHSEED='0', KRAITHASHSEED='0', PYTHONDONTWRITEBYTECODE='1', PYTHONIOENCODING='utf-8')
    stdin = ''.join(line + '\n' for line in directive(source, 'stdin'))
    if os.path.exists(path[:-3] + '.in'):
        with open(path[:-3] + '.in', encoding='utf-8') as file:
            stdin = file.read()
    options = ' '.join(directive(source, 'options')).split()
    arguments = ' '.join(directive(source, 'args')).split()
    with tempfile.TemporaryDirectory() as folder:
        extra = []
        if driver:
            with open(folder + '/driver.py', 'w') as file:
                file.write(driver)
            extra = [folder + '/driver.py', folder + '/notes']
        done = subprocess.run([python] + options + extra + [os.path.basename(path)] + arguments, timeout=120,
                              input=stdin.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              cwd=os.path.dirname(os.path.abspath(path)), env=environment)
        notes = [[], 0]
        if driver and os.path.exists(folder + '/notes'):
            with open(folder + '/notes') as file:
                notes = json.load(file)
    return done.returncode, done.stdout.decode(), done.stderr.decode(), notes[0], notes[1]


def lines_with_origin(notes):
    """[(line of the module, text)] of complete output lines: the write that begins a line owns it."""
    result, text, origin = [], '', None
    for line, piece in notes:
        for part in piece.splitlines(True):
            if origin is None:
                origin = line
            text += part
            if part.endswith('\n'):
                result.append((origin, text[:-1]))
                text, origin = '', None
    if text:
        result.append((origin, text))
    return result


class Statement:
    """A simple statement of the module, or of a block at module level, with the top-level statement around it."""

    def __init__(self, first, last, top_first, top_last):
        self.first, self.last, self.top_first, self.top_last = first, last, top_first, top_last


def simple_statements(source):
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    result = []

    def visit(body, top):
        for node in body:
            first = min([node.lineno] + [d.lineno for d in getattr(node, 'decorator_list', [])])
            around = top or (first, node.end_lineno)
            blocks = [getattr(node, name) for name in ('body', 'orelse', 'finalbody') if getattr(node, name, None)]
            blocks += [handler.body for handler in getattr(node, 'handlers', [])]
            if not blocks or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                result.append(Statement(first, node.end_lineno, *around))
            for block in blocks if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else []:
                visit(block, around)

    visit(tree.body, None)
    return result


def place(source, outputs, count):
    """{line: [expectations behind it]}, {line: [expectation lines below it]}"""
    statements = simple_statements(source)
    behind, below, groups = {}, {}, []
    for line, text in outputs:
        inner = next((s for s in statements if s.first <= line <= s.last), None)
        top = next(((s.top_first, s.top_last) for s in statements if s.top_first <= line <= s.top_last), None)
        if groups and groups[-1][0] == top:
            groups[-1][1].append((inner, text))
        else:
            groups.append((top, [(inner, text)]))
    last = 0
    for top, members in groups:
        end = max(top[1] if top else count, last)  # a __del__ at exit has no line: below the last
        last = end
        ends = [inner.last if inner else 0 for inner, _ in members]
        in_order = all(a < b for a, b in zip(ends, ends[1:])) and ends[0] > 0
        if in_order and end == (top[1] if top else 0):
            for (inner, text), line in zip(members, ends):
                behind.setdefault(line, []).append(text)
        elif top and members[0][0] and members[0][0].last == top[1] and members[0][0].first == top[0]:
            behind.setdefault(end, []).append(members[0][1])
            below.setdefault(end, []).extend(text for _, text in members[1:])
        else:
            below.setdefault(end, []).extend(text for _, text in members)
    return behind, below


def annotate(python, path):
    with open(path, encoding='utf-8') as file:
        old = file.read()
    lines = []
    for line in old.rstrip('\n').split('\n'):
        bare = NOTE.sub('', line)
        if bare.strip() or not line.strip():
            lines.append(bare if bare != line else line)
    while lines and re.match(r'# exit: ', lines[-1]):
        lines.pop()
    source = '\n'.join(lines) + '\n'
    with open(path, 'w', encoding='utf-8') as file:
        file.write(source)
    _, _, _, notes, failed = run_reference(python, path, source, DRIVER)
    status, out, err, _, _ = run_reference(python, path, source)
    outputs = lines_with_origin(notes)
    texts = out.split('\n')[:-1] if out.endswith('\n') else out.split('\n') if out else []
    if len(texts) != len(outputs):
        outputs = [(outputs[min(i, len(outputs) - 1)][0] if outputs else 0, text) for i, text in enumerate(texts)]
    outputs = [(line, text) for (line, _), text in zip(outputs, texts)]
    behind, below = place(source, outputs, len(lines))
    raises = err.rstrip('\n').split('\n')[-1] if status == 1 and re.match(r'Traceback|  File "', err) else None
    if raises is not None:
        statement = next((s for s in simple_statements(source) if s.first <= failed <= s.last), None)
        at = statement.last if statement else len(lines)
    result = []
    for number, line in enumerate(lines, 1):
        tail = [] if number not in behind else list(behind[number])
        if tail:
            line = line + '  # expect: ' + tail.pop(0)
        extra = ['# expect: ' + text for text in tail + below.get(number, [])]
        if raises is not None and number == at:
            if line == lines[number - 1] and not line.lstrip().startswith('#') and line.strip() and not extra:
                line += '  # expect raises: ' + raises
            else:
                extra.append('# expect raises: ' + raises)
        result.append(line)
        result += [text.rstrip() for text in extra]
    if status != (1 if raises is not None else 0):
        result.append('# exit: %d' % status)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(result) + '\n')


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    python = os.path.abspath(sys.argv[1])
    for path in sys.argv[2:]:
        try:
            annotate(python, path)
        except (OSError, subprocess.SubprocessError, UnicodeError) as error:
            print('%s: %s' % (path, error))


if __name__ == '__main__':
    main()
