// The grammar of Python 3.6: productions, and for each one call of TreeBuilder (`p`). Non-terminals are named as in the
// language's own grammar; what that writes with [ ] and ( )* is spelled out here, lists being left recursive so that
// they need no stack. It accepts what CPython's parser accepts, including `f() = 1`: what is wrong with a target or an
// argument list is said by the actions, as it is there by the tree builder.
//
// Forms of later versions have productions of their own, named `later_…`, or begin with a token that the bridge makes
// only where they are allowed. Where an old token begins a later form, refuses_later() stops at it with `lang=3.6`.
//
// Lists: a rule that collects pushes each item onto the builder's own stack and has their number as its value; the rule
// around it takes them. Items carry the place of the production they came from, because CPython reports faults there.

%code requires {
    #include "parser/ast_actions.h"
}

%code {
    #include "parser/token_bridge.h"

    // The first few states are on the C++ stack; more live on the heap and belong to the builder, which frees them
    // whatever happens. The builder refuses too many: that is the limit of nesting without brackets.
    #define YYINITDEPTH 200
    #define yyoverflow(message, states, states_size, values, values_size, places, places_size, depth) \
        if (!p.grow_stacks(states, states_size, values, values_size, places, places_size, depth)) YYNOMEM
    #define YYLLOC_DEFAULT(Current, Rhs, N) ((Current) = (N) ? YYRHSLOC(Rhs, 1) : YYRHSLOC(Rhs, 0))

    static void yyerror(krait::ast::Location*, krait::ast::TreeBuilder& p, const char* message) {
        p.stopped(*message == 'm');
    }
    using namespace krait::ast;
}

%define api.pure full
%define api.prefix {krait_}
%define api.token.prefix {TOK_}
%define api.token.raw
%define api.location.type {krait::ast::Location}
%define api.value.type {krait::ast::Semantic}
%param {krait::ast::TreeBuilder& p}
%locations
%expect 0

%token StartFile StartSingle StartEval
%token Decorator WithParen      // "@" before any expression (3.9), "(" around the items of a with (3.10)
%token EndMarker
%token Match Case Type
%token Error Unknown Newline Indent Dedent Async Await LessGreater
%token <name> Name
%token <text> Number String
%token KwFalse "False" KwNone "None" KwTrue "True" KwAnd "and" KwAs "as" KwAssert "assert" KwBreak "break"
       KwClass "class" KwContinue "continue" KwDef "def" KwDel "del" KwElif "elif" KwElse "else" KwExcept "except"
       KwFinally "finally" KwFor "for" KwFrom "from" KwGlobal "global" KwIf "if" KwImport "import" KwIn "in" KwIs "is"
       KwLambda "lambda" KwNonlocal "nonlocal" KwNot "not" KwOr "or" KwPass "pass" KwRaise "raise" KwReturn "return"
       KwTry "try" KwWhile "while" KwWith "with" KwYield "yield"
%token LeftParen "(" RightParen ")" LeftBracket "[" RightBracket "]" LeftBrace "{" RightBrace "}" Colon ":" Comma ","
       Semicolon ";" Dot "." Ellipsis "..." Arrow "->" At "@" Plus "+" Minus "-" Star "*" Slash "/" Percent "%"
       DoubleSlash "//" DoubleStar "**" LeftShift "<<" RightShift ">>" Ampersand "&" VerticalBar "|" Caret "^" Tilde "~"
       Less "<" Greater ">" EqualEqual "==" NotEqual "!=" LessEqual "<=" GreaterEqual ">=" Equal "=" PlusEqual "+="
       MinusEqual "-=" StarEqual "*=" SlashEqual "/=" PercentEqual "%=" AtEqual "@=" AmpersandEqual "&="
       VerticalBarEqual "|=" CaretEqual "^=" LeftShiftEqual "<<=" RightShiftEqual ">>=" DoubleStarEqual "**="
       DoubleSlashEqual "//=" ColonEqual ":="

%type <count> file_statements small_stmts stmt simple_stmt stmts decorators assign_values import_as_name_list
              dotted_as_names name_list dots elif_clauses with_items typedargs varargs typedposonly varposonly
              typedkwargs
              varkwargs comparisons test_list star_list subscripts dict_items set_items
              comp_for comp_ifs arguments_list expr_list named_list later_list
              type_param_list case_blocks alternatives open_sequence pattern_list mapping_items class_arguments
              class_argument_list
%type <list> suite else_clause type_params type_params_opt
%type <items> exprlist import_as_names subscriptlist_items except_clauses
%type <stmt> small_stmt del_stmt pass_stmt flow_stmt import_stmt import_name import_from global_stmt
             nonlocal_stmt assert_stmt compound_stmt if_stmt while_stmt for_stmt try_stmt with_stmt funcdef classdef
             decorated async_stmt async_funcdef match_stmt type_stmt
%type <pattern> case_pattern pattern or_pattern closed_pattern star_pattern pattern_or_star
%type <expr> named_expr match_subject guard literal_number signed_number mapping_key pattern_attribute
%type <name> double_star
%type <expr> testlist_star_expr testlist test test_nocond lambdef lambdef_nocond star_expr primary yield_expr
             yield_value annotation_opt named named_or_star later_testlist later_test later_star_expr
             type_bound type_default type_default_or_star return_annotation for_target for_test test_or_star
             expr_or_star dotted_expr decorator_name
%type <operand> logic expr condition operation
%type <arguments> parameters typedargslist varargslist lambda_parameters
%type <arg> tfpdef tfpdef_star vfpdef
%type <call> arglist arglist_opt
%type <operation> augassign comp_op
%type <slice> subscript
%type <expr> test_opt sliceop
%type <dotted> dotted_name
%type <flag> async_opt except_clause

