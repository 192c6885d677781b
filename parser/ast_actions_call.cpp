// TreeBuilder: parameter lists and argument lists, with the rules about their order.
#include "parser/ast_actions.h"

namespace krait::ast {

namespace {
constexpr std::size_t kMaxArguments = 255;
}

// Parameters

Arguments* TreeBuilder::no_arguments() { return make<Arguments>(); }

Arg* TreeBuilder::arg(const IdentifierText* name, Expr* annotation, Location where) {
    auto* node = make<Arg>(where);
    node->arg = Identifier(name);
    node->annotation = annotation;
    forbidden(node->arg, where);
    return node;
}

void TreeBuilder::parameter(Arg* arg, Expr* default_value, Location where) { push(arg, where, default_value); }

void TreeBuilder::keyword_parameter(Arg* kwarg) {
    star_ = {};
    star_.kwarg = kwarg;
}

// `*vararg, keyword_only…, **kwarg`: kept until parameters() is called for the whole list, which is next.
void TreeBuilder::star_parameters(Arg* vararg, int keyword_only, Location, Location bare_fault, Arg* kwarg) {
    if (!vararg && keyword_only == 0) fault(bare_fault, "named arguments must follow bare *");
    auto count = static_cast<std::size_t>(keyword_only);
    star_ = {};
    star_.vararg = vararg;
    star_.kwarg = kwarg;
    star_.keyword_defaults = make_seq<Expr*>(count);
    Item* items = top(keyword_only);
    for (std::size_t i = 0; i < count; ++i) star_.keyword_defaults[i] = static_cast<Expr*>(items[i].extra);
    star_.keyword_only = take_as<Arg>(keyword_only);
}

Arguments* TreeBuilder::parameters(int positional, Location where, int positional_only) {
    auto* node = make<Arguments>();
    if (static_cast<std::size_t>(positional) + star_.keyword_only.size() > kMaxArguments)
        fault(where, "more than 255 arguments");
    Item* items = top(positional);
    int defaults = 0;
    for (int i = 0; i < positional; ++i) {
        if (items[i].extra)
            ++defaults;
        else if (defaults)
            fault(where, "non-default argument follows default argument");
    }
    node->defaults = make_seq<Expr*>(static_cast<std::size_t>(defaults));
    std::size_t next = 0;
    for (int i = 0; i < positional; ++i)
        if (items[i].extra) node->defaults[next++] = static_cast<Expr*>(items[i].extra);
    node->args = take_as<Arg>(positional - positional_only);
    node->posonlyargs = take_as<Arg>(positional_only);
    node->vararg = star_.vararg;
    node->kwonlyargs = star_.keyword_only;
    node->kw_defaults = star_.keyword_defaults;
    node->kwarg = star_.kwarg;
    star_ = {};
    return node;
}

// Arguments

void TreeBuilder::argument(ArgumentKind kind, Expr* value, Location where) {
    push(value, where);
    items_.back().argument = kind;
}

void TreeBuilder::keyword_argument(Expr* name, Expr* value, Location where) {
    push(name, where, value);
    items_.back().argument = ArgumentKind::Keyword;
    // Said at once, so that it precedes what is wrong further right.
    if (!is<Name>(name))
        fault(where, is<Lambda>(name) ? "lambda cannot contain assignment" : "keyword can't be an expression");
}

void TreeBuilder::generator_argument(Expr* elt, int generators, Location where) {
    argument(ArgumentKind::Generator, comprehension<GeneratorExp>(elt, generators, where, where), where);
}

bool TreeBuilder::check_call_shape(const Item* items, int count, Location where) {
    int generators = 0;
    for (int i = 0; i < count; ++i) generators += items[i].argument == ArgumentKind::Generator;
    if (generators > 1 || (generators && count > generators)) {
        fault(where, "Generator expression must be parenthesized if not sole argument");
        return false;
    }
    if (static_cast<std::size_t>(count) > kMaxArguments) {
        fault(where, "more than 255 arguments");
        return false;
    }
    return true;
}

bool TreeBuilder::check_argument_order(const Item& item, int keywords, int unpackings) {
    if (item.argument == ArgumentKind::Positional && keywords) {
        fault(item.where, unpackings ? "positional argument follows keyword argument unpacking"
                                     : "positional argument follows keyword argument");
        return false;
    }
    if (item.argument == ArgumentKind::Star && unpackings) {
        fault(item.where, "iterable argument unpacking follows keyword argument unpacking");
        return false;
    }
    return true;
}

// The keyword for `name=value` or `**value`; null after a fault.
Keyword* TreeBuilder::keyword(const Item& item, Seq<Keyword*> before, std::size_t count) {
    auto* node = make<Keyword>();
    auto* written = static_cast<Expr*>(item.node);
    if (item.argument == ArgumentKind::DoubleStar) {
        node->value = written;
        return node;
    }
    node->value = static_cast<Expr*>(item.extra);
    auto* name = as<Name>(written);
    if (!name) return nullptr;
    node->arg = name->id;
    if (forbidden(node->arg, item.where)) return nullptr;
    for (std::size_t i = 0; i < count; ++i) {
        if (before[i]->arg == node->arg) {
            fault(item.where, "keyword argument repeated");
            return nullptr;
        }
    }
    return node;
}

CallArguments* TreeBuilder::arglist(int count, Location where) {
    auto* out = make<CallArguments>();
    Item* items = top(count);
    std::size_t keywords = 0;
    std::size_t positional = 0;
    int unpackings = 0;
    bool good = check_call_shape(items, count, where);
    if (good) {
        std::size_t keyword_total = 0;
        for (int i = 0; i < count; ++i)
            keyword_total +=
                items[i].argument == ArgumentKind::Keyword || items[i].argument == ArgumentKind::DoubleStar;
        out->args = make_seq<Expr*>(static_cast<std::size_t>(count) - keyword_total);
        out->keywords = make_seq<Keyword*>(keyword_total);
    }
    for (int i = 0; good && i < count; ++i) {
        good = check_argument_order(items[i], static_cast<int>(keywords), unpackings);
        if (!good) break;
        auto* value = static_cast<Expr*>(items[i].node);
        switch (items[i].argument) {
            case ArgumentKind::Positional:
            case ArgumentKind::Generator: out->args[positional++] = value; break;
            case ArgumentKind::Star: out->args[positional++] = starred(value, items[i].where); break;
            case ArgumentKind::Keyword:
            case ArgumentKind::DoubleStar:
                unpackings += items[i].argument == ArgumentKind::DoubleStar;
                good = (out->keywords[keywords] = keyword(items[i], out->keywords, keywords)) != nullptr;
                ++keywords;
                break;
        }
    }
    if (!good) *out = {};
    drop(count);
    return out;
}

}  // namespace krait::ast
