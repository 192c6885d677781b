// await, yield, async for and async with.
#include "compiler/code_generator.h"

namespace krait {

/// Drives the awaitable or iterator on top of the stack; its result takes its place.
void CodeGenerator::await_top() {
    load_none();
    emit(Opcode::YIELD_FROM);
}

void CodeGenerator::on(ast::Await& node) {
    if (unit().block->kind != BlockKind::Function) fail("'await' outside function");
    if (unit().kind != UnitKind::AsyncFunction && unit().kind != UnitKind::Comprehension)
        fail("'await' outside async function");
    expression(node.value);
    emit(Opcode::GET_AWAITABLE);
    await_top();
}

void CodeGenerator::on(ast::Yield& node) {
    if (unit().block->kind != BlockKind::Function) fail("'yield' outside function");
    if (node.value)
        expression(node.value);
    else
        load_none();
    emit(Opcode::YIELD_VALUE);
}

void CodeGenerator::on(ast::YieldFrom& node) {
    if (unit().block->kind != BlockKind::Function) fail("'yield' outside function");
    if (unit().kind == UnitKind::AsyncFunction) fail("'yield from' inside async function");
    expression(node.value);
    emit(Opcode::GET_YIELD_FROM_ITER);
    await_top();
}

/// One step of an asynchronous iteration: binds the next item, or goes to `exhausted` with the StopAsyncIteration as a
/// handled exception on the stack.
void CodeGenerator::async_next(ast::Expr* target, Label start, Label exhausted) {
    Label except = code().new_label(), after = code().new_label();
    code().bind(start);
    code().jump(Opcode::SETUP_EXCEPT, except);
    {
        BlockScope block(*this, FrameBlockKind::Except, start);
        emit(Opcode::GET_ANEXT);
        await_top();
        expression(target);
        emit(Opcode::POP_BLOCK);
    }
    code().jump(Opcode::JUMP_FORWARD, after);
    code().bind(except);
    emit(Opcode::DUP_TOP);
    emit_name(Opcode::LOAD_GLOBAL, "StopAsyncIteration");
    emit(Opcode::COMPARE_OP, static_cast<uint32_t>(CompareOperand::ExceptionMatch));
    code().jump(Opcode::POP_JUMP_IF_TRUE, exhausted);
    emit(Opcode::END_FINALLY);
    code().bind(after);
}

void CodeGenerator::on(ast::AsyncFor& node) {
    Label start = code().new_label(), exhausted = code().new_label(), end = code().new_label();
    code().jump(Opcode::SETUP_LOOP, end);
    {
        BlockScope loop(*this, FrameBlockKind::Loop, start);
        expression(node.iter);
        emit(Opcode::GET_AITER);
        await_top();
        async_next(node.target, start, exhausted);
        statements(node.body);
        code().jump(Opcode::JUMP_ABSOLUTE, start);
        code().bind(exhausted);
        for (int i = 0; i < 3; ++i) emit(Opcode::POP_TOP);
        emit(Opcode::POP_EXCEPT);
        emit(Opcode::POP_TOP);  // the iterator
        emit(Opcode::POP_BLOCK);
    }
    statements(node.orelse);
    code().bind(end);
}

void CodeGenerator::on(ast::AsyncWith& node) { async_with_item(node, 0); }

/// As with_item(), but what __aenter__ and __aexit__ return is awaited.
void CodeGenerator::async_with_item(ast::AsyncWith& node, size_t index) {
    ast::WithItem& item = *node.items[index];
    Label body = code().new_label(), cleanup = code().new_label();
    expression(item.context_expr);
    emit(Opcode::BEFORE_ASYNC_WITH);
    emit(Opcode::GET_AWAITABLE);
    await_top();
    code().jump(Opcode::SETUP_ASYNC_WITH, cleanup);
    code().bind(body);
    {
        BlockScope block(*this, FrameBlockKind::FinallyTry, body);
        if (item.optional_vars)
            expression(item.optional_vars);
        else
            emit(Opcode::POP_TOP);
        if (index + 1 == node.items.size())
            statements(node.body);
        else
            async_with_item(node, index + 1);
        emit(Opcode::POP_BLOCK);
    }
    load_none();
    code().bind(cleanup);
    BlockScope block(*this, FrameBlockKind::FinallyEnd, cleanup);
    emit(Opcode::WITH_CLEANUP_START);
    emit(Opcode::GET_AWAITABLE);
    await_top();
    emit(Opcode::WITH_CLEANUP_FINISH);
    emit(Opcode::END_FINALLY);
}

}  // namespace krait