%left "or"
%left "and"
%precedence "not"
%left "|"
%left "^"
%left "&"
%left "<<" ">>"
%left "+" "-"
%left "*" "@" "/" "%" "//"
%precedence UNARY
%right "**"

%%

start:
    StartFile file_statements EndMarker                  { p.module($2); YYACCEPT; }
  | StartSingle single_input                             { YYACCEPT; }
  | StartEval testlist newlines EndMarker                { p.expression($2); YYACCEPT; }
  ;

// file_input: (NEWLINE | stmt)* ENDMARKER
file_statements:
    %empty                                               { $$ = 0; }
  | file_statements Newline                              { $$ = $1; }
  | file_statements stmt                                 { $$ = $1 + $2; }
  ;
newlines: %empty | newlines Newline ;

single_input:
    Newline                                              { p.interactive_blank(); YYACCEPT; }
  | simple_stmt                                          { p.interactive($1); YYACCEPT; }
  | compound_stmt Newline                                { p.interactive(p.push($1, @1)); YYACCEPT; }
  ;

// Statements

stmt:
    small_stmts Newline
  | small_stmts ";" Newline
  | compound_stmt                                        { $$ = p.push($1, @1); }
  ;
stmts:
    stmt
  | stmts stmt                                           { $$ = $1 + $2; }
  ;
simple_stmt:
    small_stmts Newline
  | small_stmts ";" Newline
  ;
small_stmts:
    small_stmt                                           { $$ = p.push($1, @1); }
  | small_stmts ";" small_stmt                           { $$ = $1 + p.push($3, @3); }
  ;
small_stmt:
    testlist_star_expr                                   { $$ = p.expr_stmt($1, @1); }
  | testlist_star_expr ":" test annotation_opt           { $$ = p.ann_assign($1, $3, $4, @1); }
  | testlist_star_expr augassign yield_expr              { $$ = p.aug_assign($1, $2, $3, @1); }
  | testlist_star_expr augassign testlist                { $$ = p.aug_assign($1, $2, $3, @1); }
  | testlist_star_expr assign_values                     { $$ = p.assign($1, $2, @1); }
  | del_stmt | pass_stmt | flow_stmt | import_stmt | global_stmt | nonlocal_stmt | assert_stmt
  | type_stmt
  ;
annotation_opt:
    %empty                                               { $$ = nullptr; }
  | "=" test                                             { $$ = $2; }
  ;
assign_values:
    "=" assign_value                                     { $$ = 1; }
  | assign_values "=" assign_value                       { $$ = $1 + 1; }
  ;
assign_value:
    testlist_star_expr                                   { p.push($1, @1); }
  | yield_expr                                           { p.push_yield($1, @1); }
  ;
testlist_star_expr:
    test
  | star_expr
  | star_list                                            { $$ = p.tuple($1, @1); }
  | test_or_star ","                                     { $$ = p.tuple(p.push($1, @1), @1); }
  | star_list ","                                        { $$ = p.tuple($1, @1); }
  ;
// Two or more.
star_list:
    test_or_star "," test_or_star                        { $$ = p.push_two($1, @1, $3, @3); }
  | star_list "," test_or_star                           { $$ = $1 + p.push($3, @3); }
  ;
test_or_star: test | star_expr ;

augassign:
    "+="                                                 { $$ = p.operation(Operator::Add); }
  | "-="                                                 { $$ = p.operation(Operator::Sub); }
  | "*="                                                 { $$ = p.operation(Operator::Mult); }
  | "@="                                                 { $$ = p.operation(Operator::MatMult); }
  | "/="                                                 { $$ = p.operation(Operator::Div); }
  | "%="                                                 { $$ = p.operation(Operator::Mod); }
  | "&="                                                 { $$ = p.operation(Operator::BitAnd); }
  | "|="                                                 { $$ = p.operation(Operator::BitOr); }
  | "^="                                                 { $$ = p.operation(Operator::BitXor); }
  | "<<="                                                { $$ = p.operation(Operator::LShift); }
  | ">>="                                                { $$ = p.operation(Operator::RShift); }
  | "**="                                                { $$ = p.operation(Operator::Pow); }
  | "//="                                                { $$ = p.operation(Operator::FloorDiv); }
  ;

del_stmt: "del" exprlist                                 { $$ = p.del_stmt($2, @1); } ;
pass_stmt: "pass"                                        { $$ = p.make<Pass>(@1); } ;

flow_stmt:
    "break"                                              { $$ = p.make<Break>(@1); }
  | "continue"                                           { $$ = p.make<Continue>(@1); }
  | "return"                                             { $$ = p.return_stmt(nullptr, @1); }
  | "return" later_testlist                              { $$ = p.return_stmt($2, @1); }
  | "raise"                                              { $$ = p.raise_stmt(nullptr, nullptr, @1); }
  | "raise" test                                         { $$ = p.raise_stmt($2, nullptr, @1); }
  | "raise" test "from" test                             { $$ = p.raise_stmt($2, $4, @1); }
  | yield_expr                                           { $$ = p.expr_stmt($1, @1); }
  ;

import_stmt: import_name | import_from ;
import_name: "import" dotted_as_names                    { $$ = p.import_name($2, @1); } ;
dotted_as_names:
    dotted_as_name                                       { $$ = 1; }
  | dotted_as_names "," dotted_as_name                   { $$ = $1 + 1; }
  ;
