// Type statements and type parameters (PEP 695, defaults: PEP 696).
//
//     type X[T: int] = value      def <generic parameters of X>():
//                                     def T(): return int                  # when T.__bound__ is asked for
//                                     T = type_var('T', None, T's bound)
//                                     def X(): return value                # when X.__value__ is
//                                     return type_alias('X', (T,), X)
//                                 X = <generic parameters of X>()
//
// In a class these functions look names up in its namespace first: it is in the cell __classdict__.
#include "compiler/code_generator.h"
#include "parser/ast_visitor.h"

namespace krait {

using ast::ExprContext;

/// A function that evaluates the expression. `starred`: it may be `*value`.
void CodeGenerator::late(ast::Expr*& node, std::string_view name, UnitKind kind, int line, bool starred) {
    std::shared_ptr<CompiledCode> body;
    std::string qualname;
    {
        UnitScope scope(*this, kind, symbols_.block_at(&node), name, line);
        if (starred && ast::is<ast::Starred>(node)) {
            expression(static_cast<ast::Starred*>(node)->value);
            emit(Opcode::UNPACK_SEQUENCE, 1);
        } else {
            expression(node);
        }
        emit(Opcode::RETURN_VALUE);
        body = scope.finish(false);
        qualname = unit().qualname;
    }
    make_closure(body, 0, qualname);
}

void CodeGenerator::late_default(ast::Expr*& node, std::string_view name, bool starred) {
    if (node)
        late(node, name, UnitKind::Annotation, node->line, starred);
    else
        load_none();
}

void CodeGenerator::type_parameter(ast::TypeVar& node) {
    typing(ast::is<ast::Tuple>(node.bound) ? "constrained_type_var" : "type_var");
    load_str(node.name);
    late_default(node.default_value, node.name);
    if (node.bound) late(node.bound, node.name, UnitKind::Annotation, node.bound->line);
    emit(Opcode::CALL_FUNCTION, node.bound ? 3 : 2);
}

void CodeGenerator::type_parameter(ast::ParamSpec& node) {
    typing("param_spec");
    load_str(node.name);
    late_default(node.default_value, node.name);
    emit(Opcode::CALL_FUNCTION, 2);
}

void CodeGenerator::type_parameter(ast::TypeVarTuple& node) {
    typing("type_var_tuple");
    load_str(node.name);
    late_default(node.default_value, node.name, true);
    emit(Opcode::CALL_FUNCTION, 2);
}

/// Binds each and leaves the tuple of all.
void CodeGenerator::type_parameters(ast::Seq<ast::TypeParam*> params) {
    for (ast::TypeParam* param : params) {
        code().advance_to(param->line, param->column);
        ast::visit(*param, [this](auto& node) {
            type_parameter(node);
            emit(Opcode::DUP_TOP);
            name_operation(node.name, ExprContext::Store);
        });
    }
    emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(params.size()));
}

void CodeGenerator::with_type_parameters(const ast::Seq<ast::TypeParam*>& params, std::string_view name,
                                         const ast::Stmt& node, uint32_t defaults,
                                         const std::function<void()>& definition) {
    std::string scope_name = "<generic parameters of " + std::string(name) + ">";
    std::shared_ptr<CompiledCode> body;
    {
        UnitScope scope(*this, UnitKind::Annotation, symbols_.block_at(&params), scope_name, node.line);
        code().set_line(node.line, node.column);
        unit().argcount = static_cast<int>(defaults);
        definition();
        emit(Opcode::RETURN_VALUE);
        body = scope.finish(false);
    }
    make_closure(body, 0, scope_name);
    if (defaults == 1) emit(Opcode::ROT_TWO);
    if (defaults == 2) emit(Opcode::ROT_THREE);
    emit(Opcode::CALL_FUNCTION, defaults);
}

/// The alias of the type statement, its type parameters being bound.
void CodeGenerator::alias_object(ast::TypeAlias& node, std::string_view name) {
    typing("type_alias");
    load_str(name);
    if (node.type_params.empty())
        emit(Opcode::BUILD_TUPLE, 0);
    else
        type_parameters(node.type_params);
    late(node.value, name, UnitKind::Function, node.line);
    emit(Opcode::CALL_FUNCTION, 3);
}

void CodeGenerator::on(ast::TypeAlias& node) {
    auto* target = ast::as<ast::Name>(node.name);
    std::string_view name = target->id;
    if (node.type_params.empty())
        alias_object(node, name);
    else
        with_type_parameters(node.type_params, name, node, 0, [&] { alias_object(node, name); });
    name_operation(name, ExprContext::Store);
}

/// Loads a name that the class around may have: from there, else from the cell or the globals.
void CodeGenerator::name_by_class(std::string_view name, bool free) {
    typing("class_name");
    name_operation("__classdict__", ExprContext::Load);
    load_str(name);
    if (free)
        emit(Opcode::LOAD_CLOSURE, static_cast<uint32_t>(code().cellvars.size()) + code().freevars.index_of(name));
    emit(Opcode::CALL_FUNCTION, free ? 3 : 2);
}

}  // namespace krait
