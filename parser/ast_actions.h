// What the productions of grammar.y do: TreeBuilder has one function for each action. It also owns the state of one run
// of the parser: lexer, item stack, first fault.
//
// Two kinds of fault are kept apart. A text that the grammar rejects stops the run (stopped()). A tree that is built
// but wrong (`1 = 2`) is noted by fault() and the run goes on, because CPython reports a later syntax error in
// preference: it builds trees only once the whole text is parsed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexer/lexer.h"
#include "parser/ast.h"
#include "parser/identifier_table.h"
#include "parser/parse.h"
#include "support/arena.h"
#include "support/diagnostic.h"

namespace krait::ast {

struct Location {
    int line;
    int column;
};

/// Everything a finished tree needs to stay alive.
struct TreeStorage {
    Arena arena;
    IdentifierTable identifiers{arena};
    std::vector<ParseWarning> warnings;
    std::uint32_t work = 0;   ///< tokens read and texts searched since the last poll
};

/// Thrown inside the parser only.
struct ParsingStopped {};

// Values of the grammar's symbols. All are trivial: they live in the union on the parser's stack.
struct NodeList {
    void** nodes;
    std::size_t count;
};
struct ItemCount {
    int count;
    bool trailing_comma;   // of except clauses: all are `except*`
};
struct DottedName {
    const IdentifierText* name;
    bool dotted;
};
struct RawText {
    const char* data;
    std::size_t size;
    std::string_view view() const { return {data, size}; }
};
struct CallArguments {
    Seq<Expr*> args;
    Seq<Keyword*> keywords;
};
/// An operand of operators, with the chain it ends in: `chain` is 0 for anything that is complete, else what
/// TreeBuilder::binary and chain made of the operator. The `count` values of an unfinished `and` or `or` wait among the
/// builder's items and `expr` is null.
struct Operand {
    Expr* expr;
    int chain;
    int count;
};
enum class ArgumentKind : std::uint8_t { Positional, Star, DoubleStar, Keyword, Generator };

union Semantic {
    int count;
    bool flag;
    int operation;
    ItemCount items;
    NodeList list;
    const IdentifierText* name;
    RawText text;
    DottedName dotted;
    Stmt* stmt;
    Expr* expr;
    Pattern* pattern;
    TypeParam* type_param;
    Operand operand;
    SliceNode* slice;
    Arguments* arguments;
    Arg* arg;
    CallArguments* call;
};

/// Where the text of a nested parser (an expression of an f-string) stands in the text around it.
struct LocationShift {
    int lines = 0;
    int columns = 0;  // for the first line only
};

/// Thrown by make() when memory is refused; parse() turns it into a Diagnostic. It never leaves the parser.
struct OutOfMemory {};

class TreeBuilder {
  public:
    TreeBuilder(TreeStorage& storage, const SourceFile& source, const ParseOptions& options, LocationShift shift = {});

    /// Parses the whole text. Null when fault_found() is set.
    Mod* run();
    const std::optional<Diagnostic>& fault_found() const { return stopped_ ? stopped_ : fault_; }
    std::optional<Diagnostic> take_fault() { return std::move(stopped_ ? stopped_ : fault_); }
    bool stopped_at_end() const { return stopped_at_end_; }

    // Called by the generated parser.
    int next_token(Semantic* value, Location* where);
    /// Counts what was done and polls when it is much.
    void work(std::size_t tokens);
    void stopped(bool out_of_stack);
    /// For the first token of a form that came after 3.6: true, and stopped, where that is not allowed.
    bool refuses_later();
    /// A fault that the grammar itself finds, with words of its own, at the last token read.
    void stopped_with(std::string_view message);
    /// Moves the parser's three stacks, of so many bytes each, to new ones of twice the depth. False: that is too deep.
    template <class State, class Depth>
    bool grow_stacks(State** states, std::size_t states_size, Semantic** values, std::size_t values_size,
                     Location** places, std::size_t places_size, Depth* depth) {
        if (*depth >= kMaxParserDepth) return false;
        *states = static_cast<State*>(moved_stack(*states, states_size));
        *values = static_cast<Semantic*>(moved_stack(*values, values_size));
        *places = static_cast<Location*>(moved_stack(*places, places_size));
        *depth *= 2;
        return true;
    }