dotted_as_name:
    dotted_name                                          { p.import_module($1, nullptr, @1, @1); }
  | dotted_name "as" Name                                { p.import_module($1, $3, @1, @3); }
  ;
dotted_name:
    Name                                                 { $$ = p.dotted($1); }
  | dotted_name "." Name                                 { $$ = p.dotted($1, $3); }
  ;
import_from:
    "from" dotted_name "import" "*"                      { $$ = p.import_star(0, &$2, @1); }
  | "from" dots dotted_name "import" "*"                 { $$ = p.import_star($2, &$3, @1); }
  | "from" dots "import" "*"                             { $$ = p.import_star($2, nullptr, @1); }
  | "from" dotted_name "import" import_as_names          { $$ = p.import_from(0, &$2, $4, @1, @4); }
  | "from" dots dotted_name "import" import_as_names     { $$ = p.import_from($2, &$3, $5, @1, @5); }
  | "from" dots "import" import_as_names                 { $$ = p.import_from($2, nullptr, $4, @1, @4); }
  | "from" dotted_name "import" "(" import_as_names ")"  { $$ = p.import_from(0, &$2, {$5.count, false}, @1, @5); }
  | "from" dots dotted_name "import" "(" import_as_names ")"
                                                         { $$ = p.import_from($2, &$3, {$6.count, false}, @1, @6); }
  | "from" dots "import" "(" import_as_names ")"         { $$ = p.import_from($2, nullptr, {$5.count, false}, @1, @5); }
  ;
dots:
    "."                                                  { $$ = 1; }
  | "..."                                                { $$ = 3; }
  | dots "."                                             { $$ = $1 + 1; }
  | dots "..."                                           { $$ = $1 + 3; }
  ;
import_as_names:
    import_as_name_list                                  { $$ = {$1, false}; }
  | import_as_name_list ","                              { $$ = {$1, true}; }
  ;
import_as_name_list:
    import_as_name                                       { $$ = 1; }
  | import_as_name_list "," import_as_name               { $$ = $1 + 1; }
  ;
import_as_name:
    Name                                                 { p.import_as($1, nullptr, @1); }
  | Name "as" Name                                       { p.import_as($1, $3, @3); }
  ;

global_stmt: "global" name_list                          { $$ = p.global_stmt($2, @1); } ;
nonlocal_stmt: "nonlocal" name_list                      { $$ = p.nonlocal_stmt($2, @1); } ;
name_list:
    Name                                                 { $$ = p.push_name($1); }
  | name_list "," Name                                   { $$ = $1 + p.push_name($3); }
  ;
assert_stmt:
    "assert" test                                        { $$ = p.assert_stmt($2, nullptr, @1); }
  | "assert" test "," test                               { $$ = p.assert_stmt($2, $4, @1); }
  ;

compound_stmt:
    if_stmt | while_stmt | for_stmt | try_stmt | with_stmt | funcdef | classdef | decorated | async_stmt
  | match_stmt
  ;

async_stmt:
    Async funcdef                                        { $$ = p.async_def($2); }
  | Async with_stmt                                      { $$ = p.async_with($2); }
  | Async for_stmt                                       { $$ = p.async_for($2); }
  ;

if_stmt: "if" named ":" suite elif_clauses else_clause    { $$ = p.if_stmt($2, $4, $5, $6, @1); } ;
elif_clauses:
    %empty                                               { $$ = 0; }
  | elif_clauses "elif" named ":" suite                   { $$ = $1 + p.elif_clause($3, $5, @3); }
  ;
else_clause:
    %empty                                               { $$ = {}; }
  | "else" ":" suite                                     { $$ = $3; }
  ;
while_stmt: "while" named ":" suite else_clause           { $$ = p.while_stmt($2, $4, $5, @1); } ;
for_stmt: "for" for_target "in" later_testlist ":" suite else_clause
                                                         { $$ = p.for_stmt($2, $4, $6, $7, @1); } ;
for_target: exprlist                                     { $$ = p.for_target($1); } ;

try_stmt:
    "try" ":" suite except_clauses else_clause           { $$ = p.try_stmt($3, $4, $5, {}, @1); }
  | "try" ":" suite except_clauses else_clause "finally" ":" suite
                                                         { $$ = p.try_stmt($3, $4, $5, $8, @1); }
  | "try" ":" suite "finally" ":" suite                  { $$ = p.try_stmt($3, {}, {}, $6, @1); }
  ;
// The flag says whether they are `except*`.
except_clauses:
    except_clause                                        { $$ = {1, $1}; }
  | except_clauses except_clause                         { $$ = p.except_clauses($1, $2, @2); }
  ;
except_clause:
    "except" ":" suite                                   { $$ = p.except_clause(nullptr, nullptr, $3, @1, @1); }
  | "except" test ":" suite                              { $$ = p.except_clause($2, nullptr, $4, @1, @1); }
  | "except" test "as" Name ":" suite                    { $$ = p.except_clause($2, $4, $6, @1, @4); }
  | "except" later_star ":" suite                        { $$ = p.except_star_without_type(@3); }
  | "except" later_star test ":" suite                   { p.except_clause($3, nullptr, $5, @1, @1); $$ = true; }
  | "except" later_star test "as" Name ":" suite         { p.except_clause($3, $5, $7, @1, @5); $$ = true; }
  ;
with_stmt:
    "with" with_items ":" suite                          { $$ = p.with_stmt($2, $4, @1); }
  | "with" WithParen with_items ")" ":" suite            { $$ = p.with_stmt($3, $6, @1); }
  | "with" WithParen with_items "," ")" ":" suite        { $$ = p.with_stmt($3, $7, @1); }
  ;
