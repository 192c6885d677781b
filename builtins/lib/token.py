"""Token numbers of Python's grammar."""

_NAMES = '''
    ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR AMPER
    LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT
    DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL
    RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS OP AWAIT ASYNC ERRORTOKEN
    N_TOKENS'''.split()

tok_name = dict(enumerate(_NAMES))
globals().update((name, number) for number, name in tok_name.items())

NT_OFFSET = 256   # numbers from here on are those of non-terminals
tok_name[NT_OFFSET] = 'NT_OFFSET'

__all__ = ['tok_name', 'ISTERMINAL', 'ISNONTERMINAL', 'ISEOF'] + _NAMES + ['NT_OFFSET']
del _NAMES


def ISEOF(x):
    """Whether it ends the input."""
    return x == ENDMARKER


def ISNONTERMINAL(x):
    """Whether it is a rule of the grammar."""
    return x >= NT_OFFSET


def ISTERMINAL(x):
    """Whether it is a token."""
    return not x >= NT_OFFSET
