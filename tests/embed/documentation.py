"""Compiles and runs every snippet of docs/embedding.md. A fenced block marked `cpp` is a function body unless it has a
main(); one marked `cpp file` is put before it; `c` and `python` blocks are programs. A following block marked `output` is
what it prints. Bodies see `python`, a fresh interpreter whose standard output is the program's.

    python3 documentation.py SOURCE BUILD [--compiler c++]
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HEAD = '''#include <krait/krait.hpp>
#include <krait/chrono.hpp>
#include <krait/containers.hpp>
#include <krait/record.hpp>
#include <krait/shared.hpp>
#include <functional>
#include <iostream>
#include <thread>
'''
INTERPRETER = '''    krait::Options options_;
    options_.on_stdout = [](std::string_view text) { std::cout << text; };
    krait::Interpreter python(std::move(options_));
'''


def blocks(text):
    """(kind, content, line, expected output) of every fenced block."""
    found = []
    for match in re.finditer(r'^```([^\n]*)\n(.*?)^```', text, re.M | re.S):
        kind, content = match.group(1).strip(), match.group(2)
        line = text.count('\n', 0, match.start()) + 1
        if kind == 'output' and found:
            found[-1][3] = content
        else:
            found.append([kind, content, line, None])
    return found


def program(snippets):
    """One program with every C++ snippet as a function, so that headers are read once."""
    out, calls, pending = HEAD, '', ''
    for kind, content, line, expected in snippets:
        if kind == 'cpp file':
            out += '\nnamespace line_%d {\n' % line + content + '}\nusing namespace line_%d;\n' % line
        elif kind == 'cpp global':
            out += content
        elif kind == 'cpp':
            own = 'krait::Interpreter python' in content
            out += '\nvoid snippet_%d() {\n%s#line %d "embedding.md"\n%s}\n' % (line, '' if own else INTERPRETER, line + 1, content)
            calls += '    std::cout << "@%d\\n"; try { snippet_%d(); } catch (const krait::Error& e) { std::cout << "uncaught " << e.what() << "\\n"; }\n' % (line, line)
    return out + '\nint main() {\n    std::cout << std::boolalpha;\n' + calls + '}\n'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('source')
    parser.add_argument('build')
    parser.add_argument('--compiler', default='c++')
    options = parser.parse_args()
    with open(os.path.join(options.source, 'docs', 'embedding.md'), encoding='utf-8') as f:
        snippets = blocks(f.read())
    libraries = [os.path.join(options.build, room, 'libkrait_%s.a' % room)
                 for room in ('embed', 'builtins', 'vm', 'compiler', 'parser', 'lexer', 'support')]
    include = '-I' + os.path.join(options.source, 'embed', 'include')
    failed = ran = 0
    with tempfile.TemporaryDirectory(prefix='krait_docs_') as folder:
        path = os.path.join(folder, 'snippets')
        with open(path + '.cpp', 'w', encoding='utf-8') as f:
            f.write(program(snippets))
        with open(path + '_c.c', 'w') as f:
            f.write(''.join(content for kind, content, _, _ in snippets if kind == 'c') or 'int main(void) { return 0; }\n')
        common = libraries + ['-lz', '-lgmp', '-lpthread', '-lm']
        subprocess.run([options.compiler, '-std=c++20', '-O0', '-Wall', '-Wextra', include, path + '.cpp', '-o', path] + common, check=True)
        subprocess.run(['cc', '-std=c99', '-Wall', '-Wextra', '-c', include, path + '_c.c', '-o', path + '_c.o'], check=True)
        subprocess.run([options.compiler, path + '_c.o', '-o', path + '_c'] + common, check=True)
        printed = subprocess.run([path], stdout=subprocess.PIPE).stdout.decode()
        parts = dict((int(n), text) for n, text in re.findall(r'^@(\d+)\n(.*?)(?=^@\d+\n|\Z)', printed, re.M | re.S))
        c_printed = subprocess.run([path + '_c'], stdout=subprocess.PIPE).stdout.decode()
        for kind, content, line, expected in snippets:
            if kind not in ('cpp', 'c'):
                continue
            ran += 1
            got = c_printed if kind == 'c' else parts.get(line)
            if got is None or (expected is None and got.startswith('uncaught')) or (expected is not None and got != expected):
                failed += 1
                print('embedding.md:%d: printed %r instead of %r' % (line, got, expected))
    print('%d snippets, %d failed' % (ran, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