with_items:
    with_item                                            { $$ = 1; }
  | with_items "," with_item                             { $$ = $1 + 1; }
  ;
with_item:
    test                                                 { p.with_item($1, nullptr, @1); }
  | test "as" expr                                       { p.with_item($1, $3.expr, @1); }
  ;

suite:
    simple_stmt                                          { $$ = p.take($1); }
  | Newline Indent stmts Dedent                          { $$ = p.take($3); }
  ;

// Patterns

match_stmt: Match match_subject ":" Newline Indent case_blocks Dedent
                                                         { $$ = p.match_stmt($2, $6, @1); } ;
match_subject:
    named_or_star
  | named_or_star ","                                    { $$ = p.tuple(p.push($1, @1), @1); }
  | named_list                                           { $$ = p.tuple($1, @1); }
  | named_list ","                                       { $$ = p.tuple($1, @1); }
  ;
case_blocks:
    case_block                                           { $$ = 1; }
  | case_blocks case_block                               { $$ = $1 + 1; }
  ;
case_block:
    Case case_pattern guard ":" suite                    { p.match_case($2, $3, $5); }
  | Case case_pattern guard Newline                      { p.stopped_with("expected ':'"); YYABORT; }
  ;
guard:
    %empty                                               { $$ = nullptr; }
  | "if" named                                           { $$ = $2; }
  ;
case_pattern:
    pattern
  | open_sequence                                        { $$ = p.sequence_pattern($1, @1); }
  ;
// With at least one comma.
open_sequence:
    pattern_or_star ","                                  { $$ = p.push($1, @1); }
  | pattern_list
  | pattern_list ","
  ;
pattern_list:
    pattern_or_star "," pattern_or_star                  { $$ = p.push_two($1, @1, $3, @3); }
  | pattern_list "," pattern_or_star                     { $$ = $1 + p.push($3, @3); }
  ;
pattern_or_star: pattern | star_pattern ;
star_pattern: "*" Name                                   { $$ = p.star_pattern($2, @1); } ;
pattern:
    or_pattern
  | or_pattern "as" Name                                 { $$ = p.as_pattern($1, $3, @1, @3); }
  | or_pattern "as" no_name                              { p.stopped_with("invalid pattern target"); YYABORT; }
  ;
no_name: Number | String | "(" | "[" | "{" | "-" | "+" | "~" | "not" | "lambda" | "..." | "None" | "True" | "False" ;
or_pattern:
    closed_pattern
  | alternatives                                         { $$ = p.or_pattern($1, @1); }
  ;
alternatives:
    closed_pattern "|" closed_pattern                    { $$ = p.push_two($1, @1, $3, @3); }
  | alternatives "|" closed_pattern                      { $$ = $1 + p.push($3, @3); }
  ;
closed_pattern:
    literal_number                                       { $$ = p.value_pattern($1, @1); }
  | strings                                              { $$ = p.value_pattern(p.strings(@1), @1); }
  | "None"                                               { $$ = p.singleton_pattern(Singleton::None, @1); }
  | "True"                                               { $$ = p.singleton_pattern(Singleton::True, @1); }
  | "False"                                              { $$ = p.singleton_pattern(Singleton::False, @1); }
  | Name                                                 { $$ = p.capture_pattern($1, @1); }
  | pattern_attribute                                    { $$ = p.value_pattern($1, @1); }
  | "(" pattern ")"                                      { $$ = $2; }
  | "(" ")"                                              { $$ = p.sequence_pattern(0, @1); }
  | "(" open_sequence ")"                                { $$ = p.sequence_pattern($2, @1); }
  | "[" "]"                                              { $$ = p.sequence_pattern(0, @1); }
  | "[" pattern_or_star "]"                              { $$ = p.sequence_pattern(p.push($2, @2), @1); }
  | "[" open_sequence "]"                                { $$ = p.sequence_pattern($2, @1); }
  | "{" "}"                                              { $$ = p.mapping_pattern(0, nullptr, @1); }
  | "{" mapping_items comma_opt "}"                      { $$ = p.mapping_pattern($2, nullptr, @1); }
  | "{" double_star comma_opt "}"                        { $$ = p.mapping_pattern(0, $2, @1); }
  | "{" mapping_items "," double_star comma_opt "}"      { $$ = p.mapping_pattern($2, $4, @1); }
  | Name "(" class_arguments ")"                         { $$ = p.class_pattern(p.name($1, @1), $3, @1); }
  | pattern_attribute "(" class_arguments ")"            { $$ = p.class_pattern($1, $3, @1); }
  ;
pattern_attribute:
    Name "." Name                                        { $$ = p.attribute(p.name($1, @1), $3, @1); }
  | pattern_attribute "." Name                           { $$ = p.attribute($1, $3, @1); }
  ;
signed_number:
    Number                                               { $$ = p.number($1, @1); }
  | "-" Number                                           { $$ = p.negative($2, @1, @2); }
  ;
literal_number:
    signed_number
  | signed_number "+" Number                             { $$ = p.complex_number($1, Operator::Add, $3, @1, @3); }
  | signed_number "-" Number                             { $$ = p.complex_number($1, Operator::Sub, $3, @1, @3); }
  ;
mapping_items:
    mapping_item                                         { $$ = 1; }
  | mapping_items "," mapping_item                       { $$ = $1 + 1; }
  ;
mapping_item: mapping_key ":" pattern                    { p.mapping_item($1, $3, @1); } ;
mapping_key:
    literal_number
  | strings                                              { $$ = p.strings(@1); }
  | "None"                                               { $$ = p.constant(Singleton::None, @1); }
  | "True"                                               { $$ = p.constant(Singleton::True, @1); }
  | "False"                                              { $$ = p.constant(Singleton::False, @1); }
  | pattern_attribute
  ;
