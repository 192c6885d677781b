"""Asks an interpreter about programs it may refuse: compile() of text or bytes, and running them as a file."""
import base64
import concurrent.futures
import json
import os
import subprocess
import tempfile

import refused_programs

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'refused.json')

# Runs in the interpreter that is asked: reads one program a line, prints [class, message, line, offset, text] a line.
COMPILE = r'''
import sys, warnings
warnings.simplefilter('ignore')
def answer(program):
    try:
        compile(program, 'refused.py', 'exec', 0, True)
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset, error.text, error.filename]
    except Exception as error:
        return [type(error).__name__, str(error)]
    return ['accepted']
for line in sys.stdin:
    print(ascii(answer(eval(line))))
'''


def all_programs():
    return refused_programs.programs()


def as_bytes(program):
    return program if isinstance(program, bytes) else program.encode('utf-8', 'surrogatepass')


def ask_compile(interpreter, programs):
    lines = ''.join(ascii(program) + '\n' for program in programs)
    with tempfile.TemporaryDirectory() as folder:  # the name of the programs must not be that of a file
        done = subprocess.run(interpreter + ['-c', COMPILE], input=lines.encode('ascii'), stdout=subprocess.PIPE,
                              cwd=folder, timeout=300)
    answers = done.stdout.decode('ascii', 'replace').splitlines()
    return answers + ['died with status %d' % done.returncode] * (len(programs) - len(answers))


def ask_file(interpreter, program):
    """What a file of this program prints on standard error, and the exit status. The file does nothing else: a line at
    its end, where there is none to spoil, is not needed because only refused programs are asked about."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'refused.py'), 'wb') as file:
            file.write(as_bytes(program))
        environment = dict(os.environ, PYTHONIOENCODING='utf-8', LC_ALL='C.UTF-8', PYTHONDONTWRITEBYTECODE='1')
        environment.pop('PYTHONPATH', None)
        done = subprocess.run(interpreter + ['-W', 'ignore', 'refused.py'], cwd=folder, env=environment, timeout=60,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return [done.returncode, done.stderr.decode('utf-8', 'backslashreplace')]


def ask(interpreter, programs, files=None):
    """A record for each program; `interpreter` is a list of words. `files`: which are also run as files; those the interpreter itself refuses."""
    answers = ask_compile(interpreter, programs)
    records = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        wanted = [i for i in range(len(programs)) if (files is None and answers[i] != "['accepted']") or
                  (files is not None and i in files)]
        printed = dict(zip(wanted, pool.map(lambda i: ask_file(interpreter, programs[i]), wanted)))
    for i, program in enumerate(programs):
        record = {'compile': answers[i]}
        if isinstance(program, bytes):
            record['bytes'] = base64.b64encode(program).decode('ascii')
        else:
            record['program'] = program
        if i in printed:
            record['file'] = printed[i]
        records.append(record)
    return records


def read_table():
    """The programs and the reference's records."""
    with open(TABLE, encoding='ascii') as file:
        records = [json.loads(line) for line in file]
    programs = [record['program'] if 'program' in record else base64.b64decode(record['bytes']) for record in records]
    return programs, records
