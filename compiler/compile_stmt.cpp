// Statements without a file of their own: assignments, loops, conditions, jumps.
#include <algorithm>

#include "compiler/code_generator.h"
#include "parser/ast_visitor.h"

namespace krait {

using ast::ExprContext;

namespace {

Opcode inplace_opcode(ast::Operator op) {
    switch (op) {
        case ast::Operator::Add: return Opcode::INPLACE_ADD;
        case ast::Operator::Sub: return Opcode::INPLACE_SUBTRACT;
        case ast::Operator::Mult: return Opcode::INPLACE_MULTIPLY;
        case ast::Operator::MatMult: return Opcode::INPLACE_MATRIX_MULTIPLY;
        case ast::Operator::Div: return Opcode::INPLACE_TRUE_DIVIDE;
        case ast::Operator::Mod: return Opcode::INPLACE_MODULO;
        case ast::Operator::Pow: return Opcode::INPLACE_POWER;
        case ast::Operator::LShift: return Opcode::INPLACE_LSHIFT;
        case ast::Operator::RShift: return Opcode::INPLACE_RSHIFT;
        case ast::Operator::BitOr: return Opcode::INPLACE_OR;
        case ast::Operator::BitXor: return Opcode::INPLACE_XOR;
        case ast::Operator::BitAnd: return Opcode::INPLACE_AND;
        case ast::Operator::FloorDiv: return Opcode::INPLACE_FLOOR_DIVIDE;
    }
    return Opcode::NOP;
}

}  // namespace

void CodeGenerator::statement(ast::Stmt* node) {
    NestingGuard::Level level(guard_);
    code().set_line(node->line, node->column);
    ast::visit(*node, [this](auto& concrete) { on(concrete); });
}

void CodeGenerator::statements(ast::Seq<ast::Stmt*> body) {
    for (ast::Stmt* stmt : body) statement(stmt);
}

void CodeGenerator::on(ast::Return& node) {
    const SymbolBlock& block = *unit().block;
    if (block.kind != BlockKind::Function) fail("'return' outside function");
    refuse_leaving_except_star(true);
    if (node.value) {
        if (block.is_coroutine && block.is_generator) fail("'return' with value in async generator");
        expression(node.value);
    } else {
        load_none();
    }
    emit(Opcode::RETURN_VALUE);
}

void CodeGenerator::on(ast::Delete& node) { expressions(node.targets); }

void CodeGenerator::on(ast::Assign& node) {
    expression(node.value);
    for (size_t i = 0; i < node.targets.size(); ++i) {
        if (i + 1 < node.targets.size()) emit(Opcode::DUP_TOP);
        expression(node.targets[i]);
    }
}

void CodeGenerator::on(ast::AugAssign& node) {
    // The parts of the target are evaluated once and kept on the stack below the old value. Both visits of an attribute
    // or subscript go through advance_to, as a visit of the expression would.
    auto operate = [&] {
        expression(node.value);
        emit(inplace_opcode(node.op));
    };
    if (auto* target = ast::as<ast::Attribute>(node.target)) {
        code().advance_to(target->line, target->column);
        attribute(*target, ExprContext::AugLoad);
        operate();
        code().advance_to(target->line, target->column);
        attribute(*target, ExprContext::AugStore);
    } else if (auto* item = ast::as<ast::Subscript>(node.target)) {
        code().advance_to(item->line, item->column);
        subscript(*item, ExprContext::AugLoad);
        operate();
        code().advance_to(item->line, item->column);
        subscript(*item, ExprContext::AugStore);
    } else if (auto* name = ast::as<ast::Name>(node.target)) {
        name_operation(name->id, ExprContext::Load);
        operate();
        name_operation(name->id, ExprContext::Store);
    } else {
        fail("illegal expression for augmented assignment");
    }
}

void CodeGenerator::discard(ast::Expr* node) {
    expression(node);
    emit(Opcode::POP_TOP);
}

/// Evaluates what is inside the brackets of an annotated subscript that gets no value.
void CodeGenerator::discard_slice_parts(ast::SliceNode& node) {
    if (auto* index = ast::as<ast::Index>(&node)) {
        discard(index->value);
    } else if (auto* range = ast::as<ast::Slice>(&node)) {
        for (ast::Expr* part : {range->lower, range->upper, range->step})
            if (part) discard(part);
    } else if (auto* extended = ast::as<ast::ExtSlice>(&node)) {
        for (ast::SliceNode* dim : extended->dims) discard_slice_parts(*dim);
    }
}

void CodeGenerator::on(ast::AnnAssign& node) {
    bool keeps_annotations = unit().kind == UnitKind::Module || unit().kind == UnitKind::Class;
    if (node.value) {
        expression(node.value);
        expression(node.target);
    }
    if (auto* name = ast::as<ast::Name>(node.target)) {
        if (node.simple && keeps_annotations) {
            std::string_view target = mangled(name->id);
            annotation(node.annotation);
            emit_name(Opcode::STORE_ANNOTATION, target);
        }
    } else if (!node.value) {
        if (auto* target = ast::as<ast::Attribute>(node.target)) discard(target->value);
        if (auto* target = ast::as<ast::Subscript>(node.target)) {
            discard(target->value);
            discard_slice_parts(*target->slice);
        }
    }
    if (!node.simple && keeps_annotations && !(future_.flags & CO_FUTURE_ANNOTATIONS)) discard(node.annotation);
}

void CodeGenerator::on(ast::For& node) {
    Label start = code().new_label(), cleanup = code().new_label(), end = code().new_label();
    code().jump(Opcode::SETUP_LOOP, end);
    {
        BlockScope loop(*this, FrameBlockKind::Loop, start);
        expression(node.iter);
        code().set_origin(node.iter);
        emit(Opcode::GET_ITER);
        code().bind(start);
        code().jump(Opcode::FOR_ITER, cleanup);
        code().set_origin(nullptr);
        expression(node.target);
        statements(node.body);
        code().jump(Opcode::JUMP_ABSOLUTE, start);
        code().bind(cleanup);
        emit(Opcode::POP_BLOCK);
    }
    statements(node.orelse);
    code().bind(end);
}

void CodeGenerator::on(ast::While& node) {
    int truth = constant_truth(node.test);
    if (truth == 0) return statements(node.orelse);
    Label start = code().new_label(), end = code().new_label(), exhausted = code().new_label();
    code().jump(Opcode::SETUP_LOOP, end);
    code().bind(start);
    {
        BlockScope loop(*this, FrameBlockKind::Loop, start);
        if (truth < 0) {
            expression(node.test);
            code().jump(Opcode::POP_JUMP_IF_FALSE, exhausted);
        }
        statements(node.body);
        code().jump(Opcode::JUMP_ABSOLUTE, start);
        if (truth < 0) code().bind(exhausted);
        emit(Opcode::POP_BLOCK);
    }
    statements(node.orelse);
    code().bind(end);
}

void CodeGenerator::on(ast::If& node) {
    Label end = code().new_label();
    int truth = constant_truth(node.test);
    if (truth == 0) {
        statements(node.orelse);
    } else if (truth > 0) {
        statements(node.body);
    } else {
        Label next = node.orelse.empty() ? end : code().new_label();
        expression(node.test);
        code().jump(Opcode::POP_JUMP_IF_FALSE, next);
        statements(node.body);
        if (!node.orelse.empty()) {
            code().jump(Opcode::JUMP_FORWARD, end);
            code().bind(next);
            statements(node.orelse);
        }
    }
    code().bind(end);
}

void CodeGenerator::on(ast::Raise& node) {
    uint32_t count = 0;
    for (ast::Expr* part : {node.exc, node.cause}) {
        if (!part) break;
        expression(part);
        ++count;
    }
    emit(Opcode::RAISE_VARARGS, count);
}

void CodeGenerator::on(ast::Assert& node) {
    if (options_.optimize > 0) return;
    auto* tuple = ast::as<ast::Tuple>(node.test);
    if (tuple && !tuple->elts.empty() && options_.warnings) {
        options_.warnings->push_back({"assertion is always true, perhaps remove parentheses?", code().line()});
    }
    Label end = code().new_label();
    expression(node.test);
    code().jump(Opcode::POP_JUMP_IF_TRUE, end);
    emit_name(Opcode::LOAD_GLOBAL, "AssertionError");
    if (node.msg) {
        expression(node.msg);
        emit(Opcode::CALL_FUNCTION, 1);
    }
    emit(Opcode::RAISE_VARARGS, 1);
    code().bind(end);
}

void CodeGenerator::on(ast::ExprStmt& node) {
    if (interactive_ && units_.size() <= 1) {
        expression(node.value);
        emit(Opcode::PRINT_EXPR);
        return;
    }
    Constant ignored;
    if (!literal_constant(node.value, &ignored)) discard(node.value);
}

void CodeGenerator::on(ast::Break&) {
    refuse_leaving_except_star(false);
    const std::vector<FrameBlock>& blocks = unit().frame_blocks;
    bool in_loop = std::any_of(blocks.begin(), blocks.end(),
                               [](const FrameBlock& block) { return block.kind == FrameBlockKind::Loop; });
    if (!in_loop) fail("'break' outside loop");
    emit(Opcode::BREAK_LOOP);
}

void CodeGenerator::on(ast::Continue&) {
    refuse_leaving_except_star(false);
    const std::vector<FrameBlock>& blocks = unit().frame_blocks;
    for (size_t i = blocks.size(); i-- > 0;) {
        const FrameBlock& block = blocks[i];
        if (block.kind == FrameBlockKind::FinallyEnd) fail("'continue' not supported inside 'finally' clause");
        if (block.kind != FrameBlockKind::Loop) continue;
        bool innermost = i + 1 == blocks.size();
        code().jump(innermost ? Opcode::JUMP_ABSOLUTE : Opcode::CONTINUE_LOOP, block.start);
        return;
    }
    fail("'continue' not properly in loop");
}

}  // namespace krait
