"""What the interactive prompt asks of Python: completion, await outside of functions, and the prompt for programs."""

import builtins
import sys

_KEYWORDS = ('False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del',
             'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal',
             'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield')
_IN_EXPRESSIONS = ('False', 'None', 'True', 'and', 'async', 'await', 'else', 'for', 'if', 'in', 'is', 'lambda', 'not', 'or',
                   'yield')


# ---------------------------------------------------------------------------------------------- completion

def complete(text, cursor, namespace):
    """(start, words): what text[start:cursor] may become. `cursor` and `start` count characters."""
    before = text[:cursor]
    line = before[before.rfind('\n') + 1:]
    quote, inside = _open_string(before)
    if quote is not None:
        key = _complete_key(before, quote, inside, namespace)
        return key if key is not None else (cursor - len(inside), _files(inside))
    words = line.split()
    if words and words[0] in ('import', 'from') and not line[-1:] == ')':
        found = _complete_import(line, words, cursor)
        if found is not None:
            return found
    chain = _chain_before(before)
    if '.' in chain:
        owner, _, prefix = chain.rpartition('.')
        found, value = _value_before(before[:len(before) - len(prefix) - 1], namespace)
        names = _attributes(value, prefix) if found else []
        return cursor - len(prefix), names
    callee = _call_before(before[:len(before) - len(chain)])
    names = _keyword_arguments(before, chain, callee, namespace)
    return cursor - len(chain), names + _names(chain, namespace, _IN_EXPRESSIONS if callee else _KEYWORDS)


def _open_string(text):
    """Position of the quote of a string that is open at the end, and what is in it."""
    i, length = 0, len(text)
    while i < length:
        c = text[i]
        if c == '#':
            end = text.find('\n', i)
            if end < 0:
                return None, ''
            i = end
        elif c in '\'"':
            mark = c * 3 if text.startswith(c * 3, i) else c
            j = i + len(mark)
            while j < length and not text.startswith(mark, j):
                if text[j] == '\n' and len(mark) == 1:
                    break
                j += 2 if text[j] == '\\' else 1
            if j >= length:
                return i, text[i + len(mark):]
            i = j + len(mark) - 1
        i += 1
    return None, ''


def _chain_before(text):
    """The names and dots at the end of the text."""
    i = len(text)
    while i > 0 and (text[i - 1].isidentifier() or text[i - 1].isdigit() or text[i - 1] == '.'):
        i -= 1
    chain = text[i:]
    return chain if not chain[:1].isdigit() else ''


def _value(chain, namespace):
    """(True, value) of names joined by dots; nothing else is evaluated."""
    parts = chain.split('.')
    try:
        value = namespace[parts[0]] if parts[0] in namespace else getattr(builtins, parts[0])
        for part in parts[1:]:
            value = getattr(value, part)
    except Exception:
        return False, None
    return True, value


def _value_before(text, namespace, depth=0):
    """(True, value) of what the text ends with: names, a string, items of plain containers. Nothing else is evaluated."""
    if text[-1:] in ('"', "'"):
        return True, ''
    if text[-1:] == ']' and depth < 10:
        import ast
        start = text.rfind('[')
        try:
            key = ast.literal_eval(text[start + 1:-1])
            found, value = _value_before(text[:start], namespace, depth + 1)
            if found and type(value) in (dict, list, tuple, str):
                return True, value[key]
        except Exception:
            pass
        return False, None
    chain = _chain_before(text)
    if chain[:1] == '.':
        found, value = _value_before(text[:len(text) - len(chain)], namespace, depth + 1)
        try:
            for part in chain[1:].split('.') if found and depth < 10 else ():
                value = getattr(value, part)
        except Exception:
            found = False
        return found, value
    return _value(chain, namespace)


def _attributes(value, prefix):
    try:
        names = [n for n in dir(value) if isinstance(n, str) and n.startswith(prefix)]
    except Exception:
        return []
    if not prefix.startswith('_'):
        names = [n for n in names if not n.startswith('_')]
    return sorted(set(names))


def _names(prefix, namespace, keywords):
    if not prefix:
        return []
    names = set(namespace) | set(dir(builtins)) | set(keywords)
    return sorted(n for n in names if isinstance(n, str) and n.startswith(prefix) and (prefix[0] == '_' or n[0] != '_'))


