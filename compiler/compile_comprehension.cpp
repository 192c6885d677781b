// Comprehensions and generator expressions: a function of one argument, called at once with the first iterator.
//
//     [elt for a in X if c for b in Y]        def <listcomp>(.0):
//                                                 result = []
//                                                 for a in .0:
//                                                     if c:
//                                                         for b in Y: result.append(elt)
//                                                 return result
//                                             <listcomp>(iter(X))
#include "compiler/code_generator.h"

namespace krait {

void CodeGenerator::on(ast::ListComp& node) {
    comprehension(node, "<listcomp>", {ComprehensionKind::List, node.generators, node.elt, nullptr});
}
void CodeGenerator::on(ast::SetComp& node) {
    comprehension(node, "<setcomp>", {ComprehensionKind::Set, node.generators, node.elt, nullptr});
}
void CodeGenerator::on(ast::DictComp& node) {
    comprehension(node, "<dictcomp>", {ComprehensionKind::Dict, node.generators, node.key, node.value});
}
void CodeGenerator::on(ast::GeneratorExp& node) {
    comprehension(node, "<genexpr>", {ComprehensionKind::Generator, node.generators, node.elt, nullptr});
}

void CodeGenerator::comprehension(ast::Expr& node, std::string_view name, const ComprehensionParts& parts) {
    bool in_coroutine = unit().block->is_coroutine;
    bool is_generator = parts.kind == ComprehensionKind::Generator;
    bool is_async = false;
    std::shared_ptr<CompiledCode> body;
    std::string qualname;
    {
        UnitScope scope(*this, UnitKind::Comprehension, node, name, node.line);
        is_async = unit().block->is_coroutine;
        if (is_async && !in_coroutine) {
            code().advance_to(node.line, code().column());
            fail("asynchronous comprehension outside of an asynchronous function");
        }
        switch (parts.kind) {
            case ComprehensionKind::Generator: break;
            case ComprehensionKind::List: emit(Opcode::BUILD_LIST, 0); break;
            case ComprehensionKind::Set: emit(Opcode::BUILD_SET, 0); break;
            case ComprehensionKind::Dict: emit(Opcode::BUILD_MAP, 0); break;
        }
        unit().argcount = 1;
        comprehension_loop(parts, 0);
        if (!is_generator) emit(Opcode::RETURN_VALUE);
        body = scope.finish(true);
        qualname = unit().qualname;
    }
    make_closure(body, 0, qualname);
    ast::Comprehension& outermost = *parts.generators[0];
    expression(outermost.iter);
    if (outermost.is_async) {
        emit(Opcode::GET_AITER);
        await_top();
    } else {
        emit(Opcode::GET_ITER);
    }
    emit(Opcode::CALL_FUNCTION, 1);
    if (is_async && !is_generator) {
        emit(Opcode::GET_AWAITABLE);
        await_top();
    }
}

void CodeGenerator::comprehension_loop(const ComprehensionParts& parts, size_t index) {
    NestingGuard::Level level(guard_);
    if (parts.generators[index]->is_async)
        async_comprehension_loop(parts, index);
    else
        sync_comprehension_loop(parts, index);
}

void CodeGenerator::sync_comprehension_loop(const ComprehensionParts& parts, size_t index) {
    ast::Comprehension& loop = *parts.generators[index];
    Label start = code().new_label(), skip = code().new_label(), end = code().new_label();
    if (index == 0) {
        emit(Opcode::LOAD_FAST, 0);
    } else {
        expression(loop.iter);
        emit(Opcode::GET_ITER);
    }
    code().bind(start);
    code().jump(Opcode::FOR_ITER, end);
    code().split_block();
    expression(loop.target);
    comprehension_inner(parts, index, skip);
    code().bind(skip);
    code().jump(Opcode::JUMP_ABSOLUTE, start);
    code().bind(end);
}

void CodeGenerator::async_comprehension_loop(const ComprehensionParts& parts, size_t index) {
    ast::Comprehension& loop = *parts.generators[index];
    Label start = code().new_label(), skip = code().new_label(), exhausted = code().new_label();
    if (index == 0) {
        emit(Opcode::LOAD_FAST, 0);
    } else {
        expression(loop.iter);
        emit(Opcode::GET_AITER);
        await_top();
    }
    async_next(loop.target, start, exhausted);
    comprehension_inner(parts, index, skip);
    code().bind(skip);
    code().jump(Opcode::JUMP_ABSOLUTE, start);
    code().bind(exhausted);
    for (int i = 0; i < 3; ++i) emit(Opcode::POP_TOP);
    emit(Opcode::POP_EXCEPT);
    emit(Opcode::POP_TOP);  // the iterator
}

/// The conditions of loop `index`, then the next loop or the element.
void CodeGenerator::comprehension_inner(const ComprehensionParts& parts, size_t index, Label skip) {
    for (ast::Expr* condition : parts.generators[index]->ifs) {
        expression(condition);
        code().jump(Opcode::POP_JUMP_IF_FALSE, skip);
        code().split_block();
    }
    if (index + 1 < parts.generators.size()) return comprehension_loop(parts, index + 1);
    comprehension_element(parts);
    code().split_block();
}

void CodeGenerator::comprehension_element(const ComprehensionParts& parts) {
    // The result lies below the iterators of all loops.
    uint32_t depth = static_cast<uint32_t>(parts.generators.size()) + 1;
    switch (parts.kind) {
        case ComprehensionKind::Generator:
            expression(parts.element);
            emit(Opcode::YIELD_VALUE);
            emit(Opcode::POP_TOP);
            break;
        case ComprehensionKind::List:
            expression(parts.element);
            emit(Opcode::LIST_APPEND, depth);
            break;
        case ComprehensionKind::Set:
            expression(parts.element);
            emit(Opcode::SET_ADD, depth);
            break;
        case ComprehensionKind::Dict:
            expression(parts.value);  // as in d[k] = v, the value comes first
            expression(parts.element);
            emit(Opcode::MAP_ADD, depth);
            break;
    }
}

}  // namespace krait
