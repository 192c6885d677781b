"""Measure how long small pieces of code take.

usage: timeit [-n N] [-r N] [-s S] [-t] [-c] [-p] [-u UNIT] [-v] [-h] [--] [statement ...]

  -n N, --number N   run the statement so often in a row (default: 1, 10, 100 ... until that takes 0.2 seconds)
  -r N, --repeat N   measure so many times and take the best (default 3)
  -s S, --setup S    run this once before (not measured); may be given several times
  -p, --process      processor time instead of time passed
  -t, --time         time.time() (deprecated)
  -c, --clock        time.clock() (deprecated)
  -u, --unit UNIT    usec, msec or sec
  -v, --verbose      all figures
  -h, --help         this text

Several statements are lines of one.
"""

import gc
import sys
import time
import itertools

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

dummy_src_name = '<timeit-src>'
default_number = 1000000
default_repeat = 3
default_timer = time.perf_counter
_globals = globals

# The measured code stands in a function of its own: its names are local, and the loop costs as little as it can.
template = '''
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
    _t1 = _timer()
    return _t1 - _t0
'''


def reindent(src, indent):
    """Text of several lines, all but the first moved to the right."""
    return src.replace('\n', '\n' + ' ' * indent)


class Timer:
    """Measures a statement: Timer(stmt, setup, timer, globals).timeit(number).

    stmt and setup are source or functions without arguments; names are looked up in globals, or in this module.
    """

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        local, names, prefix = {}, _globals() if globals is None else globals, ''
        if isinstance(setup, str):
            compile(setup, dummy_src_name, 'exec')   # wrong source shall not show the frame around it
            prefix = setup + '\n'
            setup = reindent(setup, 4)
        elif callable(setup):
            local['_setup'], setup = setup, '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(prefix + stmt, dummy_src_name, 'exec')
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            local['_stmt'], stmt = stmt, '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        init = ''.join(', {0}={0}'.format(name) for name in local)
        self.src = src = template.format(stmt=stmt, setup=setup, init=init)
        exec(compile(src, dummy_src_name, 'exec'), names, local)
        self.inner = local['inner']

    def print_exc(self, file=None):
        """Print the exception being handled, with the lines of the measured code."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split('\n'), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds that so many runs take; the garbage collector rests meanwhile."""
        repeater = itertools.repeat(None, number)
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(repeater, self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of so many results of timeit(). The least of them says most."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) with the first of 1, 10, 100 ... runs that take 0.2 seconds; callback gets all of them."""
        for power in range(1, 10):
            number = 10 ** power
            seconds = self.timeit(number)
            if callback:
                callback(number, seconds)
            if seconds >= 0.2:
                break
        return number, seconds


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Timer(stmt, setup, timer, globals).timeit(number)"""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Timer(stmt, setup, timer, globals).repeat(repeat, number)"""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {'usec': 1, 'msec': 1e3, 'sec': 1e6}


def main(args=None, *, _wrap_timer=None):
    """What the command line does; its exit status."""
    if args is None:
        args = sys.argv[1:]
    import getopt
    try:
        opts, args = getopt.getopt(args, 'n:u:s:r:tcpvh', ['number=', 'setup=', 'repeat=', 'time', 'clock', 'process',
                                                           'verbose', 'unit=', 'help'])
    except getopt.error as error:
        print(error)
        print('use -h/--help for command line help')
        return 2
    timer, number, repeat, verbosity, precision, unit = default_timer, 0, default_repeat, 0, 3, None
    setup = []
    for option, value in opts:
        if option in ('-n', '--number'):
            number = int(value)
        elif option in ('-s', '--setup'):
            setup.append(value)
        elif option in ('-u', '--unit'):
            if value not in _UNITS:
                print('Unrecognized unit. Please select usec, msec, or sec.', file=sys.stderr)
                return 2
            unit = value
        elif option in ('-r', '--repeat'):
            repeat = max(int(value), 1)
        elif option in ('-t', '--time'):
            timer = time.time
        elif option in ('-c', '--clock'):
            timer = time.clock
        elif option in ('-p', '--process'):
            timer = time.process_time
        elif option in ('-v', '--verbose'):
            precision += bool(verbosity)
            verbosity += 1
        else:
            print(__doc__, end=' ')
            return 0
    # The current folder is where names are looked for, as for a script there.
    import os
    sys.path.insert(0, os.curdir)
    measure = Timer('\n'.join(args) or 'pass', '\n'.join(setup) or 'pass',
                    timer if _wrap_timer is None else _wrap_timer(timer))
    try:
        if number == 0:
            def show(number, seconds):
                print('{num} loops -> {secs:.{prec}g} secs'.format(num=number, secs=seconds, prec=precision))
            number, _ = measure.autorange(show if verbosity else None)
        results = measure.repeat(repeat, number)
    except:
        measure.print_exc()
        return 1
    best, worst = min(results), max(results)
    if verbosity:
        print('raw times:', ' '.join('%.*g' % (precision, seconds) for seconds in results))
    print('%d loops,' % number, end=' ')
    each = best * 1e6 / number
    if unit is None:
        unit = 'usec' if each < 1000 else 'msec' if each < 1000000 else 'sec'
    print('best of %d: %.*g %s per loop' % (repeat, precision, each / _UNITS[unit], unit))
    if worst >= best * 4:
        spread = worst * 1e6 / number
        import warnings
        warnings.warn_explicit(
            'The test results are likely unreliable. The worst\ntime (%.*g %s) was more than four times slower than the '
            'best time.' % (precision, spread / _UNITS[unit], unit), UserWarning, '', 0)
    return None


if __name__ == '__main__':
    sys.exit(main())
