// TreeBuilder: the match statement and its patterns.
#include "parser/ast_actions.h"

namespace krait::ast {

Stmt* TreeBuilder::match_stmt(Expr* subject, int cases, Location where) {
    if (is<Starred>(subject)) fault({subject->line, subject->column}, "invalid syntax");
    auto* node = make<Match>(where);
    node->subject = subject;
    node->cases = take_as<MatchCase>(cases);
    return node;
}

void TreeBuilder::match_case(Pattern* pattern, Expr* guard, NodeList body) {
    auto* node = make<MatchCase>();
    node->pattern = pattern;
    node->guard = guard;
    node->body = seq<Stmt>(body);
    push(node, {pattern->line, pattern->column});
}

Pattern* TreeBuilder::value_pattern(Expr* value, Location where) {
    auto* node = make<MatchValue>(where);
    node->value = value;
    return node;
}

Pattern* TreeBuilder::singleton_pattern(Singleton value, Location where) {
    auto* node = make<MatchSingleton>(where);
    node->value = value;
    return node;
}

Pattern* TreeBuilder::capture_pattern(const IdentifierText* name, Location where) {
    auto* node = make<MatchAs>(where);
    if (!is_wildcard(name)) node->name = Identifier(name);
    return node;
}

Pattern* TreeBuilder::star_pattern(const IdentifierText* name, Location where) {
    auto* node = make<MatchStar>(where);
    if (!is_wildcard(name)) node->name = Identifier(name);
    return node;
}

Pattern* TreeBuilder::as_pattern(Pattern* pattern, const IdentifierText* name, Location where, Location name_where) {
    if (is_wildcard(name)) fault(name_where, "cannot use '_' as a target");
    auto* node = make<MatchAs>(where);
    node->pattern = pattern;
    node->name = Identifier(name);
    return node;
}

Pattern* TreeBuilder::or_pattern(int count, Location where) {
    auto* node = make<MatchOr>(where);
    node->patterns = take_as<Pattern>(count);
    return node;
}

Pattern* TreeBuilder::sequence_pattern(int count, Location where) {
    auto* node = make<MatchSequence>(where);
    node->patterns = take_as<Pattern>(count);
    return node;
}

// Each item is a key; its pattern is beside it.
Pattern* TreeBuilder::mapping_pattern(int count, const IdentifierText* rest, Location where) {
    auto* node = make<MatchMapping>(where);
    node->patterns = make_seq<Pattern*>(static_cast<std::size_t>(count));
    const Item* items = top(count);
    for (int i = 0; i < count; ++i) node->patterns[static_cast<std::size_t>(i)] = static_cast<Pattern*>(items[i].extra);
    node->keys = take_as<Expr>(count);
    node->rest = Identifier(rest);
    return node;
}

// Each item is a pattern; the name it was given by keyword, if any, is beside it.
void TreeBuilder::class_argument(const IdentifierText* name, Pattern* pattern, Location where) {
    push(pattern, where, const_cast<IdentifierText*>(name));
}

Pattern* TreeBuilder::class_pattern(Expr* cls, int count, Location where) {
    auto* node = make<MatchClass>(where);
    node->cls = cls;
    const Item* items = top(count);
    int keywords = 0;
    for (int i = 0; i < count; ++i) {
        if (items[i].extra)
            ++keywords;
        else if (keywords)
            fault(items[i].where, "positional patterns follow keyword patterns");
    }
    node->kwd_attrs = make_seq<Identifier>(static_cast<std::size_t>(keywords));
    node->kwd_patterns = make_seq<Pattern*>(static_cast<std::size_t>(keywords));
    node->patterns = make_seq<Pattern*>(static_cast<std::size_t>(count - keywords));
    std::size_t positional = 0, named = 0;
    for (int i = 0; i < count; ++i) {
        auto* pattern = static_cast<Pattern*>(items[i].node);
        if (!items[i].extra) {
            node->patterns[positional++] = pattern;
            continue;
        }
        node->kwd_attrs[named] = Identifier(static_cast<const IdentifierText*>(items[i].extra));
        node->kwd_patterns[named++] = pattern;
    }
    drop(count);
    return node;
}

Expr* TreeBuilder::negative(RawText text, Location where, Location number_where) {
    auto* node = make<UnaryOp>(where);
    node->op = UnaryOperator::USub;
    node->operand = number(text, number_where);
    return node;
}

namespace {

bool is_imaginary(Expr* node) {
    if (auto* negated = as<UnaryOp>(node)) node = negated->operand;
    auto* literal = as<Num>(node);
    return literal && literal->n.kind == NumberValue::Kind::Imaginary;
}

}  // namespace

Expr* TreeBuilder::complex_number(Expr* real, Operator op, RawText imaginary, Location where,
                                  Location imaginary_where) {
    auto* node = make<BinOp>(where);
    node->left = real;
    node->op = op;
    node->right = number(imaginary, imaginary_where);
    if (is_imaginary(real)) fault(where, "real number required in complex literal");
    if (!is_imaginary(node->right)) fault(imaginary_where, "imaginary number required in complex literal");
    return node;
}

}  // namespace krait::ast
