# _run_exitfuncs() runs all functions, shows what they raise and raises the last exception.
import atexit
import io
import sys

sys.stderr = io.StringIO()


def fail(error):
    raise error


def run(*errors):
    for error in errors:
        atexit.register(fail, error)
    atexit.register(print, 'ran')
    try:
        atexit._run_exitfuncs()
    except BaseException as e:
        print(repr(e), atexit._ncallbacks(), sys.stderr.getvalue().count('Error in atexit._run_exitfuncs:'))
    sys.stderr.seek(0)
    sys.stderr.truncate()


run(ValueError(1))  # expect: ran
# expect: ValueError(1,) 0 1
run(ValueError(1), KeyError(2), TypeError(3))  # expect: ran
# expect: ValueError(1,) 0 3
run(SystemExit(4))  # expect: ran
# expect: SystemExit(4,) 0 0
run(ZeroDivisionError(5), SystemExit(6))  # expect: ran
# expect: ZeroDivisionError(5,) 0 1
run(SystemExit(7), ZeroDivisionError(8))  # expect: ran
# expect: SystemExit(7,) 0 1
print(atexit._run_exitfuncs())  # expect: None
