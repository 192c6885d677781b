// def, async def and lambda: defaults, annotations, the body, decorators.
#include "compiler/code_generator.h"
#include "compiler/unparse.h"

namespace krait {

using ast::ExprContext;

/// Puts default values on the stack; returns the bits MAKE_FUNCTION needs for them.
uint32_t CodeGenerator::default_arguments(ast::Arguments& args) {
    uint32_t flags = 0;
    if (!args.defaults.empty()) {
        expressions(args.defaults);
        emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(args.defaults.size()));
        flags |= 1;
    }
    if (keyword_defaults(args)) flags |= 2;
    return flags;
}

/// Defaults of keyword-only parameters as one dict; false when there are none.
bool CodeGenerator::keyword_defaults(ast::Arguments& args) {
    std::vector<Constant> names;
    for (size_t i = 0; i < args.kwonlyargs.size(); ++i) {
        ast::Expr* value = i < args.kw_defaults.size() ? args.kw_defaults[i] : nullptr;
        if (!value) continue;
        names.push_back(Constant::str(std::string(mangled(args.kwonlyargs[i]->arg))));
        expression(value);
    }
    if (names.empty()) return false;
    uint32_t count = static_cast<uint32_t>(names.size());
    code().load_const(Constant::tuple(std::move(names)));
    emit(Opcode::BUILD_CONST_KEY_MAP, count);
    return true;
}

/// The value of an annotation, or its text where they are not evaluated.
void CodeGenerator::annotation(ast::Expr* node) {
    if (!(future_.flags & CO_FUTURE_ANNOTATIONS)) return expression(node);
    code().advance_to(node->line, node->column);
    load_str(unparse(*node, guard_));
}

/// Annotations as one dict; false when there are none.
bool CodeGenerator::annotations(ast::Arguments& args, ast::Expr* returns) {
    std::vector<Constant> names;
    auto annotate = [&](std::string_view name, ast::Expr* annotation) {
        if (!annotation) return;
        auto* starred = ast::as<ast::Starred>(annotation);
        if (starred && !(future_.flags & CO_FUTURE_ANNOTATIONS)) {   // *args: *Ts (3.11) is the one item of *Ts
            expression(starred->value);
            emit(Opcode::UNPACK_SEQUENCE, 1);
        } else {
            this->annotation(annotation);
        }
        names.push_back(Constant::str(std::string(mangled(name))));
    };
    for (ast::Arg* arg : args.args) annotate(arg->arg, arg->annotation);
    for (ast::Arg* arg : args.posonlyargs) annotate(arg->arg, arg->annotation);
    if (args.vararg) annotate(args.vararg->arg, args.vararg->annotation);
    for (ast::Arg* arg : args.kwonlyargs) annotate(arg->arg, arg->annotation);
    if (args.kwarg) annotate(args.kwarg->arg, args.kwarg->annotation);
    annotate("return", returns);
    if (names.empty()) return false;
    uint32_t count = static_cast<uint32_t>(names.size());
    code().load_const(Constant::tuple(std::move(names)));
    emit(Opcode::BUILD_CONST_KEY_MAP, count);
    return true;
}

void CodeGenerator::count_parameters(const ast::Arguments& args) {
    // The parser allows no more parameters of any kind; a tree made by a program may have them.
    if (args.posonlyargs.size() > kPosOnlyMask >> kPosOnlyShift) fail("more than 255 arguments");
    unit().posonlyargcount = static_cast<int>(args.posonlyargs.size());
    unit().argcount = static_cast<int>(args.posonlyargs.size() + args.args.size());
    unit().kwonlyargcount = static_cast<int>(args.kwonlyargs.size());
}

/// The function itself. What `flags` say of its defaults is on the stack.
template <class Def>
void CodeGenerator::function_object(Def& node, UnitKind kind, uint32_t flags) {
    if (annotations(*node.args, node.returns)) flags |= 4;
    std::shared_ptr<CompiledCode> body;
    std::string qualname;
    {
        UnitScope scope(*this, kind, node, node.name, node.line);
        bool has_docstring = !node.body.empty() && is_docstring(node.body[0]);
        // The first constant of a function is its docstring, or None.
        Constant doc;
        if (has_docstring && options_.optimize < 2)
            literal_constant(static_cast<ast::ExprStmt*>(node.body[0])->value, &doc);
        code().consts.index_of(doc);
        count_parameters(*node.args);
        for (size_t i = has_docstring ? 1 : 0; i < node.body.size(); ++i) statement(node.body[i]);
        body = scope.finish(true);
        qualname = unit().qualname;
    }
    make_closure(body, flags, qualname);
}

template <class Def>
void CodeGenerator::function(Def& node, UnitKind kind) {
    expressions(node.decorator_list);
    uint32_t flags = default_arguments(*node.args);
    if (node.type_params.empty()) {
        function_object(node, kind, flags);
    } else {
        // The defaults know nothing of the type parameters.
        const uint32_t defaults = (flags & 1) + (flags >> 1 & 1);
        with_type_parameters(node.type_params, node.name, node, defaults, [&] {
            typing("with_type_params");
            type_parameters(node.type_params);
            for (uint32_t i = 0; i < defaults; ++i) emit(Opcode::LOAD_FAST, i);
            function_object(node, kind, flags);
            emit(Opcode::CALL_FUNCTION, 2);
        });
    }
    for (size_t i = 0; i < node.decorator_list.size(); ++i) emit(Opcode::CALL_FUNCTION, 1);
    name_operation(node.name, ExprContext::Store);
}

void CodeGenerator::on(ast::FunctionDef& node) { function(node, UnitKind::Function); }
void CodeGenerator::on(ast::AsyncFunctionDef& node) { function(node, UnitKind::AsyncFunction); }

void CodeGenerator::on(ast::Lambda& node) {
    uint32_t flags = default_arguments(*node.args);
    std::shared_ptr<CompiledCode> body;
    std::string qualname;
    {
        UnitScope scope(*this, UnitKind::Lambda, node, "<lambda>", node.line);
        code().consts.index_of(Constant::none());  // no docstring
        count_parameters(*node.args);
        expression(node.body);
        if (unit().block->is_generator) {
            body = scope.finish(false);
        } else {
            emit(Opcode::RETURN_VALUE);
            body = scope.finish(true);
        }
        qualname = unit().qualname;
    }
    make_closure(body, flags, qualname);
}

}  // namespace krait
