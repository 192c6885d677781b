"""Read command lines with options in the style of C's getopt()."""

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']

import os


class GetoptError(Exception):
    """A wrong option: msg says what, opt which."""

    msg = opt = ''

    def __init__(self, msg, opt=''):
        super().__init__(msg, opt)
        self.msg, self.opt = self.args

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """(pairs of option and value, arguments left) of a command line; options end at the first argument.

    shortopts: the letters, with a colon behind those that need a value. longopts: names (or one), with '=' at the end of
    those that need a value; they may be shortened as long as one fits.
    """
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            return opts, args[1:]
        if args[0].startswith('--'):
            opts, args = do_longs(opts, args[0][2:], longopts, args[1:])
        else:
            opts, args = do_shorts(opts, args[0][1:], shortopts, args[1:])
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As getopt(), but options may stand behind arguments.

    Not so when shortopts starts with '+' or the environment has POSIXLY_CORRECT.
    """
    opts, rest = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_front_only = shortopts.startswith('+')
    if in_front_only:
        shortopts = shortopts[1:]
    in_front_only = in_front_only or bool(os.environ.get('POSIXLY_CORRECT'))
    while args:
        word = args[0]
        if word == '--':
            rest += args[1:]
            break
        if word.startswith('--'):
            opts, args = do_longs(opts, word[2:], longopts, args[1:])
        elif word.startswith('-') and word != '-':
            opts, args = do_shorts(opts, word[1:], shortopts, args[1:])
        elif in_front_only:
            rest += args
            break
        else:
            rest.append(word)
            args = args[1:]
    return opts, rest


def do_longs(opts, opt, longopts, args):
    opt, equals, value = opt.partition('=')
    if not equals:
        value = None
    takes_value, opt = long_has_args(opt, longopts)
    if takes_value:
        if value is None:
            if not args:
                raise GetoptError('option --%s requires argument' % opt, opt)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError('option --%s must not have an argument' % opt, opt)
    opts.append(('--' + opt, value or ''))
    return opts, args


def long_has_args(opt, longopts):
    """(whether it takes a value, full name) of a long option that may be shortened."""
    fitting = [name for name in longopts if name.startswith(opt)]
    if not fitting:
        raise GetoptError('option --%s not recognized' % opt, opt)
    if opt in fitting:
        return False, opt
    if opt + '=' in fitting:
        return True, opt
    if len(fitting) > 1:
        raise GetoptError('option --%s not a unique prefix' % opt, opt)
    name = fitting[0]
    return name.endswith('='), name[:-1] if name.endswith('=') else name


def do_shorts(opts, optstring, shortopts, args):
    while optstring:
        opt, optstring = optstring[0], optstring[1:]
        value = ''
        if short_has_arg(opt, shortopts):
            if not optstring:
                if not args:
                    raise GetoptError('option -%s requires argument' % opt, opt)
                optstring, args = args[0], args[1:]
            value, optstring = optstring, ''
        opts.append(('-' + opt, value))
    return opts, args


def short_has_arg(opt, shortopts):
    for place, letter in enumerate(shortopts):
        if letter == opt != ':':
            return shortopts.startswith(':', place + 1)
    raise GetoptError('option -%s not recognized' % opt, opt)


if __name__ == '__main__':
    import sys
    print(getopt(sys.argv[1:], 'a:b', ['alpha=', 'beta']))