double_star: "**" Name                                   { if (p.is_wildcard($2)) { p.stopped(false); YYABORT; } $$ = $2; } ;
class_arguments:
    %empty                                               { $$ = 0; }
  | class_argument_list comma_opt
  ;
class_argument_list:
    class_argument                                       { $$ = 1; }
  | class_argument_list "," class_argument               { $$ = $1 + 1; }
  ;
class_argument:
    pattern                                              { p.class_argument(nullptr, $1, @1); }
  | Name "=" pattern                                     { p.class_argument($1, $3, @1); }
  ;

// Definitions

decorated:
    decorators classdef                                  { $$ = p.decorated($1, $2, @1); }
  | decorators funcdef                                   { $$ = p.decorated($1, $2, @1); }
  | decorators async_funcdef                             { $$ = p.decorated($1, $2, @1); }
  ;
async_funcdef: Async funcdef                             { $$ = p.async_def($2); } ;
decorators:
    decorator                                            { $$ = 1; }
  | decorators decorator                                 { $$ = $1 + 1; }
  ;
decorator:
    "@" decorator_name Newline                           { p.push($2, @1); }
  | "@" decorator_name "(" arglist_opt ")" Newline       { p.decorator_call($2, $4, @1); }
  | Decorator named Newline                              { p.decorator($2, @1); }
  ;
decorator_name: dotted_expr ;
dotted_expr:
    Name                                                 { $$ = p.name($1, @1); }
  | dotted_expr "." Name                                 { $$ = p.attribute($1, $3, @1); }
  ;

// Type statements, and type parameters of functions, classes and aliases (PEP 695; defaults: PEP 696).

type_stmt: Type Name type_params_opt "=" test            { $$ = p.type_alias($2, $3, $5, @1, @2); } ;
type_params_opt:
    %empty                                               { $$ = {}; }
  | type_params
  ;
type_params:
    later_bracket type_param_list comma_opt "]"          { $$ = p.type_parameters($2, @1); }
  | later_bracket "]"                                    { $$ = p.type_parameters(0, @1); }
  ;
later_bracket: "["                                       { if (p.refuses_later()) YYERROR; } ;
type_param_list:
    type_param                                           { $$ = 1; }
  | type_param_list "," type_param                       { $$ = $1 + 1; }
  ;
type_param:
    Name type_bound type_default                         { p.type_var($1, $2, $3, @1); }
  | "*" Name type_default_or_star                        { p.type_parameter<TypeVarTuple>($2, $3, @1); }
  | "**" Name type_default                               { p.type_parameter<ParamSpec>($2, $3, @1); }
  | "*" Name ":" test type_default                       { p.bound_of_many($2, $4, "TypeVarTuple", @1, @3); }
  | "**" Name ":" test type_default                      { p.bound_of_many($2, $4, "ParamSpec", @1, @3); }
  ;
type_bound:
    %empty                                               { $$ = nullptr; }
  | ":" test                                             { $$ = $2; }
  ;
type_default:
    %empty                                               { $$ = nullptr; }
  | "=" test                                             { $$ = $2; }
  ;
type_default_or_star:
    %empty                                               { $$ = nullptr; }
  | "=" test_or_star                                     { $$ = $2; }
  ;

funcdef:
    "def" Name parameters return_annotation ":" suite    { $$ = p.funcdef($2, $3, $4, $6, @1, @2); }
  | "def" Name type_params parameters return_annotation ":" suite
                                                         { $$ = p.generic(p.funcdef($2, $4, $5, $7, @1, @2), $3); }
  ;
return_annotation:
    %empty                                               { $$ = nullptr; }
  | "->" test                                            { $$ = $2; }
  ;
parameters:
    "(" ")"                                              { $$ = p.no_arguments(); }
  | "(" typedargslist ")"                                { $$ = $2; }
  ;
typedargslist:
    typedargs                                            { $$ = p.parameters($1, @1); }
  | typedargs ","                                        { $$ = p.parameters($1, @1); }
  | typedargs "," typedstars                             { $$ = p.parameters($1, @1); }
  | typedposonly                                         { $$ = p.parameters($1, @1, $1); }
  | typedposonly ","                                     { $$ = p.parameters($1, @1, $1); }
  | typedposonly "," typedstars                          { $$ = p.parameters($1, @1, $1); }
  | typedposonly "," typedargs                           { $$ = p.parameters($1 + $3, @1, $1); }
  | typedposonly "," typedargs ","                       { $$ = p.parameters($1 + $3, @1, $1); }
  | typedposonly "," typedargs "," typedstars            { $$ = p.parameters($1 + $3, @1, $1); }
  | typedstars                                           { $$ = p.parameters(0, @1); }
  ;
typedposonly: typedargs "," later_slash ;
later_slash: "/"                                         { if (p.refuses_later()) YYERROR; } ;
typedargs:
    typedarg                                             { $$ = 1; }
  | typedargs "," typedarg                               { $$ = $1 + 1; }
  ;
typedarg:
    tfpdef                                               { p.parameter($1, nullptr, @1); }
  | tfpdef "=" test                                      { p.parameter($1, $3, @1); }
  ;