    // Faults and materials.
    void fault(Location where, std::string_view message);
    void adopt_fault(Diagnostic diagnostic);
    /// A backslash before `letter` means nothing: a warning for who runs the program. 0 is none.
    void invalid_escape(char letter, Location where);
    TreeStorage& storage() { return storage_; }
    const SourceFile& source() const { return source_; }
    const ParseOptions& options() const { return options_; }
    template <class T>
    T* make(Location where) {
        T* node = storage_.arena.create<T>();
        if (!node) throw OutOfMemory{};
        node->line = where.line;
        node->column = where.column;
        return node;
    }
    template <class T>
    T* make() {
        T* node = storage_.arena.create<T>();
        if (!node) throw OutOfMemory{};
        return node;
    }
    template <class T>
    Seq<T> make_seq(std::size_t count) {
        if (count == 0) return {};
        T* items = storage_.arena.create_array<T>(count);
        if (!items) throw OutOfMemory{};
        return {items, count};
    }
    std::string_view keep(std::string_view text);

    // Lists.
    int push(void* node, Location where, void* extra = nullptr);
    int push_two(void* first, Location first_where, void* second, Location second_where) {
        push(first, first_where);
        return 1 + push(second, second_where);
    }
    int push_yield(Expr* node, Location where);
    int push_name(const IdentifierText* name);
    NodeList take(int count);

    // Modules.
    void module(int count);
    void interactive(int count);
    void interactive_blank();
    void expression(Expr* body);

    // Simple statements.
    Stmt* expr_stmt(Expr* value, Location where);
    Stmt* ann_assign(Expr* target, Expr* annotation, Expr* value, Location where);
    Stmt* aug_assign(Expr* target, int operation, Expr* value, Location where);
    Stmt* assign(Expr* first, int count, Location where);
    Stmt* del_stmt(ItemCount items, Location where);
    Stmt* return_stmt(Expr* value, Location where);
    Stmt* raise_stmt(Expr* exc, Expr* cause, Location where);
    Stmt* assert_stmt(Expr* test, Expr* msg, Location where);
    Stmt* global_stmt(int count, Location where);
    Stmt* nonlocal_stmt(int count, Location where);
    DottedName dotted(const IdentifierText* name);
    DottedName dotted(DottedName left, const IdentifierText* name);
    void import_module(DottedName name, const IdentifierText* asname, Location where, Location as_where);
    void import_as(const IdentifierText* name, const IdentifierText* asname, Location bound_where);
    Stmt* import_name(int count, Location where);
    Stmt* import_star(int level, const DottedName* module, Location where);
    Stmt* import_from(int level, const DottedName* module, ItemCount names, Location where, Location names_where);

    // Compound statements.
    Stmt* if_stmt(Expr* test, NodeList body, int elifs, NodeList orelse, Location where);
    int elif_clause(Expr* test, NodeList body, Location where);
    Stmt* while_stmt(Expr* test, NodeList body, NodeList orelse, Location where);
    Stmt* for_stmt(Expr* target, Expr* iter, NodeList body, NodeList orelse, Location where);
    Expr* for_target(ItemCount items);
    Stmt* try_stmt(NodeList body, ItemCount handlers, NodeList orelse, NodeList finalbody, Location where);
    ItemCount except_clauses(ItemCount before, bool star, Location where);
    bool except_star_without_type(Location where);
    /// False: it is not an `except*`.
    bool except_clause(Expr* type, const IdentifierText* name, NodeList body, Location where, Location name_where);
    Stmt* with_stmt(int items, NodeList body, Location where);
    void with_item(Expr* context, Expr* vars, Location where);
    Stmt* async_def(Stmt* function);
    Stmt* async_with(Stmt* with);
    Stmt* async_for(Stmt* loop);
    Stmt* decorated(int decorators, Stmt* definition, Location where);
    /// Any expression (3.9).
    void decorator(Expr* expression, Location where);
    void decorator_call(Expr* callee, CallArguments* arguments, Location where);
    Stmt* funcdef(const IdentifierText* name, Arguments* args, Expr* returns, NodeList body, Location where,
                  Location name_where);
    Stmt* classdef(const IdentifierText* name, CallArguments* bases, NodeList body, Location where,
                   Location fault_where);

