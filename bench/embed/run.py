#!/usr/bin/env python3
"""Krait's binding beside pybind11's (Debian: pybind11-dev) in one run: what calls cost, what compiling a binding file costs.

    bench/embed/run.py [--build build/release] [--compiler c++]
"""
import argparse
import os
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
ROOMS = ('embed', 'builtins', 'vm', 'compiler', 'parser', 'lexer', 'support')


def cpu_of(command):
    """Seconds of user CPU that the command took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before.ru_utime


def output_of(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()


def python_flags():
    # The distribution's own, which pybind11-dev is made for, before one that somebody built.
    config = '/usr/bin/python3.11-config'
    if not os.path.exists(config):
        config = shutil.which('python3.11-config') or shutil.which('python3-config') or 'python3-config'
    return shlex.split(output_of(config, '--includes')), shlex.split(output_of(config, '--ldflags', '--embed'))


def times(program):
    lines = output_of(program, os.path.join(HERE, 'calls.py')).splitlines()
    return dict((name, float(number)) for name, number in (line.split('\t') for line in lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--build', default=os.path.join(ROOT, 'build', 'release'))
    parser.add_argument('--compiler', default='c++')
    parser.add_argument('--rounds', type=int, default=5, help='compilations of which the median is told')
    options = parser.parse_args()
    includes, ldflags = python_flags()
    libraries = [os.path.join(options.build, room, 'libkrait_%s.a' % room) for room in ROOMS] + ['-lz', '-lgmp', '-lpthread']
    sides = {
        'krait': (['-I' + os.path.join(ROOT, 'embed', 'include')], ['-Wl,--gc-sections'] + libraries),
        'pybind11': (includes, ldflags),
    }
    compiled, called, programs = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for side, (include, link) in sides.items():
            base = [options.compiler, '-std=c++20', '-O2', '-fvisibility=hidden'] + include
            objects = []
            for part in ('binding', 'main'):
                target = os.path.join(folder, '%s_%s.o' % (part, side))
                command = base + ['-c', os.path.join(HERE, '%s_%s.cpp' % (part, side)), '-o', target]
                if part == 'binding':
                    compiled[side] = statistics.median(cpu_of(command) for _ in range(options.rounds))
                else:
                    cpu_of(command)
                objects.append(target)
            program = os.path.join(folder, side)
            subprocess.run([options.compiler] + objects + ['-o', program] + link, check=True)
            called[side] = times(program)
            programs[side] = program
        subprocess.run(['strip', programs['krait']], check=True)
        size = os.path.getsize(programs['krait'])
    print('%-32s %10s %10s' % ('', 'Krait', 'pybind11'))
    print('%-32s %8.2f s %8.2f s' % ('compiling the binding file, -O2', compiled['krait'], compiled['pybind11']))
    print('%-32s %7.2f MB' % ('the program, stripped', size / 1e6))
    for name in called['krait']:
        print('%-32s %7.1f ns %7.1f ns' % (name, called['krait'][name], called['pybind11'][name]))


if __name__ == '__main__':
    sys.exit(main())
