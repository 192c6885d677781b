// The rules of the lexer: regular expressions and, for each, one call. Included by lexer.cpp inside Lexer::scan, which
// gives `cursor_` (the next byte) and `token_start_`. Bytes from 0x80 up are letters here; whether they really make an
// identifier is checked when the whole word is known. Every text ends with a NUL byte.

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor_;
    re2c:define:YYMARKER = marker_;
    re2c:yyfill:enable = 0;
    re2c:indent:top = 1;

    digits      = [0-9] ("_"? [0-9])*;
    zeros       = "0" ("_"? "0")*;
    decimal     = [1-9] ("_"? [0-9])* | zeros;
    binary      = "0" [bB] ("_"? [01])+;
    octal       = "0" [oO] ("_"? [0-7])+;
    hexadecimal = "0" [xX] ("_"? [0-9a-fA-F])+;
    pointed     = digits? "." digits;
    fraction    = pointed | digits ".";
    exponent    = [eE] [+-]? digits;
    real        = fraction exponent? | digits exponent;
    imaginary   = (real | digits) [jJ];

    // What CPython calls an invalid token: an underscore without a digit after it, a prefix without digits, 0777, 1e+.
    bad_number  = (digits | pointed | (fraction | digits) exponent) "_" | "0" ("_"? [0-9])+
                | "0" [bB] ("_"? [01])* "_"? | "0" [oO] ("_"? [0-7])* "_"? | "0" [xX] ("_"? [0-9a-fA-F])* "_"?
                | (digits | fraction) [eE] [+-];

    prefix      = [uU] | [bB] [rR]? | [rR] [bB]? | [fF] [rR]? | [rR] [fF]?;
    name        = [A-Za-z_] [A-Za-z0-9_]*;
    word        = [A-Za-z_\x80-\xff] [A-Za-z0-9_\x80-\xff]*;

    [ \t\f]+                { goto again; }
    "#"                     { skip_comment(); goto again; }
    "\n"                    { if (at_newline(&token)) return token; goto again; }
    "\\\n"                  { if (at_continuation(&token)) return token; goto again; }
    "\\"                    { return error_at_line_end(LexFault::LineContinuation); }
    "\x00"                  { return at_nul(); }

    decimal | binary | octal | hexadecimal | real | imaginary  { return make(TokenKind::Number); }
    "0" ("_"? [0-9])+ / [eE]  { return make(TokenKind::Number); }  // not an exponent: 01else
    bad_number              { return error(LexFault::InvalidToken); }
    prefix? ['"]            { return string(); }

    "False"    { return make(TokenKind::KwFalse); }
    "None"     { return make(TokenKind::KwNone); }
    "True"     { return make(TokenKind::KwTrue); }
    "and"      { return make(TokenKind::KwAnd); }
    "as"       { return make(TokenKind::KwAs); }
    "assert"   { return make(TokenKind::KwAssert); }
    "break"    { return make(TokenKind::KwBreak); }
    "class"    { return make(TokenKind::KwClass); }
    "continue" { return make(TokenKind::KwContinue); }
    "def"      { return make(TokenKind::KwDef); }
    "del"      { return make(TokenKind::KwDel); }
    "elif"     { return make(TokenKind::KwElif); }
    "else"     { return make(TokenKind::KwElse); }
    "except"   { return make(TokenKind::KwExcept); }
    "finally"  { return make(TokenKind::KwFinally); }
    "for"      { return make(TokenKind::KwFor); }
    "from"     { return make(TokenKind::KwFrom); }
    "global"   { return make(TokenKind::KwGlobal); }
    "if"       { return make(TokenKind::KwIf); }
    "import"   { return make(TokenKind::KwImport); }
    "in"       { return make(TokenKind::KwIn); }
    "is"       { return make(TokenKind::KwIs); }
    "lambda"   { return make(TokenKind::KwLambda); }
    "nonlocal" { return make(TokenKind::KwNonlocal); }
    "not"      { return make(TokenKind::KwNot); }
    "or"       { return make(TokenKind::KwOr); }
    "pass"     { return make(TokenKind::KwPass); }
    "raise"    { return make(TokenKind::KwRaise); }
    "return"   { return make(TokenKind::KwReturn); }
    "try"      { return make(TokenKind::KwTry); }
    "while"    { return make(TokenKind::KwWhile); }
    "with"     { return make(TokenKind::KwWith); }
    "yield"    { return make(TokenKind::KwYield); }
    "async"    { return async_word(); }
    "await"    { return await_word(); }
    name       { return make(TokenKind::Name); }
    word       { return unicode_name(); }

    "("   { return open_bracket(TokenKind::LeftParen); }
    ")"   { return close_bracket(TokenKind::RightParen); }
    "["   { return open_bracket(TokenKind::LeftBracket); }
    "]"   { return close_bracket(TokenKind::RightBracket); }
    "{"   { return open_bracket(TokenKind::LeftBrace); }
    "}"   { return close_bracket(TokenKind::RightBrace); }
    ":"   { return make(TokenKind::Colon); }
    ":="  { return colon_equal(); }
    ","   { return make(TokenKind::Comma); }
    ";"   { return make(TokenKind::Semicolon); }
    "."   { return make(TokenKind::Dot); }
    "..." { return make(TokenKind::Ellipsis); }
    "->"  { return make(TokenKind::Arrow); }
    "@"   { return make(TokenKind::At); }
    "+"   { return make(TokenKind::Plus); }
    "-"   { return make(TokenKind::Minus); }
    "*"   { return make(TokenKind::Star); }
    "/"   { return make(TokenKind::Slash); }
    "%"   { return make(TokenKind::Percent); }
    "//"  { return make(TokenKind::DoubleSlash); }
    "**"  { return make(TokenKind::DoubleStar); }
    "<<"  { return make(TokenKind::LeftShift); }
    ">>"  { return make(TokenKind::RightShift); }
    "&"   { return make(TokenKind::Ampersand); }
    "|"   { return make(TokenKind::VerticalBar); }
    "^"   { return make(TokenKind::Caret); }
    "~"   { return make(TokenKind::Tilde); }
    "<"   { return make(TokenKind::Less); }
    ">"   { return make(TokenKind::Greater); }
    "=="  { return make(TokenKind::EqualEqual); }
    "!="  { return make(TokenKind::NotEqual); }
    "<>"  { return make(TokenKind::LessGreater); }
    "<="  { return make(TokenKind::LessEqual); }
    ">="  { return make(TokenKind::GreaterEqual); }
    "="   { return make(TokenKind::Equal); }
    "+="  { return make(TokenKind::PlusEqual); }
    "-="  { return make(TokenKind::MinusEqual); }
    "*="  { return make(TokenKind::StarEqual); }
    "/="  { return make(TokenKind::SlashEqual); }
    "%="  { return make(TokenKind::PercentEqual); }
    "@="  { return make(TokenKind::AtEqual); }
    "&="  { return make(TokenKind::AmpersandEqual); }
    "|="  { return make(TokenKind::VerticalBarEqual); }
    "^="  { return make(TokenKind::CaretEqual); }
    "<<=" { return make(TokenKind::LeftShiftEqual); }
    ">>=" { return make(TokenKind::RightShiftEqual); }
    "**=" { return make(TokenKind::DoubleStarEqual); }
    "//=" { return make(TokenKind::DoubleSlashEqual); }
    *     { return make(TokenKind::Unknown); }
*/
