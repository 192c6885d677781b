"""Builds and runs projects outside the repository, one per way of using the library:

    find_package (static, shared, C, C++), pkg-config, FetchContent, ctypes from CPython, cffi where it is installed.

    python3 outside.py SOURCE BUILD [--full]     --full: FetchContent builds all of Krait, not only the program's own file
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

CPP = '''#include <krait/krait.hpp>
#include <iostream>
int main() {
    krait::Interpreter python;
    python.module("m").def("twice", [](int n) { return 2 * n; });
    std::cout << python.eval("__import__('m').twice(21)").get<int>() << "\\n";
}
'''
C = '''#include <krait.h>
#include <stdio.h>
int main(void) {
    krait_error error = {0};
    krait_interp* python = krait_new(NULL, &error);
    krait_value* answer = krait_eval(python, "6 * 7", KRAIT_TEXT_END, NULL, &error);
    int64_t n = 0;
    krait_as_int(answer, &n, &error);
    printf("%d\\n", (int)n);
    krait_release(answer);
    krait_free(python);
    return krait_abi() != KRAIT_ABI;
}
'''
FIND_PACKAGE = '''cmake_minimum_required(VERSION 3.25)
project(outside LANGUAGES C CXX)
find_package(krait REQUIRED)
add_executable(static_cpp main.cpp)
target_link_libraries(static_cpp PRIVATE krait::krait)
add_executable(binding "@SOURCE@/bench/embed/binding_krait.cpp" "@SOURCE@/bench/embed/main_krait.cpp")
target_link_libraries(binding PRIVATE krait::krait)
add_executable(shared_cpp main.cpp)
target_link_libraries(shared_cpp PRIVATE krait::shared)
add_executable(shared_c main.c)
target_link_libraries(shared_c PRIVATE krait::shared)
'''
FETCH_CONTENT = '''cmake_minimum_required(VERSION 3.25)
project(outside LANGUAGES C CXX)
include(FetchContent)
FetchContent_Declare(krait SOURCE_DIR "@SOURCE@")
FetchContent_MakeAvailable(krait)
add_executable(program main.cpp)
target_compile_options(program PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
target_link_libraries(program PRIVATE krait::krait)
'''


class Failure(Exception):
    pass


def run(*command, cwd=None, env=None):
    done = subprocess.run(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = done.stdout.decode(errors='replace')
    if done.returncode:
        raise Failure('%s\n%s' % (' '.join(command), text))
    return text


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), 'w') as f:
        f.write(text)


def expect(got, wanted):
    if got != wanted:
        raise Failure('printed %r instead of %r' % (got, wanted))


class Outside:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.prefix = os.path.join(folder, 'installed')
        self.cmake = options.cmake

    def configure(self, source, build, *more):
        run(self.cmake, '-G', 'Ninja', '-S', source, '-B', build, '-DCMAKE_BUILD_TYPE=Release',
            '-DCMAKE_CXX_COMPILER=' + self.options.compiler, *more)

    def install(self):
        run(self.cmake, '--build', self.options.build, '--target', 'krait_libraries')
        run(self.cmake, '--install', self.options.build, '--component', 'krait', '--prefix', self.prefix)
        # The package may be moved as a whole.
        moved = self.prefix + '_moved'
        os.rename(self.prefix, moved)
        self.prefix = moved

    def library(self, name):
        for root, _, files in os.walk(self.prefix):
            if name in files:
                return os.path.join(root, name)
        raise Failure(name + ' is not installed')

    def find_package(self):
        source, build = os.path.join(self.folder, 'find'), os.path.join(self.folder, 'find_build')
        write(source, 'CMakeLists.txt', FIND_PACKAGE.replace('@SOURCE@', os.path.abspath(self.options.source)))
        write(source, 'main.cpp', CPP)
        write(source, 'main.c', C)
        self.configure(source, build, '-DCMAKE_PREFIX_PATH=' + self.prefix)
        run(self.cmake, '--build', build)
        for program in ('static_cpp', 'shared_cpp', 'shared_c'):
            expect(run(os.path.join(build, program)), '42\n')
        # A program with the whole library inside, and one that binds classes besides.
        stripped = os.path.join(build, 'stripped')
        for program in ('static_cpp', 'binding'):
            run('strip', '-o', stripped, os.path.join(build, program))
            size = os.path.getsize(stripped)
            print('    %s: %.2f MB stripped' % (program, size / 1e6))
            if size > 6e6:
                raise Failure('too large')

    def pkg_config(self):
        if not shutil.which('pkg-config'):
            return
        env = dict(os.environ, PKG_CONFIG_PATH=os.path.join(os.path.dirname(self.library('libkrait.a')), 'pkgconfig'))
        write(self.folder, 'main.c', C)
        flags = run('pkg-config', '--cflags', '--libs', 'krait', env=env).split()
        program = os.path.join(self.folder, 'pkg')
        rpath = '-Wl,-rpath,' + os.path.dirname(self.library('libkrait.so'))
        run('cc', '-std=c99', '-Wall', '-Wextra', '-pedantic', '-Werror', '-o', program, os.path.join(self.folder, 'main.c'), *flags, rpath)
        expect(run(program), '42\n')
        static = run('pkg-config', '--static', '--cflags', '--libs', 'krait', env=env).split()
        run('cc', '-o', program, os.path.join(self.folder, 'main.c'), '-Wl,-Bstatic', *[f for f in static if f == '-lkrait' or f[1] in 'LI'],
            '-Wl,-Bdynamic', *[f for f in static if f.startswith('-l') and f != '-lkrait'])
        expect(run(program), '42\n')

    def fetch_content(self):
        source, build = os.path.join(self.folder, 'fetch'), os.path.join(self.folder, 'fetch_build')
        write(source, 'CMakeLists.txt', FETCH_CONTENT.replace('@SOURCE@', self.options.source))
        write(source, 'main.cpp', CPP)
        self.configure(source, build)
        if self.options.full:
            run(self.cmake, '--build', build, '--target', 'program')
            expect(run(os.path.join(build, 'program')), '42\n')
        else:
            run('ninja', '-C', build, 'CMakeFiles/program.dir/main.cpp.o')

    def ctypes(self):
        folder = os.path.join(self.options.source, 'examples', 'c_abi')
        with open(os.path.join(folder, 'expected_ctypes.txt'), encoding='utf-8') as f:
            wanted = f.read()
        env = dict(os.environ, PYTHONIOENCODING='utf-8')
        got = run(sys.executable, os.path.join(folder, 'krait_ctypes.py'), self.library('libkrait.so'), self.library('krait.h'), env=env)
        expect(got, wanted)

    def cffi(self):
        try:
            import cffi
        except ImportError:
            print('    (cffi is not installed)')
            return
        text = run('cc', '-E', '-P', '-DKRAIT_NO_INCLUDES', '-DKRAIT_API=', '-x', 'c', self.library('krait.h'))
        ffi = cffi.FFI()
        ffi.cdef(text)
        library = ffi.dlopen(self.library('libkrait.so'))
        error, n = ffi.new('krait_error*'), ffi.new('int64_t*')
        python = library.krait_new(ffi.NULL, error)
        answer = library.krait_eval(python, b'6 * 7', 5, ffi.NULL, error)
        if not library.krait_as_int(answer, n, error) or n[0] != 42:
            raise Failure('cffi: %r' % n[0])
        library.krait_release(answer)
        library.krait_free(python)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('source')
    parser.add_argument('build')
    parser.add_argument('--cmake', default='cmake')
    parser.add_argument('--compiler', default='c++')
    parser.add_argument('--full', action='store_true')
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix='krait_outside_') as folder:
        outside = Outside(options, folder)
        for step in ('install', 'find_package', 'pkg_config', 'ctypes', 'cffi', 'fetch_content'):
            try:
                getattr(outside, step)()
                print(step, 'passed')
            except Failure as fault:
                failed += 1
                print(step, 'FAILED:', fault)
                if step == 'install':
                    break
    return failed


if __name__ == '__main__':
    sys.exit(main())