    // Type statements and type parameters (3.12, ast_actions_type.cpp).
    Stmt* type_alias(const IdentifierText* name, NodeList type_params, Expr* value, Location where,
                     Location name_where);
    /// With the type parameters of a function or class; `where` is their bracket.
    Stmt* generic(Stmt* definition, NodeList type_params);
    NodeList type_parameters(int count, Location where);
    void type_var(const IdentifierText* name, Expr* bound, Expr* default_value, Location where);
    template <class T>
    void type_parameter(const IdentifierText* name, Expr* default_value, Location where);
    /// `*Ts: int` and `**P: int`: those have no bound.
    void bound_of_many(const IdentifierText* name, Expr* bound, const char* what, Location where, Location colon);

    // Patterns (ast_actions_match.cpp).
    Stmt* match_stmt(Expr* subject, int cases, Location where);
    void match_case(Pattern* pattern, Expr* guard, NodeList body);
    Pattern* value_pattern(Expr* value, Location where);
    Pattern* singleton_pattern(Singleton value, Location where);
    Pattern* capture_pattern(const IdentifierText* name, Location where);
    Pattern* star_pattern(const IdentifierText* name, Location where);
    Pattern* as_pattern(Pattern* pattern, const IdentifierText* name, Location where, Location name_where);
    Pattern* or_pattern(int count, Location where);
    Pattern* sequence_pattern(int count, Location where);
    void mapping_item(Expr* key, Pattern* pattern, Location where) { push(key, where, pattern); }
    Pattern* mapping_pattern(int items, const IdentifierText* rest, Location where);
    void class_argument(const IdentifierText* name, Pattern* pattern, Location where);
    Pattern* class_pattern(Expr* cls, int arguments, Location where);
    Expr* negative(RawText number, Location where, Location number_where);
    Expr* complex_number(Expr* real, Operator op, RawText imaginary, Location where, Location imaginary_where);
    static bool is_wildcard(const IdentifierText* name) { return name->text == "_"; }

    // Parameters.
    Arguments* no_arguments();
    /// The first `positional_only` of the positional ones cannot be named in a call.
    Arguments* parameters(int positional, Location where, int positional_only = 0);
    void parameter(Arg* arg, Expr* default_value, Location where);
    void star_parameters(Arg* vararg, int keyword_only, Location where, Location bare_fault, Arg* kwarg = nullptr);
    void keyword_parameter(Arg* kwarg);
    Arg* arg(const IdentifierText* name, Expr* annotation, Location where);

    // Expressions.
    Expr* tuple(int count, Location where);
    static Operand operand(Expr* complete) { return {complete, 0, 0}; }
    Operand chain(BoolOperator op, Operand left, Operand right, Location left_where, Location right_where);
    /// The expression of an operand that no further `and` or `or` can extend.
    Expr* finished(Operand operand) { return operand.expr ? operand.expr : finished_chain(operand); }
    Expr* conditional(Operand body, Operand test, Expr* orelse, Location where);
    Expr* named_expr(Expr* target, Expr* value, Location where);
    Expr* lambda(Arguments* args, Expr* body, Location where);
    Operand unary(UnaryOperator op, Expr* operand, Location where);
    Operand binary(Operand left, Operator op, Operand right, Location where, Location operator_where);
    int comparison(int operation, Expr* right);
    Expr* compare(Expr* left, int count, Location where);
    Expr* starred(Expr* value, Location where);
    Expr* await(Expr* value, Location where);
    Expr* yield(Expr* value, Location where);
    Expr* yield_from(Expr* value, Location where);
    Expr* call(Expr* func, CallArguments* arguments);
    Expr* subscript(Expr* value, ItemCount items, Location where);
    Expr* attribute(Expr* value, const IdentifierText* attr, Location where);
    Expr* trailing_attribute(Expr* value, const IdentifierText* attr);
    SliceNode* index(Expr* value);
    SliceNode* slice(Expr* lower, Expr* upper, Expr* step);
    Expr* name(const IdentifierText* id, Location where);
    Expr* number(RawText text, Location where);
    Expr* constant(Singleton value, Location where);
    void string_token(RawText text);
    Expr* strings(Location where);
    Expr* empty_tuple(Location where);
    Expr* list_display(int count, Location where);
    Expr* set_display(int count, Location where);
    Expr* dict_display(int count, Location where);
    void dict_item(Expr* key, Expr* value, Location where);
    Expr* dict_comprehension(int generators, Location where);
    template <class T>
    Expr* comprehension(Expr* elt, int generators, Location where, Location elt_where);
    void comp_for(bool is_async, Expr* target, Expr* iter, int ifs);
    CallArguments* arglist(int count, Location where);
    void argument(ArgumentKind kind, Expr* value, Location where);
    void keyword_argument(Expr* name, Expr* value, Location where);
    void generator_argument(Expr* elt, int generators, Location where);
    static int operation(Operator op) { return static_cast<int>(op); }
    static int operation(CompareOperator op) { return static_cast<int>(op); }

