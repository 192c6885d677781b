// TreeBuilder: expressions.
#include "parser/ast_actions.h"

#include "lexer/literal.h"
#include "parser/fstring.h"

namespace krait::ast {
namespace {

Location place_of(const Expr* node) { return {node->line, node->column}; }

// Values of Operand::chain: binary operators of one precedence are one chain, `and` and `or` are one each.
constexpr int kBoolChain = 16;

int chain_of(Operator op) {
    switch (op) {
        case Operator::BitOr: return 1;
        case Operator::BitXor: return 2;
        case Operator::BitAnd: return 3;
        case Operator::LShift:
        case Operator::RShift: return 4;
        case Operator::Add:
        case Operator::Sub: return 5;
        case Operator::Mult:
        case Operator::MatMult:
        case Operator::Div:
        case Operator::Mod:
        case Operator::FloorDiv: return 6;
        case Operator::Pow: return 7;  // groups from the right: its left operand is never one
    }
    return 0;
}

}  // namespace

Expr* TreeBuilder::tuple(int count, Location where) {
    auto* node = make<Tuple>(where);
    node->elts = take_as<Expr>(count);
    return node;
}

// The test was pushed after the body: where both are chains, its values are on top.
Expr* TreeBuilder::conditional(Operand body, Operand test, Expr* orelse, Location where) {
    auto* node = make<IfExp>(where);
    node->test = finished(test);
    node->body = finished(body);
    node->orelse = orelse;
    return node;
}

namespace {

// What CPython 3.13 calls an expression that `:=` cannot bind.
std::string_view unnameable(NodeKind kind) {
    switch (kind) {
        case NodeKind::Attribute: return "attribute";
        case NodeKind::Subscript: return "subscript";
        case NodeKind::Tuple: return "tuple";
        case NodeKind::List: return "list";
        case NodeKind::BoolOp:
        case NodeKind::BinOp:
        case NodeKind::UnaryOp: return "expression";
        case NodeKind::Dict: return "dict literal";
        case NodeKind::Set: return "set display";
        case NodeKind::JoinedStr: return "f-string expression";
        case NodeKind::Ellipsis: return "ellipsis";
        case NodeKind::Name: return "name";
        default: break;
    }
    std::string_view name = non_target_name(kind);
    return name.empty() ? "literal" : name;
}

}  // namespace

Expr* TreeBuilder::named_expr(Expr* target, Expr* value, Location where) {
    auto* node = make<NamedExpr>(where);
    node->target = target;
    node->value = value;
    auto* name = as<Name>(target);
    auto* constant = as<NameConstant>(target);
    if (name && name->line == where.line && name->column == where.column) {
        if (!forbidden(name->id, where)) name->ctx = ExprContext::Store;
    } else if (constant) {
        fault(where, "cannot use assignment expressions with " +
                         std::string(constant->value == Singleton::None   ? "None"
                                     : constant->value == Singleton::True ? "True"
                                                                          : "False"));
    } else {
        fault(where, "cannot use assignment expressions with " + std::string(unnameable(target->kind)));
    }
    return node;
}

Expr* TreeBuilder::lambda(Arguments* args, Expr* body, Location where) {
    auto* node = make<Lambda>(where);
    node->args = args;
    node->body = body;
    return node;
}

Operand TreeBuilder::chain(BoolOperator op, Operand left, Operand right, Location left_where, Location right_where) {
    const int kind = kBoolChain + static_cast<int>(op);
    Expr* last = finished(right);  // its values, if any, are on top of those of `left`
    if (left.chain == kind) {
        push(last, right_where);
        return {nullptr, kind, left.count + 1};
    }
    push(finished(left), left_where);
    push(last, right_where);
    return {nullptr, kind, 2};
}

Expr* TreeBuilder::finished_chain(Operand operand) {
    auto* node = make<BoolOp>(top(operand.count)->where);
    node->op = static_cast<BoolOperator>(operand.chain - kBoolChain);
    node->values = take_as<Expr>(operand.count);
    return node;
}

Operand TreeBuilder::unary(UnaryOperator op, Expr* value, Location where) {
    auto* node = make<UnaryOp>(where);
    node->op = op;
    node->operand = value;
    return operand(node);
}

Operand TreeBuilder::binary(Operand left, Operator op, Operand right, Location where, Location operator_where) {
    const int level = chain_of(op);
    auto* node = make<BinOp>(left.chain == level ? operator_where : where);
    node->left = left.expr;
    node->op = op;
    node->right = right.expr;
    return {node, level, 0};
}

int TreeBuilder::comparison(int operation, Expr* right) { return push(right, {operation, 0}); }

Expr* TreeBuilder::compare(Expr* left, int count, Location where) {
    auto* node = make<Compare>(where);
    node->left = left;
    node->ops = make_seq<CompareOperator>(static_cast<std::size_t>(count));
    Item* items = top(count);
    for (int i = 0; i < count; ++i)
        node->ops[static_cast<std::size_t>(i)] = static_cast<CompareOperator>(items[i].where.line);
    node->comparators = take_as<Expr>(count);
    return node;
}

Expr* TreeBuilder::starred(Expr* value, Location where) {
    auto* node = make<Starred>(where);
    node->value = value;
    return node;
}

Expr* TreeBuilder::await(Expr* value, Location where) {
    auto* node = make<Await>(where);
    node->value = value;
    return node;
}

Expr* TreeBuilder::yield(Expr* value, Location where) {
    auto* node = make<Yield>(where);
    node->value = value;
    return node;
}

Expr* TreeBuilder::yield_from(Expr* value, Location where) {
    auto* node = make<YieldFrom>(where);
    node->value = value;
    return node;
}

// Trailers have the place of what they follow, parentheses around that not counted.
Expr* TreeBuilder::call(Expr* func, CallArguments* arguments) {
    auto* node = make<Call>(place_of(func));
    node->func = func;
    if (arguments) {
        node->args = arguments->args;
        node->keywords = arguments->keywords;
    }
    return node;
}

Expr* TreeBuilder::attribute(Expr* value, const IdentifierText* attr, Location where) {
    auto* node = make<Attribute>(where);
    node->value = value;
    node->attr = Identifier(attr);
    return node;
}

Expr* TreeBuilder::trailing_attribute(Expr* value, const IdentifierText* attr) {
    return attribute(value, attr, place_of(value));
}

SliceNode* TreeBuilder::index(Expr* value) {
    auto* node = make<Index>();
    node->value = value;
    return node;
}

SliceNode* TreeBuilder::slice(Expr* lower, Expr* upper, Expr* step) {
    auto* node = make<Slice>();
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return node;
}

Expr* TreeBuilder::subscript(Expr* value, ItemCount items, Location where) {
    auto* node = make<Subscript>(place_of(value));
    node->value = value;
    Item* parts = top(items.count);
    auto* only = as<Index>(static_cast<SliceNode*>(parts[0].node));
    bool unpacks = only && is<Starred>(only->value);   // a tuple, even without a comma
    if (items.count == 1 && !items.trailing_comma && !unpacks) {
        node->slice = static_cast<SliceNode*>(parts[0].node);
        drop(1);
        return node;
    }
    bool all_indexes = true;
    for (int i = 0; i < items.count; ++i)
        all_indexes = all_indexes && is<Index>(static_cast<SliceNode*>(parts[i].node));
    if (!all_indexes) {
        auto* extended = make<ExtSlice>();
        extended->dims = take_as<SliceNode>(items.count);
        node->slice = extended;
        return node;
    }
    for (int i = 0; i < items.count; ++i) parts[i].node = static_cast<Index*>(parts[i].node)->value;
    auto* tuple = make<Tuple>(where);
    tuple->elts = take_as<Expr>(items.count);
    node->slice = index(tuple);
    return node;
}

Expr* TreeBuilder::name(const IdentifierText* id, Location where) {
    auto* node = make<Name>(where);
    node->id = Identifier(id);
    return node;
}

Expr* TreeBuilder::number(RawText text, Location where) {
    auto* node = make<Num>(where);
    node->n = read_number(text.view(), &storage_.arena);
    return node;
}

Expr* TreeBuilder::constant(Singleton value, Location where) {
    auto* node = make<NameConstant>(where);
    node->value = value;
    return node;
}

// Displays and comprehensions

Expr* TreeBuilder::empty_tuple(Location where) { return make<Tuple>(where); }

Expr* TreeBuilder::list_display(int count, Location where) {
    auto* node = make<List>(where);
    node->elts = take_as<Expr>(count);
    return node;
}

Expr* TreeBuilder::set_display(int count, Location where) {
    auto* node = make<Set>(where);
    node->elts = take_as<Expr>(count);
    return node;
}

void TreeBuilder::dict_item(Expr* key, Expr* value, Location where) { push(key, where, value); }

Expr* TreeBuilder::dict_display(int count, Location where) {
    auto* node = make<Dict>(where);
    node->values = make_seq<Expr*>(static_cast<std::size_t>(count));
    Item* items = top(count);
    for (int i = 0; i < count; ++i) node->values[static_cast<std::size_t>(i)] = static_cast<Expr*>(items[i].extra);
    node->keys = take_as<Expr>(count);
    return node;
}

Expr* TreeBuilder::dict_comprehension(int generators, Location where) {
    auto* node = make<DictComp>(where);
    node->generators = take_as<Comprehension>(generators);
    node->key = static_cast<Expr*>(items_.back().node);
    node->value = static_cast<Expr*>(items_.back().extra);
    items_.pop_back();
    if (!node->key) fault(where, "dict unpacking cannot be used in dict comprehension");
    return node;
}

template <class T>
Expr* TreeBuilder::comprehension(Expr* elt, int generators, Location where, Location elt_where) {
    if (is<Starred>(elt)) fault(elt_where, "iterable unpacking cannot be used in comprehension");
    auto* node = make<T>(where);
    node->elt = elt;
    node->generators = take_as<Comprehension>(generators);
    return node;
}
template Expr* TreeBuilder::comprehension<GeneratorExp>(Expr*, int, Location, Location);
template Expr* TreeBuilder::comprehension<ListComp>(Expr*, int, Location, Location);
template Expr* TreeBuilder::comprehension<SetComp>(Expr*, int, Location, Location);

void TreeBuilder::comp_for(bool is_async, Expr* target, Expr* iter, int ifs) {
    auto* node = make<Comprehension>();
    node->target = target;
    node->iter = iter;
    node->ifs = take_as<Expr>(ifs);
    node->is_async = is_async;
    push(node, place_of(target));
}

// Strings

void TreeBuilder::string_token(RawText text) { strings_.push_back(text); }

Expr* TreeBuilder::strings(Location where) {
    // An f-string's expressions are parsed by another builder, so strings_ is ours until the end.
    Expr* node = join_strings(*this, {strings_.data(), strings_.size()}, where);
    strings_.clear();
    return node;
}

}  // namespace krait::ast