typedstars:
    "*" typedkwargs                                      { p.star_parameters(nullptr, $2, @1, @1); }
  | "*" typedkwargs ","                                  { p.star_parameters(nullptr, $2, @1, @1); }
  | "*" typedkwargs "," "**" tfpdef comma_opt            { p.star_parameters(nullptr, $2, @1, @4, $5); }
  | "*" tfpdef_star typedkwargs                          { p.star_parameters($2, $3, @1, @1); }
  | "*" tfpdef_star typedkwargs ","                      { p.star_parameters($2, $3, @1, @1); }
  | "*" tfpdef_star typedkwargs "," "**" tfpdef comma_opt
                                                         { p.star_parameters($2, $3, @1, @1, $6); }
  | "**" tfpdef comma_opt                                { p.keyword_parameter($2); }
  ;
typedkwargs:
    %empty                                               { $$ = 0; }
  | typedkwargs "," typedarg                             { $$ = $1 + 1; }
  ;
tfpdef:
    Name                                                 { $$ = p.arg($1, nullptr, @1); }
  | Name ":" test                                        { $$ = p.arg($1, $3, @1); }
  ;
tfpdef_star:
    tfpdef
  | Name ":" later_star_expr                             { $$ = p.arg($1, $3, @1); }
  ;
comma_opt: %empty | "," ;

varargslist:
    varargs                                              { $$ = p.parameters($1, @1); }
  | varargs ","                                          { $$ = p.parameters($1, @1); }
  | varargs "," varstars                                 { $$ = p.parameters($1, @1); }
  | varposonly                                           { $$ = p.parameters($1, @1, $1); }
  | varposonly ","                                       { $$ = p.parameters($1, @1, $1); }
  | varposonly "," varstars                              { $$ = p.parameters($1, @1, $1); }
  | varposonly "," varargs                               { $$ = p.parameters($1 + $3, @1, $1); }
  | varposonly "," varargs ","                           { $$ = p.parameters($1 + $3, @1, $1); }
  | varposonly "," varargs "," varstars                    { $$ = p.parameters($1 + $3, @1, $1); }
  | varstars                                             { $$ = p.parameters(0, @1); }
  ;
varposonly: varargs "," later_slash ;
varargs:
    vararg                                               { $$ = 1; }
  | varargs "," vararg                                   { $$ = $1 + 1; }
  ;
vararg:
    vfpdef                                               { p.parameter($1, nullptr, @1); }
  | vfpdef "=" test                                      { p.parameter($1, $3, @1); }
  ;
varstars:
    "*" varkwargs                                        { p.star_parameters(nullptr, $2, @1, @1); }
  | "*" varkwargs ","                                    { p.star_parameters(nullptr, $2, @1, @1); }
  | "*" varkwargs "," "**" vfpdef comma_opt              { p.star_parameters(nullptr, $2, @1, @4, $5); }
  | "*" vfpdef varkwargs                                 { p.star_parameters($2, $3, @1, @1); }
  | "*" vfpdef varkwargs ","                             { p.star_parameters($2, $3, @1, @1); }
  | "*" vfpdef varkwargs "," "**" vfpdef comma_opt       { p.star_parameters($2, $3, @1, @1, $6); }
  | "**" vfpdef comma_opt                                { p.keyword_parameter($2); }
  ;
varkwargs:
    %empty                                               { $$ = 0; }
  | varkwargs "," vararg                                 { $$ = $1 + 1; }
  ;
vfpdef: Name                                             { $$ = p.arg($1, nullptr, @1); } ;

classdef:
    "class" Name ":" suite                               { $$ = p.classdef($2, nullptr, $4, @1, @4); }
  | "class" Name "(" ")" ":" suite                       { $$ = p.classdef($2, nullptr, $6, @1, @4); }
  | "class" Name "(" arglist ")" ":" suite               { $$ = p.classdef($2, $4, $7, @1, @2); }
  | "class" Name type_params ":" suite                   { $$ = p.generic(p.classdef($2, nullptr, $5, @1, @2), $3); }
  | "class" Name type_params "(" arglist_opt ")" ":" suite
                                                         { $$ = p.generic(p.classdef($2, $5, $8, @1, @2), $3); }
  ;

// Expressions
//
// Operators are told apart by precedence (declared above) instead of by one non-terminal for each level: a name inside
// an argument list would otherwise be reduced fifteen times before anything looks at it. An Operand knows which chain
// of operators it is, because CPython makes one node of `a or b or c`, and gives the second and later operations of
// a+b+c the place of their operator. What is no part of a chain skips the levels between it and `test`: of two
// rules with one right side (`test: primary`, `expr: primary`) the token behind it chooses.

test:
    primary
  | operation                                            { $$ = $1.expr; }
  | condition                                            { $$ = p.finished($1); }
  | logic "if" logic "else" test                         { $$ = p.conditional($1, $3, $5, @1); }
  | lambdef
  ;
// Assignment expressions (PEP 572): where brackets or a keyword and ':' are around them.
named: test | named_expr ;
named_or_star: test | named_expr | star_expr ;
named_expr: test ":=" test                               { $$ = p.named_expr($1, $3, @1); } ;
// Two or more.
named_list:
    named_or_star "," named_or_star                      { $$ = p.push_two($1, @1, $3, @3); }
  | named_list "," named_or_star                         { $$ = $1 + p.push($3, @3); }
  ;
test_nocond:
    logic                                                { $$ = p.finished($1); }
  | lambdef_nocond
  ;
lambdef: "lambda" lambda_parameters ":" test             { $$ = p.lambda($2, $4, @1); } ;
lambdef_nocond: "lambda" lambda_parameters ":" test_nocond
                                                         { $$ = p.lambda($2, $4, @1); } ;
lambda_parameters:
    %empty                                               { $$ = p.no_arguments(); }
  | varargslist
  ;