  private:
    struct Item {
        void* node;
        void* extra;
        Location where;
        ArgumentKind argument;
        bool bare_yield;
    };
    struct StarParameters {
        Arg* vararg = nullptr;
        Seq<Arg*> keyword_only;
        Seq<Expr*> keyword_defaults;
        Arg* kwarg = nullptr;
    };

    static constexpr int kMaxParserDepth = 6400;

    void* moved_stack(const void* stack, std::size_t size);
    Item* top(int count) { return items_.data() + (items_.size() - static_cast<std::size_t>(count)); }
    void drop(int count) { items_.resize(items_.size() - static_cast<std::size_t>(count)); }
    template <class T>
    Seq<T*> take_as(int count) {
        Seq<T*> out = make_seq<T*>(static_cast<std::size_t>(count));
        Item* items = top(count);
        for (int i = 0; i < count; ++i) out[static_cast<std::size_t>(i)] = static_cast<T*>(items[i].node);
        drop(count);
        return out;
    }
    template <class T>
    static Seq<T*> seq(NodeList list) {
        return {reinterpret_cast<T**>(list.nodes), list.count};
    }
    Expr* finished_chain(Operand operand);
    Seq<Identifier> take_names(int count);
    bool set_context(Expr* target, ExprContext context, Location where);
    bool forbidden(Identifier name, Location where);
    bool check_call_shape(const Item* items, int count, Location where);
    bool check_argument_order(const Item& item, int keywords, int unpackings);
    Keyword* keyword(const Item& item, Seq<Keyword*> before, std::size_t count);
    /// The word at the start of a statement: TOK_Match, TOK_Case, TOK_Type or TOK_Name.
    int soft_keyword(const Token& token);
    bool match_follows();
    bool type_alias_follows();
    Diagnostic syntax_fault();
    void place_end_of_file(LexFault lexical);
    const IdentifierText* intern(std::string_view text) { return storage_.identifiers.intern(text); }

    TreeStorage& storage_;
    const SourceFile& source_;
    const ParseOptions& options_;
    LocationShift shift_;
    Lexer lexer_;
    Mod* root_ = nullptr;
    std::vector<Item> items_;
    std::vector<RawText> strings_;
    StarParameters star_;
    std::vector<std::unique_ptr<char[]>> parser_stacks_;
    std::optional<Diagnostic> fault_;
    std::optional<Diagnostic> stopped_;
    bool stopped_at_end_ = false;
    bool start_sent_ = false;
    bool with_items_next_ = false;   // the next token is the "(" around the items of a with
    int depth_ = 0;                   // of blocks
    bool match_line_ = false;         // the line that `match` begins is being read
    bool line_begins_ = true;         // the next token is the first of a line
    bool case_line_ = false;          // the line begins with `case` of a match
    TokenKind line_head_ = TokenKind::EndMarker;   // the first token of the line
    std::vector<int> match_blocks_;   // depths of the open blocks that `match` began
    TokenKind last_ = TokenKind::EndMarker;
    TokenKind before_last_ = TokenKind::EndMarker;
    TokenKind before_that_ = TokenKind::EndMarker;
};

/// What a message calls an expression that is no target; empty when it can be one.
std::string_view non_target_name(NodeKind kind);

}  // namespace krait::ast
