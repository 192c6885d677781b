// Dispatch on the kind of a node: `visit(expr, f)` calls f with the node's own class. With an overload set or a generic
// lambda this is the compile-time-checked form of a switch over NodeKind: a class that f does not accept does not
// compile.
#pragma once

#include <utility>

#include "parser/ast.h"

namespace krait::ast {

[[noreturn]] inline void unreachable_kind() { __builtin_unreachable(); }

#define KRAIT_AST_CASE(Class) \
    case NodeKind::Class: return std::forward<F>(f)(static_cast<Class&>(node));

/// Calls f(FunctionDef&) … for the statement's class and returns what it returns.
template <class F>
decltype(auto) visit(Stmt& node, F&& f) {
    switch (node.kind) {
#define STMT(Class, python_name, fields) KRAIT_AST_CASE(Class)
#include "parser/ast.def"
        default: unreachable_kind();
    }
}

template <class F>
decltype(auto) visit(Expr& node, F&& f) {
    switch (node.kind) {
#define EXPR(Class, python_name, fields) KRAIT_AST_CASE(Class)
#include "parser/ast.def"
        default: unreachable_kind();
    }
}

template <class F>
decltype(auto) visit(SliceNode& node, F&& f) {
    switch (node.kind) {
#define SLICE(Class, python_name, fields) KRAIT_AST_CASE(Class)
#include "parser/ast.def"
        default: unreachable_kind();
    }
}

template <class F>
decltype(auto) visit(Mod& node, F&& f) {
    switch (node.kind) {
#define MOD(Class, python_name, fields) KRAIT_AST_CASE(Class)
#include "parser/ast.def"
        default: unreachable_kind();
    }
}

template <class F>
decltype(auto) visit(Handler& node, F&& f) {
    switch (node.kind) {
#define HANDLER(Class, python_name, fields) KRAIT_AST_CASE(Class)
#include "parser/ast.def"
        default: unreachable_kind();
    }
}

template <class F>
decltype(auto) visit(Pattern& node, F&& f) {
    switch (node.kind) {
#define PATTERN(Class, python_name, fields) KRAIT_AST_CASE(Class)
#include "parser/ast.def"
        default: unreachable_kind();
    }
}

template <class F>
decltype(auto) visit(TypeParam& node, F&& f) {
    switch (node.kind) {
#define TYPE_PARAM(Class, python_name, fields) KRAIT_AST_CASE(Class)
#include "parser/ast.def"
        default: unreachable_kind();
    }
}
#undef KRAIT_AST_CASE

/// Calls f(child) for every direct child node, in field order; absent (None) children are skipped. f receives a pointer
/// of the field's declared class (Expr*, Stmt*, Arguments*, …).
template <class F>
void for_each_child(Node& any, F&& f) {
    switch (any.kind) {
#define MOD(Class, python_name, fields)                       \
    case NodeKind::Class: {                                   \
        [[maybe_unused]] auto& node = static_cast<Class&>(any); \
        fields break;                                         \
    }
#define STMT MOD
#define EXPR MOD
#define SLICE MOD
#define HANDLER MOD
#define PATTERN MOD
#define TYPE_PARAM MOD
#define PRODUCT MOD
#define POSITIONED_PRODUCT MOD
#define CHILD(Class, name) f(node.name);
#define OPTIONAL(Class, name) \
    if (node.name) f(node.name);
#define SEQUENCE(Class, name) \
    for (Class* child : node.name) f(child);
#define LATER_SEQUENCE SEQUENCE
#define GAP_SEQUENCE(Class, name) \
    for (Class* child : node.name) \
        if (child) f(child);
#define CHOICE(Class, name)
#define CHOICES(Class, name)
#define IDENTIFIER(name)
#define OPTIONAL_IDENTIFIER(name)
#define IDENTIFIERS(name)
#define INTEGER(name)
#define OPTIONAL_INTEGER(name)
#define DATA(Class, name)
#include "parser/ast.def"
    }
}

}  // namespace krait::ast