// or_test, and_test, not_test, comparison
logic: expr | condition ;
condition:
    expr comparisons                                     { $$ = p.operand(p.compare($1.expr, $2, @1)); }
  | "not" logic                                          { $$ = p.unary(UnaryOperator::Not, p.finished($2), @1); }
  | logic "and" logic                                    { $$ = p.chain(BoolOperator::And, $1, $3, @1, @3); }
  | logic "or" logic                                     { $$ = p.chain(BoolOperator::Or, $1, $3, @1, @3); }
  ;
comparisons:
    comp_op expr                                         { $$ = p.comparison($1, $2.expr); }
  | comparisons comp_op expr                             { $$ = $1 + p.comparison($2, $3.expr); }
  ;
comp_op:
    "<"                                                  { $$ = p.operation(CompareOperator::Lt); }
  | ">"                                                  { $$ = p.operation(CompareOperator::Gt); }
  | "=="                                                 { $$ = p.operation(CompareOperator::Eq); }
  | ">="                                                 { $$ = p.operation(CompareOperator::GtE); }
  | "<="                                                 { $$ = p.operation(CompareOperator::LtE); }
  | "!="                                                 { $$ = p.operation(CompareOperator::NotEq); }
  | "in"                                                 { $$ = p.operation(CompareOperator::In); }
  | "not" "in"                                           { $$ = p.operation(CompareOperator::NotIn); }
  | "is"                                                 { $$ = p.operation(CompareOperator::Is); }
  | "is" "not"                                           { $$ = p.operation(CompareOperator::IsNot); }
  ;
star_expr: "*" expr                                      { $$ = p.starred($2.expr, @1); } ;

// xor_expr … power, atom_expr
expr:
    primary                                              { $$ = p.operand($1); }
  | operation
  ;
operation:
    Await primary                                        { $$ = p.operand(p.await($2, @1)); }
  | expr "|" expr                                        { $$ = p.binary($1, Operator::BitOr, $3, @1, @2); }
  | expr "^" expr                                        { $$ = p.binary($1, Operator::BitXor, $3, @1, @2); }
  | expr "&" expr                                        { $$ = p.binary($1, Operator::BitAnd, $3, @1, @2); }
  | expr "<<" expr                                       { $$ = p.binary($1, Operator::LShift, $3, @1, @2); }
  | expr ">>" expr                                       { $$ = p.binary($1, Operator::RShift, $3, @1, @2); }
  | expr "+" expr                                        { $$ = p.binary($1, Operator::Add, $3, @1, @2); }
  | expr "-" expr                                        { $$ = p.binary($1, Operator::Sub, $3, @1, @2); }
  | expr "*" expr                                        { $$ = p.binary($1, Operator::Mult, $3, @1, @2); }
  | expr "@" expr                                        { $$ = p.binary($1, Operator::MatMult, $3, @1, @2); }
  | expr "/" expr                                        { $$ = p.binary($1, Operator::Div, $3, @1, @2); }
  | expr "%" expr                                        { $$ = p.binary($1, Operator::Mod, $3, @1, @2); }
  | expr "//" expr                                       { $$ = p.binary($1, Operator::FloorDiv, $3, @1, @2); }
  | expr "**" expr                                       { $$ = p.binary($1, Operator::Pow, $3, @1, @2); }
  | "+" expr %prec UNARY                                 { $$ = p.unary(UnaryOperator::UAdd, $2.expr, @1); }
  | "-" expr %prec UNARY                                 { $$ = p.unary(UnaryOperator::USub, $2.expr, @1); }
  | "~" expr %prec UNARY                                 { $$ = p.unary(UnaryOperator::Invert, $2.expr, @1); }
  ;
// An atom and what follows it.
primary:
    "(" ")"                                              { $$ = p.empty_tuple(@1); }
  | "(" yield_expr ")"                                   { $$ = $2; }
  | "(" named_or_star ")"                                { $$ = $2; }
  | "(" named_or_star "," ")"                            { $$ = p.tuple(p.push($2, @2), @2); }
  | "(" named_list ")"                                   { $$ = p.tuple($2, @2); }
  | "(" named_list "," ")"                               { $$ = p.tuple($2, @2); }
  | "(" named_or_star comp_for ")"                       { $$ = p.comprehension<GeneratorExp>($2, $3, @2, @2); }
  | "[" "]"                                              { $$ = p.list_display(0, @1); }
  | "[" named_or_star "]"                                { $$ = p.list_display(p.push($2, @2), @1); }
  | "[" named_or_star "," "]"                            { $$ = p.list_display(p.push($2, @2), @1); }
  | "[" named_list "]"                                   { $$ = p.list_display($2, @1); }
  | "[" named_list "," "]"                               { $$ = p.list_display($2, @1); }
  | "[" named_or_star comp_for "]"                       { $$ = p.comprehension<ListComp>($2, $3, @2, @2); }
  | "{" "}"                                              { $$ = p.dict_display(0, @1); }
  | "{" dict_items "}"                                   { $$ = p.dict_display($2, @1); }
  | "{" dict_items "," "}"                               { $$ = p.dict_display($2, @1); }
  | "{" dict_item comp_for "}"                           { $$ = p.dict_comprehension($3, @1); }
  | "{" set_items "}"                                    { $$ = p.set_display($2, @1); }
  | "{" set_items "," "}"                                { $$ = p.set_display($2, @1); }
  | "{" named_or_star comp_for "}"                       { $$ = p.comprehension<SetComp>($2, $3, @1, @2); }
  | Name                                                 { $$ = p.name($1, @1); }
  | Number                                               { $$ = p.number($1, @1); }
  | strings                                              { $$ = p.strings(@1); }
  | "..."                                                { $$ = p.make<krait::ast::Ellipsis>(@1); }
  | "None"                                               { $$ = p.constant(Singleton::None, @1); }
  | "True"                                               { $$ = p.constant(Singleton::True, @1); }
  | "False"                                              { $$ = p.constant(Singleton::False, @1); }
  | primary "(" ")"                                      { $$ = p.call($1, nullptr); }
  | primary "(" arglist ")"                              { $$ = p.call($1, $3); }
  | primary "[" subscriptlist_items "]"                  { $$ = p.subscript($1, $3, @3); }
  | primary "." Name                                     { $$ = p.trailing_attribute($1, $3); }
  ;
