// except*: the clauses share a list [exception, what is left of it, exceptions raised by clauses...], the state, which
// lies above the traceback of the running handler.
#include "compiler/code_generator.h"

namespace krait {

using ast::ExprContext;

//     SETUP_EXCEPT handlers
//     <body>
//     POP_BLOCK
//     JUMP_FORWARD orelse
// handlers:                        [traceback, exception, type]
//     POP_TOP; DUP_TOP
//     BUILD_LIST 2                 [traceback, state]
//     <handler 1> ... <handler n>  each falls to the next
//     PREP_RERAISE_STAR            raises what is left, if anything
//     POP_TOP; POP_EXCEPT
//     JUMP_FORWARD end
// orelse:
//     <orelse>
// end:
void CodeGenerator::try_except(ast::TryStar& node) {
    Label orelse = code().new_label(), end = code().new_label();
    guarded_body(node.body, orelse);
    if (!node.handlers.empty()) code().set_line(node.handlers[0]->line, node.handlers[0]->column);
    emit(Opcode::POP_TOP);
    emit(Opcode::DUP_TOP);
    emit(Opcode::BUILD_LIST, 2);
    for (ast::ExceptHandler* handler : node.handlers) except_star_handler(*handler);
    emit(Opcode::PREP_RERAISE_STAR);
    emit(Opcode::POP_TOP);
    emit(Opcode::POP_EXCEPT);
    code().jump(Opcode::JUMP_FORWARD, end);
    code().bind(orelse);
    statements(node.orelse);
    code().bind(end);
}

//     <type>
//     CHECK_EG_MATCH               [state, subgroup or None]
//     jump to skip if None
//     <store name> or POP_TOP
//     SETUP_EXCEPT raised
//     <body>
//     POP_BLOCK
//     JUMP_FORWARD next
// raised:                          [traceback, exception, type]
//     POP_TOP
//     LIST_APPEND 5                to the state, below the handler's six values
//     POP_TOP; POP_EXCEPT
//     JUMP_FORWARD next
// skip:
//     POP_TOP
// next:
void CodeGenerator::except_star_handler(ast::ExceptHandler& handler) {
    constexpr uint32_t kStateBelow = 5;
    code().set_line(handler.line, handler.column);
    Label body = code().new_label(), raised = code().new_label(), skip = code().new_label(), next = code().new_label();
    expression(handler.type);
    emit(Opcode::CHECK_EG_MATCH);
    emit(Opcode::DUP_TOP);
    load_none();
    emit(Opcode::COMPARE_OP, static_cast<uint32_t>(CompareOperand::Is));
    code().jump(Opcode::POP_JUMP_IF_TRUE, skip);
    if (handler.name)
        name_operation(handler.name, ExprContext::Store);
    else
        emit(Opcode::POP_TOP);
    code().jump(Opcode::SETUP_EXCEPT, raised);
    code().bind(body);
    {
        BlockScope block(*this, FrameBlockKind::ExceptStar, body);
        if (handler.name)
            with_name_removed(handler.name, handler.body, false);
        else
            statements(handler.body);
        emit(Opcode::POP_BLOCK);
    }
    code().jump(Opcode::JUMP_FORWARD, next);
    code().bind(raised);
    emit(Opcode::POP_TOP);
    emit(Opcode::LIST_APPEND, kStateBelow);
    emit(Opcode::POP_TOP);
    emit(Opcode::POP_EXCEPT);
    code().jump(Opcode::JUMP_FORWARD, next);
    code().bind(skip);
    emit(Opcode::POP_TOP);
    code().bind(next);
}

/// What is left of the exception has to be raised at the end of the clauses: nothing may leave them early, but a loop
/// inside one may be left.
void CodeGenerator::refuse_leaving_except_star(bool function) {
    const std::vector<FrameBlock>& blocks = unit().frame_blocks;
    for (size_t i = blocks.size(); i-- > 0;) {
        if (blocks[i].kind == FrameBlockKind::Loop && !function) return;
        if (blocks[i].kind == FrameBlockKind::ExceptStar)
            fail("'break', 'continue' and 'return' cannot appear in an except* block");
    }
}

}  // namespace krait