def _call_before(text):
    """The names before the bracket that is open at the end, or ''."""
    depth, i = 0, len(text)
    while i > 0:
        i -= 1
        c = text[i]
        if c in ')]}':
            depth += 1
        elif c in '([{':
            if depth == 0:
                return _chain_before(text[:i]) if c == '(' else ''
            depth -= 1
        elif c == '\n' and depth == 0 and not text[:i].rstrip().endswith(('(', ',')):
            return ''
    return ''


def _parameters(function):
    function = getattr(function, '__func__', function)
    if isinstance(function, type):
        function = getattr(function, '__init__', None)
    code = getattr(function, '__code__', None)
    if code is not None:
        names = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]
        return [n for i, n in enumerate(names) if not (i == 0 and n in ('self', 'cls'))]
    signature = getattr(function, '__text_signature__', None)
    if not signature:
        return []
    parts = [p.split('=')[0].strip() for p in signature.strip('()').split(',')]
    if '/' in parts:
        parts = parts[parts.index('/') + 1:]
    return [p for p in parts if p.isidentifier() and p not in ('self', 'module', 'type')]


def _keyword_arguments(text, prefix, callee, namespace):
    if not callee or text[:len(text) - len(prefix)].rstrip()[-1:] not in '(,':
        return []
    found, value = _value(callee, namespace)
    try:
        names = _parameters(value) if found else []
    except Exception:
        return []
    return [n + '=' for n in names if n.startswith(prefix)]


def _complete_key(text, quote, inside, namespace):
    before = text[:quote]
    if not before.endswith('['):
        return None
    found, value = _value(_chain_before(before[:-1]), namespace)
    if not found or not hasattr(value, 'keys'):
        return None
    try:
        keys = [k for k in value.keys() if isinstance(k, str) and k.startswith(inside)]
    except Exception:
        return None
    close = text[quote] + ']'
    return len(text) - len(inside), sorted(k + close for k in keys)


def _files(prefix):
    import os
    folder, name = os.path.split(prefix)
    try:
        names = os.listdir(os.path.expanduser(folder) if folder else '.')
    except OSError:
        return []
    found = []
    for n in sorted(names):
        if n.startswith(name) and (name or not n.startswith('.')):
            path = os.path.join(folder, n)
            found.append(path + '/' if os.path.isdir(os.path.expanduser(path)) else path)
    return found


def _modules(prefix):
    import os
    package, _, tail = prefix.rpartition('.')
    names = set()
    if package:
        try:
            module = __import__(package, None, None, ['x'])
        except Exception:
            return []
        folders = getattr(module, '__path__', [])
        names.update(n for n in dir(module) if type(getattr(module, n, None)) is type(sys))
        inside = [n[len(package) + 1:] for n in __import__('_imp')._frozen_names() if n.startswith(package + '.')]
        names.update(n for n in inside if '.' not in n)
    else:
        folders = sys.path
        names.update(n for n in sys.builtin_module_names)
        names.update(n for n in sys.modules if '.' not in n)
        names.update(n for n in __import__('_imp')._frozen_names() if '.' not in n)
    for folder in folders:
        try:
            files = os.listdir(folder or '.')
        except OSError:
            continue
        for file in files:
            path = os.path.join(folder or '.', file)
            if file.endswith('.py') and file != '__init__.py':
                names.add(file[:-3])
            elif file.isidentifier() and os.path.isfile(os.path.join(path, '__init__.py')):
                names.add(file)
    lead = package + '.' if package else ''
    return sorted(lead + n for n in names if n.startswith(tail) and n.isidentifier() and (tail[:1] == '_' or n[0] != '_'))


def _complete_import(line, words, cursor):
    word = _chain_before(line)
    if words[0] == 'from' and 'import' in words[1:]:
        try:
            module = __import__(words[1], None, None, ['x'])
        except Exception:
            return cursor - len(word), []
        return cursor - len(word), _attributes(module, word)
    if words[0] == 'from' and (len(words) > 2 or (len(words) == 2 and line.endswith(' '))):
        return cursor - len(word), ['import '] if 'import'.startswith(word) else []
    return cursor - len(word), _modules(word)


# ---------------------------------------------------------------------------------------------- await

def _wrapped(source, names=(), expression=False):
    lines = source.strip('\n').split('\n')
    head = 'async def __prompt__():\n'
    if names:
        head += '    global ' + ', '.join(names) + '\n'
    if expression:
        lines[0] = 'return (' + lines[0]
        lines[-1] += '\n    )'
    return head + '\n'.join('    ' + line for line in lines) + '\n'