strings:
    String                                               { p.string_token($1); }
  | strings String                                       { p.string_token($2); }
  ;
subscriptlist_items:
    subscripts                                           { $$ = {$1, false}; }
  | subscripts ","                                       { $$ = {$1, true}; }
  ;
subscripts:
    subscript                                            { $$ = p.push($1, @1); }
  | subscripts "," subscript                             { $$ = $1 + p.push($3, @3); }
  ;
subscript:
    named                                                { $$ = p.index($1); }
  | later_star_expr                                      { $$ = p.index($1); }
  | test_opt ":" test_opt                                { $$ = p.slice($1, $3, nullptr); }
  | test_opt ":" test_opt sliceop                        { $$ = p.slice($1, $3, $4); }
  ;
sliceop: ":" test_opt                                    { $$ = $2; } ;
test_opt:
    %empty                                               { $$ = nullptr; }
  | test
  ;

exprlist:
    expr_list                                            { $$ = {$1, false}; }
  | expr_list ","                                        { $$ = {$1, true}; }
  ;
expr_list:
    expr_or_star                                         { $$ = p.push($1, @1); }
  | expr_list "," expr_or_star                           { $$ = $1 + p.push($3, @3); }
  ;
expr_or_star:
    expr                                                 { $$ = $1.expr; }
  | star_expr
  ;
// Unpacking without brackets: return and yield (3.8), for (3.9), subscripts (3.11).
later_testlist:
    later_test
  | later_list                                           { $$ = p.tuple($1, @1); }
  | later_test ","                                       { $$ = p.tuple(p.push($1, @1), @1); }
  | later_list ","                                       { $$ = p.tuple($1, @1); }
  ;
// Two or more.
later_list:
    later_test "," later_test                            { $$ = p.push_two($1, @1, $3, @3); }
  | later_list "," later_test                            { $$ = $1 + p.push($3, @3); }
  ;
later_test: test | later_star_expr ;
later_star_expr: later_star expr                         { $$ = p.starred($2.expr, @1); } ;
later_star: "*"                                          { if (p.refuses_later()) YYERROR; } ;

testlist:
    test
  | test_list                                            { $$ = p.tuple($1, @1); }
  | test ","                                             { $$ = p.tuple(p.push($1, @1), @1); }
  | test_list ","                                        { $$ = p.tuple($1, @1); }
  ;
// Two or more.
test_list:
    test "," test                                        { $$ = p.push_two($1, @1, $3, @3); }
  | test_list "," test                                   { $$ = $1 + p.push($3, @3); }
  ;

dict_items:
    dict_item                                            { $$ = 1; }
  | dict_items "," dict_item                             { $$ = $1 + 1; }
  ;
dict_item:
    test ":" test                                        { p.dict_item($1, $3, @1); }
  | "**" expr                                            { p.dict_item(nullptr, $2.expr, @1); }
  ;
set_items:
    named_or_star                                        { $$ = p.push($1, @1); }
  | set_items "," named_or_star                          { $$ = $1 + p.push($3, @3); }
  ;

arglist_opt:
    %empty                                               { $$ = nullptr; }
  | arglist
  ;
arglist:
    arguments_list                                       { $$ = p.arglist($1, @1); }
  | arguments_list ","                                   { $$ = p.arglist($1, @1); }
  ;
arguments_list:
    argument                                             { $$ = 1; }
  | arguments_list "," argument                          { $$ = $1 + 1; }
  ;
argument:
    test                                                 { p.argument(ArgumentKind::Positional, $1, @1); }
  | named_expr                                           { p.argument(ArgumentKind::Positional, $1, @1); }
  | named comp_for                                       { p.generator_argument($1, $2, @1); }
  | test "=" test                                        { p.keyword_argument($1, $3, @1); }
  | "**" test                                            { p.argument(ArgumentKind::DoubleStar, $2, @1); }
  | "*" test                                             { p.argument(ArgumentKind::Star, $2, @1); }
  ;

comp_for:
    comp_for_clause                                      { $$ = 1; }
  | comp_for comp_for_clause                             { $$ = $1 + 1; }
  ;
comp_for_clause:
    async_opt "for" for_target "in" for_test comp_ifs    { p.comp_for($1, $3, $5, $6); }
  ;
for_test: logic                                          { $$ = p.finished($1); } ;
async_opt:
    %empty                                               { $$ = false; }
  | Async                                                { $$ = true; }
  ;
comp_ifs:
    %empty                                               { $$ = 0; }
  | comp_ifs "if" test_nocond                            { $$ = $1 + p.push($3, @3); }
  ;

yield_expr:
    "yield" yield_value                                  { $$ = p.yield($2, @1); }
  | "yield" "from" test                                  { $$ = p.yield_from($3, @1); }
  ;
yield_value:
    %empty                                               { $$ = nullptr; }
  | later_testlist
  ;
