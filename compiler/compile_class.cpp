// class statements: the body becomes a function without arguments that fills the namespace of the class.
//
//     @decorator                     def body(): __module__ = __name__; __qualname__ = '...'; <body>
//     class C(Base, key=v):          C = decorator(__build_class__(body, 'C', Base, key=v))
//         <body>
#include "compiler/code_generator.h"

namespace krait {

using ast::ExprContext;

std::shared_ptr<CompiledCode> CodeGenerator::class_body(ast::ClassDef& node) {
    UnitScope scope(*this, UnitKind::Class, node, node.name, node.line);
    unit().private_name = node.name;
    name_operation("__name__", ExprContext::Load);
    name_operation("__module__", ExprContext::Store);
    load_str(unit().qualname);
    name_operation("__qualname__", ExprContext::Store);
    if (!node.type_params.empty()) {
        name_operation(".type_params", ExprContext::Load);
        name_operation("__type_params__", ExprContext::Store);
    }
    if (unit().block->needs_class_dict) {
        typing("namespace");
        emit(Opcode::CALL_FUNCTION, 0);
        emit(Opcode::STORE_DEREF, code().cellvars.index_of("__classdict__"));
    }
    body_with_docstring(node.body);
    if (unit().block->needs_class_closure) {
        // type.__new__ finds the cell in the namespace and fills it with the class.
        emit(Opcode::LOAD_CLOSURE, code().cellvars.index_of("__class__"));
        emit(Opcode::DUP_TOP);
        name_operation("__classcell__", ExprContext::Store);
    } else {
        load_none();
    }
    if (unit().block->needs_class_dict) {
        // __build_class__ fills this cell, when it held the namespace, with what the class has become.
        emit(Opcode::LOAD_CLOSURE, code().cellvars.index_of("__classdict__"));
        emit(Opcode::BUILD_TUPLE, 2);
    }
    emit(Opcode::RETURN_VALUE);
    return scope.finish(true);
}

/// The class itself.
void CodeGenerator::class_object(ast::ClassDef& node) {
    const bool generic = !node.type_params.empty();
    std::shared_ptr<CompiledCode> body = class_body(node);
    emit(Opcode::LOAD_BUILD_CLASS);
    make_closure(body, 0, body->name);
    load_str(node.name);
    if (generic) {
        typing("generic_base");
        name_operation(".type_params", ExprContext::Load);
        emit(Opcode::CALL_FUNCTION, 1);
        name_operation(".generic_base", ExprContext::Store);
    }
    call(2, node.bases, node.keywords, generic ? ".generic_base" : "");
}

void CodeGenerator::on(ast::ClassDef& node) {
    expressions(node.decorator_list);
    if (node.type_params.empty()) {
        class_object(node);
    } else {
        with_type_parameters(node.type_params, node.name, node, 0, [&] {
            unit().private_name = node.name;
            type_parameters(node.type_params);
            name_operation(".type_params", ExprContext::Store);
            class_object(node);
        });
    }
    for (size_t i = 0; i < node.decorator_list.size(); ++i) emit(Opcode::CALL_FUNCTION, 1);
    name_operation(node.name, ExprContext::Store);
}

}  // namespace krait