def _compiles(source, mode='exec'):
    try:
        return compile(source, '<stdin>', mode)
    except (SyntaxError, ValueError):
        return None


def needs_await(source):
    """Whether the text is only valid inside of a coroutine function."""
    if ('await' not in source and 'async' not in source) or _compiles(source, 'single'):
        return False
    return _compiles(_wrapped(source)) is not None


def run_await(source, namespace):
    """Runs such a text: its names become global, the value of an expression is displayed."""
    expression = _compiles(_wrapped(source, (), True)) is not None
    code = compile(_wrapped(source, (), expression), '<stdin>', 'exec')
    inner = [c for c in code.co_consts if hasattr(c, 'co_varnames')][0]
    code = compile(_wrapped(source, inner.co_varnames + inner.co_cellvars, expression), '<stdin>', 'exec')
    own = namespace.get('__prompt__', namespace)
    exec(code, namespace)
    function = namespace.pop('__prompt__')
    if own is not namespace:
        namespace['__prompt__'] = own
    value = _drive(function())
    if expression:
        sys.displayhook(value)


def _drive(coroutine):
    if 'asyncio' in sys.modules:
        return sys.modules['asyncio'].get_event_loop().run_until_complete(coroutine)
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


# ---------------------------------------------------------------------------------------------- for programs

def machine():
    """One JSON object per line on stdin, one per line on stdout. {"id", "cmd", ...}:
    run {"code"}: status ok, error, incomplete or exit, with stdout, stderr, value and error;
    complete {"code", "cursor"}: start and matches; check {"code"}: complete, incomplete or invalid."""
    import io
    import json
    namespace = sys.modules['__main__'].__dict__
    source, sink = sys.stdin, sys.stdout
    while True:
        line = source.readline()
        if not line:
            return 0
        if not line.strip():
            continue
        answer = {}
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise ValueError("a request is a JSON object")
            answer['id'] = request.get('id')
            command = request.get('cmd', 'run')
            code = request.get('code', '')
            if command == 'run':
                _machine_run(code, namespace, answer, io)
            elif command == 'complete':
                answer['start'], answer['matches'] = complete(code, request.get('cursor', len(code)), namespace)
                answer['status'] = 'ok'
            elif command == 'check':
                answer['status'] = _check(code)
            else:
                raise ValueError("unknown cmd %r" % (command,))
        except ValueError as error:
            answer.update(status='error', error={'type': 'ProtocolError', 'message': str(error)})
        sink.write(json.dumps(answer) + '\n')
        sink.flush()
        if answer['status'] == 'exit':
            return answer['code']


def _check(source):
    if _compiles(source + '\n'):
        return 'complete'
    for tail in ('\n    pass\n', '\n)', '\n]', '\n}', '"""', "'''"):
        if _compiles(source + tail):
            return 'incomplete'
    return 'invalid'


def _machine_run(source, namespace, answer, io):
    if _check(source) == 'incomplete':
        answer['status'] = 'incomplete'
        return
    streams = sys.stdin, sys.stdout, sys.stderr, sys.displayhook
    shown = []

    def display(value):
        if value is not None:
            builtins._ = value
            shown.append(repr(value))

    sys.stdin, sys.stdout, sys.stderr, sys.displayhook = io.StringIO(), io.StringIO(), io.StringIO(), display
    answer['status'] = 'ok'
    try:
        if needs_await(source):
            run_await(source, namespace)
        else:
            code = _compiles(source, 'single')
            exec(code if code else compile(source, '<stdin>', 'exec'), namespace)
    except SystemExit as leaving:
        status = leaving.code
        answer.update(status='exit', code=status if isinstance(status, int) else 0 if status is None else 1)
    except BaseException as error:
        answer.update(status='error', error=_error(error))
    finally:
        out, err = sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr, sys.displayhook = streams
    answer['stdout'], answer['stderr'] = out.getvalue(), err.getvalue()
    if shown:
        answer['value'] = shown[-1]


def _error(error):
    import traceback
    trace = error.__traceback__.tb_next if error.__traceback__ else None
    found = {'type': type(error).__name__, 'message': str(error), 'frames': []}
    found['traceback'] = ''.join(traceback.format_exception(type(error), error, trace))
    while trace is not None:
        code = trace.tb_frame.f_code
        found['frames'].append({'file': code.co_filename, 'line': trace.tb_lineno, 'function': code.co_name})
        trace = trace.tb_next
    if isinstance(error, SyntaxError):
        found['line'], found['column'] = error.lineno, error.offset
    return found
