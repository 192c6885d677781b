// TreeBuilder: the run, faults, lists and statements. Expressions are in ast_actions_expr.cpp, parameters and calls in
// ast_actions_call.cpp.
#include "parser/ast_actions.h"

#include <algorithm>
#include <cstring>

#include "parser/grammar.hpp"
#include "parser/legacy_statement.h"

namespace krait::ast {
namespace {

LexerOptions lexer_options(const ParseOptions& options) {
    LexerOptions out;
    out.poll = options.poll;
    out.implied_final_newline = options.mode == Mode::Module;
    out.interactive = options.prompt;
    out.max_brackets = options.max_nesting;
    out.lang36 = options.lang36;
    return out;
}

}  // namespace

TreeBuilder::TreeBuilder(TreeStorage& storage, const SourceFile& source, const ParseOptions& options,
                         LocationShift shift)
    : storage_(storage), source_(source), options_(options), shift_(shift), lexer_(source, lexer_options(options)) {
    items_.reserve(64);
    storage_.arena.set_limit(options.max_memory);
}

Mod* TreeBuilder::run() {
    if (krait_parse(*this) != 0 && !stopped_) stopped(true);
    if (!stopped_ && options_.mode == Mode::Interactive && !options_.prompt && !lexer_.only_blanks_left())
        stopped_ = lexer_.diagnose(DiagnosticKind::SyntaxError,
                                   "multiple statements found while compiling a single statement");
    if (stopped_) stopped_->filename = source_.filename();
    return fault_found() ? nullptr : root_;
}

void* TreeBuilder::moved_stack(const void* stack, std::size_t size) {
    parser_stacks_.push_back(std::make_unique_for_overwrite<char[]>(size * 2));
    return std::memcpy(parser_stacks_.back().get(), stack, size);
}

// Faults

Diagnostic TreeBuilder::syntax_fault() {
    if (last_ == TokenKind::Error) return lexer_.diagnose_fault();
    if (lexer_.saw_end()) {
        stopped_at_end_ = true;
        return lexer_.diagnose(DiagnosticKind::SyntaxError, "unexpected EOF while parsing");
    }
    // A block begins with ':' and NEWLINE, and nowhere else may a NEWLINE follow a ':'.
    // What is no token at all is never said to be in the place of a block.
    bool no_token = last_ == TokenKind::Unknown || last_ == TokenKind::LessGreater;
    if (before_last_ == TokenKind::Newline && before_that_ == TokenKind::Colon && !no_token)
        return lexer_.diagnose(DiagnosticKind::IndentationError, "expected an indented block");
    if (last_ == TokenKind::Indent)
        return lexer_.diagnose(DiagnosticKind::IndentationError, "unexpected indent");
    if (last_ == TokenKind::Dedent)
        return lexer_.diagnose(DiagnosticKind::IndentationError, "unexpected unindent");
    return lexer_.diagnose(DiagnosticKind::SyntaxError, "invalid syntax");
}

void TreeBuilder::stopped(bool out_of_stack) {
    if (out_of_stack) {
        stopped_ = Diagnostic::of(DiagnosticKind::MemoryError, "s_push: parser stack overflow");
        return;
    }
    LexFault lexical = last_ == TokenKind::Error ? lexer_.fault() : LexFault::None;
    if (lexical == LexFault::UnfinishedTripleQuotedString) stopped_at_end_ = true;
    stopped_ = syntax_fault();
    if (source_.origin() == SourceFile::Origin::File) place_end_of_file(lexical);
    name_legacy_statement(&*stopped_);
}

bool TreeBuilder::refuses_later() {
    if (options_.lang36) stopped(false);
    return options_.lang36;
}

void TreeBuilder::stopped_with(std::string_view message) {
    stopped_ = lexer_.diagnose(DiagnosticKind::SyntaxError, std::string(message));
}

// CPython counts one more line when it looks for text behind the end of a file, and inside a string makes up an empty
// line first where the file's last line is complete.
void TreeBuilder::place_end_of_file(LexFault lexical) {
    if (lexer_.ended_in_string()) {
        bool complete = source_.ends_with_newline();
        stopped_->line += complete && lexical == LexFault::UnfinishedTripleQuotedString ? 2 : 1;
        if (!complete) return;
        stopped_->text += '\n';
        ++stopped_->column;
    } else if (stopped_at_end_) {
        ++stopped_->line;
        stopped_->text.clear();
    }
}

void TreeBuilder::fault(Location where, std::string_view message) {
    if (fault_) return;
    fault_ = Diagnostic::syntax(std::string(message), static_cast<std::uint32_t>(std::max(where.line, 0)),
                                where.column < 0 ? kColumnBefore : static_cast<std::uint32_t>(where.column));
    fault_->filename = source_.filename();
}

void TreeBuilder::adopt_fault(Diagnostic diagnostic) {
    if (!fault_) fault_ = std::move(diagnostic);
}

void TreeBuilder::invalid_escape(char letter, Location where) {
    if (letter) storage_.warnings.push_back({std::string("invalid escape sequence \\") + letter, where.line, true});
}

std::string_view TreeBuilder::keep(std::string_view text) {
    std::string_view copy = storage_.arena.copy(text);
    if (!copy.data()) throw OutOfMemory{};
    return copy;
}

// Lists

int TreeBuilder::push(void* node, Location where, void* extra) {
    items_.push_back({node, extra, where, ArgumentKind::Positional, false});
    return 1;
}

int TreeBuilder::push_yield(Expr* node, Location where) {
    push(node, where);
    items_.back().bare_yield = true;
    return 1;
}

int TreeBuilder::push_name(const IdentifierText* name) {
    return push(const_cast<IdentifierText*>(name), {0, 0});
}

NodeList TreeBuilder::take(int count) {
    Seq<void*> out = take_as<void>(count);
    return {out.begin(), out.size()};
}

Seq<Identifier> TreeBuilder::take_names(int count) {
    Seq<Identifier> out = make_seq<Identifier>(static_cast<std::size_t>(count));
    Item* items = top(count);
    for (int i = 0; i < count; ++i)
        out[static_cast<std::size_t>(i)] = Identifier(static_cast<const IdentifierText*>(items[i].node));
    drop(count);
    return out;
}

// Modules

void TreeBuilder::module(int count) {
    auto* root = make<Module>();
    root->body = take_as<Stmt>(count);
    root_ = root;
}

void TreeBuilder::interactive(int count) {
    auto* root = make<Interactive>();
    root->body = take_as<Stmt>(count);
    root_ = root;
}

void TreeBuilder::interactive_blank() {
    push(make<Pass>(Location{0, 0}), {0, 0});
    interactive(1);
}

void TreeBuilder::expression(Expr* body) {
    auto* root = make<Expression>();
    root->body = body;
    root_ = root;
}

// Targets

bool TreeBuilder::forbidden(Identifier name, Location where) {
    if (name == "async" || name == "await")
        storage_.warnings.push_back(
            {"'async' and 'await' will become reserved keywords in Python 3.7", where.line, false});
    if (name != "__debug__") return false;
    fault(where, "assignment to keyword");
    return true;
}

std::string_view non_target_name(NodeKind kind) {
    switch (kind) {
        case NodeKind::Lambda: return "lambda";
        case NodeKind::Call: return "function call";
        case NodeKind::BoolOp:
        case NodeKind::BinOp:
        case NodeKind::UnaryOp: return "operator";
        case NodeKind::GeneratorExp: return "generator expression";
        case NodeKind::Yield:
        case NodeKind::YieldFrom: return "yield expression";
        case NodeKind::Await: return "await expression";
        case NodeKind::ListComp: return "list comprehension";
        case NodeKind::SetComp: return "set comprehension";
        case NodeKind::DictComp: return "dict comprehension";
        case NodeKind::Dict:
        case NodeKind::Set:
        case NodeKind::Num:
        case NodeKind::Str:
        case NodeKind::Bytes:
        case NodeKind::JoinedStr:
        case NodeKind::FormattedValue: return "literal";
        case NodeKind::NameConstant: return "keyword";
        case NodeKind::Ellipsis: return "Ellipsis";
        case NodeKind::Compare: return "comparison";
        case NodeKind::IfExp: return "conditional expression";
        case NodeKind::NamedExpr: return "named expression";
        default: return {};
    }
}

// Recursion is as deep as brackets in the text, which the lexer limits.
bool TreeBuilder::set_context(Expr* target, ExprContext context, Location where) {
    Seq<Expr*> elements;
    if (auto* node = as<Attribute>(target)) {
        node->ctx = context;
        return context != ExprContext::Store || !forbidden(node->attr, where);
    } else if (auto* node = as<Subscript>(target)) {
        node->ctx = context;
    } else if (auto* node = as<Starred>(target)) {
        node->ctx = context;
        return set_context(node->value, context, where);
    } else if (auto* node = as<Name>(target)) {
        if (context == ExprContext::Store && forbidden(node->id, where)) return false;
        node->ctx = context;
    } else if (auto* node = as<List>(target)) {
        node->ctx = context;
        elements = node->elts;
    } else if (auto* node = as<Tuple>(target)) {
        node->ctx = context;
        elements = node->elts;
    } else {
        std::string_view verb = context == ExprContext::Store ? "assign to" : "delete";
        fault(where, "can't " + std::string(verb) + " " + std::string(non_target_name(target->kind)));
        return false;
    }
    for (Expr* element : elements)
        if (!set_context(element, context, where)) return false;
    return true;
}

// Simple statements

Stmt* TreeBuilder::expr_stmt(Expr* value, Location where) {
    auto* node = make<ExprStmt>(where);
    node->value = value;
    return node;
}

Stmt* TreeBuilder::ann_assign(Expr* target, Expr* annotation, Expr* value, Location where) {
    auto* node = make<AnnAssign>(where);
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    if (auto* name = as<Name>(target)) {
        if (!forbidden(name->id, where)) name->ctx = ExprContext::Store;
        // A name that does not stand where the statement begins has parentheses around it.
        node->simple = target->line == where.line && target->column == where.column;
    } else if (auto* attribute = as<Attribute>(target)) {
        if (!forbidden(attribute->attr, where)) attribute->ctx = ExprContext::Store;
    } else if (auto* subscript = as<Subscript>(target)) {
        subscript->ctx = ExprContext::Store;
    } else if (is<List>(target)) {
        fault(where, "only single target (not list) can be annotated");
    } else if (is<Tuple>(target)) {
        fault(where, "only single target (not tuple) can be annotated");
    } else {
        fault(where, "illegal target for annotation");
    }
    return node;
}

Stmt* TreeBuilder::aug_assign(Expr* target, int operation, Expr* value, Location where) {
    if (set_context(target, ExprContext::Store, where) && !is<Name>(target) && !is<Attribute>(target) &&
        !is<Subscript>(target))
        fault(where, "illegal expression for augmented assignment");
    auto* node = make<AugAssign>(where);
    node->target = target;
    node->op = static_cast<Operator>(operation);
    node->value = value;
    return node;
}

// `first` and all but the last of `count` items are targets.
Stmt* TreeBuilder::assign(Expr* first, int count, Location where) {
    auto* node = make<Assign>(where);
    node->targets = make_seq<Expr*>(static_cast<std::size_t>(count));
    node->targets[0] = first;
    set_context(first, ExprContext::Store, where);
    Item* items = top(count);
    for (int i = 0; i + 1 < count; ++i) {
        auto* target = static_cast<Expr*>(items[i].node);
        if (items[i].bare_yield)
            fault(items[i].where, "assignment to yield expression not possible");
        else
            set_context(target, ExprContext::Store, items[i].where);
        node->targets[static_cast<std::size_t>(i) + 1] = target;
    }
    node->value = static_cast<Expr*>(items[count - 1].node);
    drop(count);
    return node;
}

Stmt* TreeBuilder::del_stmt(ItemCount items, Location where) {
    Item* targets = top(items.count);
    for (int i = 0; i < items.count; ++i)
        set_context(static_cast<Expr*>(targets[i].node), ExprContext::Del, targets[i].where);
    auto* node = make<Delete>(where);
    node->targets = take_as<Expr>(items.count);
    return node;
}

Stmt* TreeBuilder::return_stmt(Expr* value, Location where) {
    auto* node = make<Return>(where);
    node->value = value;
    return node;
}

Stmt* TreeBuilder::raise_stmt(Expr* exc, Expr* cause, Location where) {
    auto* node = make<Raise>(where);
    node->exc = exc;
    node->cause = cause;
    return node;
}

Stmt* TreeBuilder::assert_stmt(Expr* test, Expr* msg, Location where) {
    auto* node = make<Assert>(where);
    node->test = test;
    node->msg = msg;
    return node;
}

Stmt* TreeBuilder::global_stmt(int count, Location where) {
    auto* node = make<Global>(where);
    node->names = take_names(count);
    return node;
}

Stmt* TreeBuilder::nonlocal_stmt(int count, Location where) {
    auto* node = make<Nonlocal>(where);
    node->names = take_names(count);
    return node;
}

// Imports

DottedName TreeBuilder::dotted(const IdentifierText* name) { return {name, false}; }

DottedName TreeBuilder::dotted(DottedName left, const IdentifierText* name) {
    std::string text(left.name->text);
    text += '.';
    text += name->text;
    const IdentifierText* whole = intern(text);
    if (!whole) throw OutOfMemory{};
    return {whole, true};
}

void TreeBuilder::import_module(DottedName name, const IdentifierText* asname, Location where, Location as_where) {
    auto* node = make<Alias>();
    node->name = Identifier(name.name);
    node->asname = Identifier(asname);
    if (asname)
        forbidden(node->asname, as_where);
    else if (!name.dotted)
        forbidden(node->name, where);
    push(node, where);
}

void TreeBuilder::import_as(const IdentifierText* name, const IdentifierText* asname, Location bound_where) {
    auto* node = make<Alias>();
    node->name = Identifier(name);
    node->asname = Identifier(asname);
    forbidden(asname ? node->asname : node->name, bound_where);
    push(node, bound_where);
}

Stmt* TreeBuilder::import_name(int count, Location where) {
    auto* node = make<Import>(where);
    node->names = take_as<Alias>(count);
    return node;
}

Stmt* TreeBuilder::import_star(int level, const DottedName* module, Location where) {
    const IdentifierText* star = intern("*");
    if (!star) throw OutOfMemory{};
    auto* alias = make<Alias>();
    alias->name = Identifier(star);
    push(alias, where);
    return import_from(level, module, {1, false}, where, where);
}

Stmt* TreeBuilder::import_from(int level, const DottedName* module, ItemCount names, Location where,
                               Location names_where) {
    if (names.trailing_comma) fault(names_where, "trailing comma not allowed without surrounding parentheses");
    auto* node = make<ImportFrom>(where);
    if (module) node->module = Identifier(module->name);
    node->names = take_as<Alias>(names.count);
    node->level = level;
    return node;
}

// Compound statements

int TreeBuilder::elif_clause(Expr* test, NodeList body, Location where) {
    auto* node = make<If>(where);
    node->test = test;
    node->body = seq<Stmt>(body);
    return push(node, where);
}

Stmt* TreeBuilder::if_stmt(Expr* test, NodeList body, int elifs, NodeList orelse, Location where) {
    Seq<Stmt*> rest = seq<Stmt>(orelse);
    Item* clauses = top(elifs);
    for (int i = elifs; i-- > 0;) {
        auto* clause = static_cast<If*>(clauses[i].node);
        clause->orelse = rest;
        rest = make_seq<Stmt*>(1);
        rest[0] = clause;
    }
    drop(elifs);
    auto* node = make<If>(where);
    node->test = test;
    node->body = seq<Stmt>(body);
    node->orelse = rest;
    return node;
}

Stmt* TreeBuilder::while_stmt(Expr* test, NodeList body, NodeList orelse, Location where) {
    auto* node = make<While>(where);
    node->test = test;
    node->body = seq<Stmt>(body);
    node->orelse = seq<Stmt>(orelse);
    return node;
}

Expr* TreeBuilder::for_target(ItemCount items) {
    Item* targets = top(items.count);
    for (int i = 0; i < items.count; ++i)
        set_context(static_cast<Expr*>(targets[i].node), ExprContext::Store, targets[i].where);
    auto* first = static_cast<Expr*>(targets[0].node);
    if (items.count == 1 && !items.trailing_comma) {
        drop(1);
        return first;
    }
    auto* tuple = make<Tuple>(Location{first->line, first->column});
    tuple->elts = take_as<Expr>(items.count);
    tuple->ctx = ExprContext::Store;
    return tuple;
}

Stmt* TreeBuilder::for_stmt(Expr* target, Expr* iter, NodeList body, NodeList orelse, Location where) {
    auto* node = make<For>(where);
    node->target = target;
    node->iter = iter;
    node->body = seq<Stmt>(body);
    node->orelse = seq<Stmt>(orelse);
    return node;
}

Stmt* TreeBuilder::try_stmt(NodeList body, ItemCount handlers, NodeList orelse, NodeList finalbody, Location where) {
    auto fill = [&](auto* node) -> Stmt* {
        node->body = seq<Stmt>(body);
        node->handlers = take_as<ExceptHandler>(handlers.count);
        node->orelse = seq<Stmt>(orelse);
        node->finalbody = seq<Stmt>(finalbody);
        return node;
    };
    return handlers.trailing_comma ? fill(make<TryStar>(where)) : fill(make<Try>(where));
}

ItemCount TreeBuilder::except_clauses(ItemCount before, bool star, Location where) {
    if (star != before.trailing_comma) fault(where, "cannot have both 'except' and 'except*' on the same 'try'");
    return {before.count + 1, before.trailing_comma};
}

bool TreeBuilder::except_star_without_type(Location where) {
    fault(where, "expected one or more exception types");
    push(make<ExceptHandler>(where), where);
    return true;
}

bool TreeBuilder::except_clause(Expr* type, const IdentifierText* name, NodeList body, Location where,
                                Location name_where) {
    auto* node = make<ExceptHandler>(where);
    node->type = type;
    node->name = Identifier(name);
    node->body = seq<Stmt>(body);
    if (name) forbidden(node->name, name_where);
    push(node, where);
    return false;
}

void TreeBuilder::with_item(Expr* context, Expr* vars, Location where) {
    if (vars) set_context(vars, ExprContext::Store, where);
    auto* node = make<WithItem>();
    node->context_expr = context;
    node->optional_vars = vars;
    push(node, where);
}

Stmt* TreeBuilder::with_stmt(int items, NodeList body, Location where) {
    auto* node = make<With>(where);
    node->items = take_as<WithItem>(items);
    node->body = seq<Stmt>(body);
    return node;
}

// The async forms keep the place of their second word, as in CPython 3.6.
Stmt* TreeBuilder::async_def(Stmt* function) {
    auto* plain = static_cast<FunctionDef*>(function);
    auto* node = make<AsyncFunctionDef>(Location{plain->line, plain->column});
    node->name = plain->name;
    node->args = plain->args;
    node->body = plain->body;
    node->returns = plain->returns;
    node->type_params = plain->type_params;
    return node;
}

Stmt* TreeBuilder::async_with(Stmt* with) {
    auto* plain = static_cast<With*>(with);
    auto* node = make<AsyncWith>(Location{plain->line, plain->column});
    node->items = plain->items;
    node->body = plain->body;
    return node;
}

Stmt* TreeBuilder::async_for(Stmt* loop) {
    auto* plain = static_cast<For*>(loop);
    auto* node = make<AsyncFor>(Location{plain->line, plain->column});
    node->target = plain->target;
    node->iter = plain->iter;
    node->body = plain->body;
    node->orelse = plain->orelse;
    return node;
}

// Definitions

// A decorator that 3.6 knows, too, has the place 3.6 gives it.
void TreeBuilder::decorator(Expr* expression, Location where) {
    const Expr* callee = expression;
    auto* call = as<Call>(expression);
    if (call && call->args.empty() && call->keywords.empty()) {
        for (callee = call->func; is<Attribute>(callee); callee = static_cast<const Attribute*>(callee)->value) {}
        if (is<Name>(callee)) {
            call->line = where.line;
            call->column = where.column;
        }
    }
    push(expression, where);
}

void TreeBuilder::decorator_call(Expr* callee, CallArguments* arguments, Location where) {
    Expr* node = call(callee, arguments);
    if (!arguments) {
        node->line = where.line;
        node->column = where.column;
    }
    push(node, where);
}

Stmt* TreeBuilder::decorated(int decorators, Stmt* definition, Location where) {
    Seq<Expr*> list = take_as<Expr>(decorators);
    if (auto* function = as<FunctionDef>(definition))
        function->decorator_list = list;
    else if (auto* async_function = as<AsyncFunctionDef>(definition))
        async_function->decorator_list = list;
    else
        static_cast<ClassDef*>(definition)->decorator_list = list;
    definition->line = where.line;
    definition->column = where.column;
    return definition;
}

Stmt* TreeBuilder::funcdef(const IdentifierText* name, Arguments* args, Expr* returns, NodeList body, Location where,
                           Location name_where) {
    auto* node = make<FunctionDef>(where);
    node->name = Identifier(name);
    node->args = args;
    node->returns = returns;
    node->body = seq<Stmt>(body);
    forbidden(node->name, name_where);
    return node;
}

Stmt* TreeBuilder::classdef(const IdentifierText* name, CallArguments* bases, NodeList body, Location where,
                            Location fault_where) {
    auto* node = make<ClassDef>(where);
    node->name = Identifier(name);
    if (bases) {
        node->bases = bases->args;
        node->keywords = bases->keywords;
    }
    node->body = seq<Stmt>(body);
    forbidden(node->name, fault_where);
    return node;
}

}  // namespace krait::ast
