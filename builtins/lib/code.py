"""Prompts for programs: read, evaluate, print."""

import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ['InteractiveInterpreter', 'InteractiveConsole', 'interact', 'compile_command']


class InteractiveInterpreter:
    """Runs statements in a namespace and shows exceptions; where the text comes from is not its business."""

    def __init__(self, locals=None):
        if locals is None:
            locals = {'__name__': '__console__', '__doc__': None}
        self.locals = locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename='<input>', symbol='single'):
        """Run text; True when more text is needed."""
        try:
            compiled = self.compile(source, filename, symbol)
        except (SyntaxError, ValueError, OverflowError):
            self.showsyntaxerror(filename)
        else:
            if compiled is None:
                return True
            self.runcode(compiled)
        return False

    def runcode(self, code):
        """Run a code object; SystemExit goes out, other exceptions are shown."""
        try:
            exec(code, self.locals)
        except BaseException as error:
            if isinstance(error, SystemExit):
                raise
            self.showtraceback()

    def _show(self, kind, value, trace, lines):
        # A program's own sys.excepthook gets the exception instead.
        if sys.excepthook is sys.__excepthook__:
            self.write(''.join(lines))
        else:
            sys.excepthook(kind, value, trace)

    def showsyntaxerror(self, filename=None):
        """Show the SyntaxError being handled, with another file name if one is given."""
        kind, value, trace = sys.exc_info()
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, trace
        if filename and kind is SyntaxError:
            try:
                text, (_, lineno, offset, line) = value.args
            except ValueError:
                pass
            else:
                value = sys.last_value = SyntaxError(text, (filename, lineno, offset, line))
        self._show(kind, value, trace, traceback.format_exception_only(kind, value))

    def showtraceback(self):
        """Show the exception being handled, without the frame that ran the code."""
        kind, value, trace = sys.exc_info()
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, trace
        try:
            self._show(kind, value, trace, traceback.format_exception(kind, value, trace.tb_next))
        finally:
            trace = None

    def write(self, data):
        """Where messages go: sys.stderr."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """A prompt: reads lines and puts them together to statements."""

    def __init__(self, locals=None, filename='<console>'):
        InteractiveInterpreter.__init__(self, locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        """Forget the lines of an unfinished statement."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Read and run until the end of input. None: the usual texts; '': none."""
        for name, text in (('ps1', '>>> '), ('ps2', '... ')):
            if not hasattr(sys, name):
                setattr(sys, name, text)
        if banner is None:
            self.write('Python %s on %s\n%s\n(%s)\n' % (
                sys.version, sys.platform, 'Type "help", "copyright", "credits" or "license" for more information.',
                type(self).__name__))
        elif banner:
            self.write('%s\n' % str(banner))
        more = False
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write('\n')
                    break
                more = self.push(line)
            except KeyboardInterrupt:
                self.write('\nKeyboardInterrupt\n')
                self.resetbuffer()
                more = False
        if exitmsg is None:
            self.write('now exiting %s...\n' % type(self).__name__)
        elif exitmsg != '':
            self.write('%s\n' % exitmsg)

    def push(self, line):
        """Add a line; True when the statement needs more of them."""
        self.buffer.append(line)
        more = self.runsource('\n'.join(self.buffer), self.filename)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=''):
        """A line without its end; EOFError at the end of input."""
        return input(prompt)


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
    """A prompt in a namespace, reading with a function other than input() if one is given."""
    console = InteractiveConsole(local)
    if readfunc is None:
        try:
            import readline   # input() is the better for it
        except ImportError:
            pass
    else:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)


if __name__ == '__main__':
    interact('' if '-q' in sys.argv[1:] else None)
