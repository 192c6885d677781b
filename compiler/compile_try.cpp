// try, except, finally, with. The frame keeps a stack of blocks; what a block runs when it is left lies right behind
// it.
#include "compiler/code_generator.h"

namespace krait {

using ast::ExprContext;

void CodeGenerator::on(ast::Try& node) { any_try(node); }
void CodeGenerator::on(ast::TryStar& node) { any_try(node); }

template <class TryNode>
void CodeGenerator::any_try(TryNode& node) {
    if (!node.finalbody.empty())
        try_finally(node);
    else
        try_except(node);
}

//     SETUP_FINALLY end
//     <body>                   with except clauses: a whole try-except
//     POP_BLOCK
//     LOAD_CONST None          "nothing happened"
// end:
//     <final body>             what happened is on the stack
//     END_FINALLY
template <class TryNode>
void CodeGenerator::try_finally(TryNode& node) {
    Label body = code().new_label(), end = code().new_label();
    code().jump(Opcode::SETUP_FINALLY, end);
    code().bind(body);
    {
        BlockScope block(*this, FrameBlockKind::FinallyTry, body);
        if (node.handlers.empty())
            statements(node.body);
        else
            try_except(node);
        emit(Opcode::POP_BLOCK);
    }
    load_none();
    code().bind(end);
    BlockScope block(*this, FrameBlockKind::FinallyEnd, end);
    statements(node.finalbody);
    emit(Opcode::END_FINALLY);
}

/// The body of a try statement with handlers, whose code comes behind it. Without an exception `orelse` follows.
void CodeGenerator::guarded_body(ast::Seq<ast::Stmt*> inside, Label orelse) {
    Label body = code().new_label(), handlers = code().new_label();
    code().jump(Opcode::SETUP_EXCEPT, handlers);
    code().bind(body);
    {
        BlockScope block(*this, FrameBlockKind::Except, body);
        statements(inside);
        emit(Opcode::POP_BLOCK);
    }
    code().jump(Opcode::JUMP_FORWARD, orelse);
    code().bind(handlers);
}

//     SETUP_EXCEPT handlers
//     <body>
//     POP_BLOCK
//     JUMP_FORWARD orelse
// handlers:
//     <handler 1> ... <handler n>   each jumps to end when it applied, else falls to the next
//     END_FINALLY                   none did: raise again
// orelse:
//     <orelse>
// end:
void CodeGenerator::try_except(ast::Try& node) {
    Label orelse = code().new_label(), end = code().new_label();
    guarded_body(node.body, orelse);
    for (size_t i = 0; i < node.handlers.size(); ++i) {
        ast::ExceptHandler& handler = *node.handlers[i];
        if (!handler.type && i + 1 < node.handlers.size()) fail("default 'except:' must be last");
        except_handler(handler, end);
    }
    emit(Opcode::END_FINALLY);
    code().bind(orelse);
    statements(node.orelse);
    code().bind(end);
}

void CodeGenerator::except_handler(ast::ExceptHandler& handler, Label end) {
    code().set_line(handler.line, handler.column);
    Label next = code().new_label();
    if (handler.type) {
        emit(Opcode::DUP_TOP);
        expression(handler.type);
        emit(Opcode::COMPARE_OP, static_cast<uint32_t>(CompareOperand::ExceptionMatch));
        code().jump(Opcode::POP_JUMP_IF_FALSE, next);
    }
    emit(Opcode::POP_TOP);
    if (handler.name) {
        handler_with_name(handler);
    } else {
        emit(Opcode::POP_TOP);
        emit(Opcode::POP_TOP);
        Label body = code().new_label();
        code().bind(body);
        BlockScope block(*this, FrameBlockKind::FinallyTry, body);
        statements(handler.body);
        emit(Opcode::POP_EXCEPT);
    }
    code().jump(Opcode::JUMP_FORWARD, end);
    code().bind(next);
}

//     except E as name:           name = exception
//         body                    try: body
//                                 finally: name = None; del name
void CodeGenerator::handler_with_name(ast::ExceptHandler& handler) {
    name_operation(handler.name, ExprContext::Store);
    emit(Opcode::POP_TOP);
    with_name_removed(handler.name, handler.body, true);
}

/// The body, and after it, however it ended, `name = None; del name`.
void CodeGenerator::with_name_removed(std::string_view name, ast::Seq<ast::Stmt*> statements_inside, bool in_handler) {
    Label body = code().new_label(), cleanup = code().new_label();
    code().jump(Opcode::SETUP_FINALLY, cleanup);
    code().bind(body);
    {
        BlockScope block(*this, FrameBlockKind::FinallyTry, body);
        statements(statements_inside);
        emit(Opcode::POP_BLOCK);
        if (in_handler) emit(Opcode::POP_EXCEPT);
    }
    load_none();
    code().bind(cleanup);
    BlockScope block(*this, FrameBlockKind::FinallyEnd, cleanup);
    load_none();
    name_operation(name, ExprContext::Store);
    name_operation(name, ExprContext::Del);
    emit(Opcode::END_FINALLY);
}

void CodeGenerator::on(ast::With& node) { with_item(node, 0); }

/// Item `index` and, inside it, the following items and the body.
void CodeGenerator::with_item(ast::With& node, size_t index) {
    ast::WithItem& item = *node.items[index];
    Label body = code().new_label(), cleanup = code().new_label();
    expression(item.context_expr);
    code().jump(Opcode::SETUP_WITH, cleanup);
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
            with_item(node, index + 1);
        emit(Opcode::POP_BLOCK);
    }
    load_none();
    code().bind(cleanup);
    BlockScope block(*this, FrameBlockKind::FinallyEnd, cleanup);
    emit(Opcode::WITH_CLEANUP_START);
    emit(Opcode::WITH_CLEANUP_FINISH);
    emit(Opcode::END_FINALLY);
}

}  // namespace krait
