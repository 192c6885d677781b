// TreeBuilder: type statements and type parameters.
#include "parser/ast_actions.h"

namespace krait::ast {

Stmt* TreeBuilder::type_alias(const IdentifierText* name, NodeList type_params, Expr* value, Location where,
                              Location name_where) {
    auto* node = make<TypeAlias>(where);
    node->name = this->name(name, name_where);
    set_context(node->name, ExprContext::Store, where);
    node->type_params = seq<TypeParam>(type_params);
    node->value = value;
    return node;
}

Stmt* TreeBuilder::generic(Stmt* definition, NodeList type_params) {
    if (auto* function = as<FunctionDef>(definition))
        function->type_params = seq<TypeParam>(type_params);
    else
        static_cast<ClassDef*>(definition)->type_params = seq<TypeParam>(type_params);
    return definition;
}

NodeList TreeBuilder::type_parameters(int count, Location where) {
    if (count == 0) fault(where, "Type parameter list cannot be empty");
    return take(count);
}

void TreeBuilder::type_var(const IdentifierText* name, Expr* bound, Expr* default_value, Location where) {
    type_parameter<TypeVar>(name, default_value, where);
    static_cast<TypeVar*>(top(1)->node)->bound = bound;
}

template <class T>
void TreeBuilder::type_parameter(const IdentifierText* name, Expr* default_value, Location where) {
    auto* node = make<T>(where);
    node->name = Identifier(name);
    node->default_value = default_value;
    forbidden(node->name, where);
    push(node, where);
}
template void TreeBuilder::type_parameter<ParamSpec>(const IdentifierText*, Expr*, Location);
template void TreeBuilder::type_parameter<TypeVarTuple>(const IdentifierText*, Expr*, Location);

void TreeBuilder::bound_of_many(const IdentifierText* name, Expr* bound, const char* what, Location where,
                                Location colon) {
    fault(colon, std::string("cannot use ") + (is<Tuple>(bound) ? "constraints" : "bound") + " with " + what);
    type_var(name, bound, nullptr, where);
}

}  // namespace krait::ast
