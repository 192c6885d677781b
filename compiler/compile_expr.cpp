// Expressions: operators, displays, attributes, subscripts, literals.
#include <utility>

#include "compiler/code_generator.h"
#include "parser/ast_visitor.h"
#include "support/bigint.h"

namespace krait {

using ast::ExprContext;

namespace {

Opcode binary_opcode(ast::Operator op) {
    switch (op) {
        case ast::Operator::Add: return Opcode::BINARY_ADD;
        case ast::Operator::Sub: return Opcode::BINARY_SUBTRACT;
        case ast::Operator::Mult: return Opcode::BINARY_MULTIPLY;
        case ast::Operator::MatMult: return Opcode::BINARY_MATRIX_MULTIPLY;
        case ast::Operator::Div: return Opcode::BINARY_TRUE_DIVIDE;
        case ast::Operator::Mod: return Opcode::BINARY_MODULO;
        case ast::Operator::Pow: return Opcode::BINARY_POWER;
        case ast::Operator::LShift: return Opcode::BINARY_LSHIFT;
        case ast::Operator::RShift: return Opcode::BINARY_RSHIFT;
        case ast::Operator::BitOr: return Opcode::BINARY_OR;
        case ast::Operator::BitXor: return Opcode::BINARY_XOR;
        case ast::Operator::BitAnd: return Opcode::BINARY_AND;
        case ast::Operator::FloorDiv: return Opcode::BINARY_FLOOR_DIVIDE;
    }
    return Opcode::NOP;
}

Opcode unary_opcode(ast::UnaryOperator op) {
    switch (op) {
        case ast::UnaryOperator::Invert: return Opcode::UNARY_INVERT;
        case ast::UnaryOperator::Not: return Opcode::UNARY_NOT;
        case ast::UnaryOperator::UAdd: return Opcode::UNARY_POSITIVE;
        case ast::UnaryOperator::USub: return Opcode::UNARY_NEGATIVE;
    }
    return Opcode::NOP;
}

uint32_t compare_operand(ast::CompareOperator op) {
    auto operand = [op] {
        switch (op) {
            case ast::CompareOperator::Eq: return CompareOperand::Eq;
            case ast::CompareOperator::NotEq: return CompareOperand::Ne;
            case ast::CompareOperator::Lt: return CompareOperand::Lt;
            case ast::CompareOperator::LtE: return CompareOperand::Le;
            case ast::CompareOperator::Gt: return CompareOperand::Gt;
            case ast::CompareOperator::GtE: return CompareOperand::Ge;
            case ast::CompareOperator::Is: return CompareOperand::Is;
            case ast::CompareOperator::IsNot: return CompareOperand::IsNot;
            case ast::CompareOperator::In: return CompareOperand::In;
            case ast::CompareOperator::NotIn: return CompareOperand::NotIn;
        }
        return CompareOperand::Bad;
    };
    return static_cast<uint32_t>(operand());
}

Constant big_constant(const ast::NumberValue& number, const Poll* poll) {
    if (number.base == 10) return Constant::big_integer(std::string(number.digits));
    BigInt value;
    std::string decimal;
    BigIntStatus status = BigInt::from_text(number.digits, number.base, &value, poll);
    if (status == BigIntStatus::Ok) status = value.to_text(10, &decimal, poll);
    if (status != BigIntStatus::Ok) {
        bool stopped = status == BigIntStatus::Interrupted;
        throw CompileFault{Diagnostic::of(stopped ? DiagnosticKind::Stopped : DiagnosticKind::MemoryError, "")};
    }
    return Constant::big_integer(std::move(decimal));
}

}  // namespace

Constant data_constant(const ast::ConstantValue& value, const Poll* poll) {
    using Kind = ast::ConstantValue::Kind;
    switch (value.kind) {
        case Kind::None: return Constant::none();
        case Kind::True: return Constant::boolean(true);
        case Kind::False: return Constant::boolean(false);
        case Kind::Ellipsis: return Constant::ellipsis();
        case Kind::Number: return number_constant(value.number, poll);
        case Kind::Complex: return Constant::complex({value.complex_real, value.number.real});
        case Kind::Str: return Constant::str(std::string(value.str.text));
        case Kind::Bytes: return Constant::bytes(std::string(value.bytes.bytes));
        case Kind::Tuple:
        case Kind::FrozenSet: {
            std::vector<Constant> items;
            for (const ast::ConstantValue& item : value.items) items.push_back(data_constant(item, poll));
            return value.kind == Kind::Tuple ? Constant::tuple(std::move(items))
                                             : Constant::frozen_set(std::move(items));
        }
    }
    return Constant::none();
}

Constant number_constant(const ast::NumberValue& number, const Poll* poll) {
    switch (number.kind) {
        case ast::NumberValue::Kind::Integer: return Constant::integer(number.integer);
        case ast::NumberValue::Kind::BigInteger: return big_constant(number, poll);
        case ast::NumberValue::Kind::Float: return Constant::floating(number.real);
        case ast::NumberValue::Kind::Imaginary: return Constant::complex({0.0, number.real});
    }
    return Constant::none();
}

bool CodeGenerator::literal_constant(ast::Expr* node, Constant* out) const {
    if (auto* num = ast::as<ast::Num>(node)) return *out = number_constant(num->n, &options_.limits.poll), true;
    if (auto* str = ast::as<ast::Str>(node)) return *out = Constant::str(std::string(str->s.text)), true;
    if (auto* bytes = ast::as<ast::Bytes>(node)) return *out = Constant::bytes(std::string(bytes->s.bytes)), true;
    if (ast::is<ast::Ellipsis>(node)) return *out = Constant::ellipsis(), true;
    if (auto* constant = ast::as<ast::Constant>(node))
        return *out = data_constant(constant->value, &options_.limits.poll), true;
    if (auto* name = ast::as<ast::Name>(node); name && name->id == "__debug__")
        return *out = Constant::boolean(options_.optimize == 0), true;
    if (auto* name = ast::as<ast::NameConstant>(node)) {
        *out = name->value == ast::Singleton::None ? Constant::none()
                                                   : Constant::boolean(name->value == ast::Singleton::True);
        return true;
    }
    return false;
}

int CodeGenerator::constant_truth(ast::Expr* node) const {
    Constant value;
    return literal_constant(node, &value) ? value.truth() : -1;
}

void CodeGenerator::expression(ast::Expr* node) {
    NestingGuard::Level level(guard_);
    code().advance_to(node->line, node->column);
    if (options_.origins) return expression_of_origin(node);
    ast::visit(*node, [this](auto& concrete) { on(concrete); });
}

/// Positions inside f-strings mean nothing: what is in them belongs to the whole.
void CodeGenerator::expression_of_origin(ast::Expr* node) {
    Emitter& emitter = code();
    const ast::Expr* outer = emitter.origin();
    if (!ast::is<ast::JoinedStr>(outer)) emitter.set_origin(node);
    ast::visit(*node, [this](auto& concrete) { on(concrete); });
    emitter.set_origin(outer);
}

void CodeGenerator::expressions(ast::Seq<ast::Expr*> items) {
    for (ast::Expr* item : items) expression(item);
}

// ---- operators

void CodeGenerator::on(ast::BoolOp& node) {
    Opcode jump = node.op == ast::BoolOperator::And ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
    Label end = code().new_label();
    for (size_t i = 0; i + 1 < node.values.size(); ++i) {
        expression(node.values[i]);
        code().jump(jump, end);
    }
    expression(node.values.back());
    code().bind(end);
}

void CodeGenerator::on(ast::BinOp& node) {
    expression(node.left);
    expression(node.right);
    emit(binary_opcode(node.op));
}

void CodeGenerator::on(ast::UnaryOp& node) {
    expression(node.operand);
    emit(unary_opcode(node.op));
}

void CodeGenerator::on(ast::NamedExpr& node) {
    expression(node.value);
    emit(Opcode::DUP_TOP);
    expression(node.target);
}

void CodeGenerator::on(ast::IfExp& node) {
    Label orelse = code().new_label(), end = code().new_label();
    expression(node.test);
    code().jump(Opcode::POP_JUMP_IF_FALSE, orelse);
    expression(node.body);
    code().jump(Opcode::JUMP_FORWARD, end);
    code().bind(orelse);
    expression(node.orelse);
    code().bind(end);
}

//     a < b < c       a, b; b stays below the result of a < b; a false result jumps to cleanup, which drops it
void CodeGenerator::on(ast::Compare& node) {
    size_t last = node.ops.size() - 1;
    expression(node.left);
    expression(node.comparators[0]);
    if (last == 0) return emit(Opcode::COMPARE_OP, compare_operand(node.ops[0]));
    Label cleanup = code().new_label(), end = code().new_label();
    for (size_t i = 0; i < last; ++i) {
        emit(Opcode::DUP_TOP);
        emit(Opcode::ROT_THREE);
        emit(Opcode::COMPARE_OP, compare_operand(node.ops[i]));
        code().jump(Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
        code().split_block();
        expression(node.comparators[i + 1]);
    }
    emit(Opcode::COMPARE_OP, compare_operand(node.ops[last]));
    code().jump(Opcode::JUMP_FORWARD, end);
    code().bind(cleanup);
    emit(Opcode::ROT_TWO);
    emit(Opcode::POP_TOP);
    code().bind(end);
}

// ---- literals

void CodeGenerator::on(ast::Num& node) { code().load_const(number_constant(node.n, &options_.limits.poll)); }
void CodeGenerator::on(ast::Str& node) {
    guard_.enter_text(node.s.text.size());
    load_str(node.s.text);
}
void CodeGenerator::on(ast::Bytes& node) {
    guard_.enter_text(node.s.bytes.size());
    code().load_const(Constant::bytes(std::string(node.s.bytes)));
}
void CodeGenerator::on(ast::Ellipsis&) { code().load_const(Constant::ellipsis()); }
void CodeGenerator::on(ast::Constant& node) { code().load_const(data_constant(node.value, &options_.limits.poll)); }
void CodeGenerator::on(ast::NameConstant& node) {
    Constant value;
    literal_constant(&node, &value);
    code().load_const(value);
}

void CodeGenerator::on(ast::FormattedValue& node) {
    uint32_t flags = 0;
    expression(node.value);
    switch (node.conversion) {
        case 's': flags = 1; break;
        case 'r': flags = 2; break;
        case 'a': flags = 3; break;
        default: break;
    }
    if (node.format_spec) {
        expression(node.format_spec);
        flags |= 4;
    }
    emit(Opcode::FORMAT_VALUE, flags);
}

void CodeGenerator::on(ast::JoinedStr& node) {
    expressions(node.values);
    if (node.values.size() != 1) emit(Opcode::BUILD_STRING, static_cast<uint32_t>(node.values.size()));
}

// ---- displays

/// A list, tuple or set; starred parts are joined with `unpack`, what lies between them is built with `build_part`.
void CodeGenerator::display(ast::Seq<ast::Expr*> items, Opcode build, Opcode build_part, Opcode unpack) {
    uint32_t plain = 0, parts = 0;
    for (ast::Expr* item : items) {
        auto* starred = ast::as<ast::Starred>(item);
        if (!starred) {
            expression(item);
            ++plain;
            continue;
        }
        if (plain != 0) {
            emit(build_part, plain);
            plain = 0;
            ++parts;
        }
        expression(starred->value);
        ++parts;
    }
    if (parts == 0) return emit(build, plain);
    if (plain != 0) {
        emit(build_part, plain);
        ++parts;
    }
    emit(unpack, parts);
}

void CodeGenerator::unpack_targets(ast::Seq<ast::Expr*> targets) {
    size_t count = targets.size();
    const ast::Starred* starred = nullptr;
    for (size_t i = 0; i < count; ++i) {
        auto* star = ast::as<ast::Starred>(targets[i]);
        if (!star) continue;
        if (starred) fail("two starred expressions in assignment");
        if (i >= 256 || count - i - 1 >= size_t{0x7FFFFFFF} >> 8)
            fail("too many expressions in star-unpacking assignment");
        emit(Opcode::UNPACK_EX, static_cast<uint32_t>(i + ((count - i - 1) << 8)));
        starred = star;
    }
    if (!starred) emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
    for (ast::Expr* target : targets) expression(target == starred ? starred->value : target);
}

void CodeGenerator::on(ast::List& node) {
    if (node.ctx == ExprContext::Store)
        unpack_targets(node.elts);
    else if (node.ctx == ExprContext::Load)
        display(node.elts, Opcode::BUILD_LIST, Opcode::BUILD_TUPLE, Opcode::BUILD_LIST_UNPACK);
    else
        expressions(node.elts);
}

void CodeGenerator::on(ast::Tuple& node) {
    if (node.ctx == ExprContext::Store)
        unpack_targets(node.elts);
    else if (node.ctx == ExprContext::Load)
        display(node.elts, Opcode::BUILD_TUPLE, Opcode::BUILD_TUPLE, Opcode::BUILD_TUPLE_UNPACK);
    else
        expressions(node.elts);
}

void CodeGenerator::on(ast::Set& node) {
    display(node.elts, Opcode::BUILD_SET, Opcode::BUILD_SET, Opcode::BUILD_SET_UNPACK);
}

/// Entries [begin, end) of a dict display, none of them `**`.
void CodeGenerator::dict_group(ast::Dict& node, size_t begin, size_t end) {
    std::vector<Constant> keys;
    for (size_t i = begin; i < end; ++i) {
        Constant key;
        if (!literal_constant(node.keys[i], &key)) break;
        keys.push_back(std::move(key));
    }
    size_t count = end - begin;
    if (count > 1 && keys.size() == count) {
        for (size_t i = begin; i < end; ++i) expression(node.values[i]);
        code().load_const(Constant::tuple(std::move(keys)));
        return emit(Opcode::BUILD_CONST_KEY_MAP, static_cast<uint32_t>(count));
    }
    for (size_t i = begin; i < end; ++i) {
        expression(node.keys[i]);
        expression(node.values[i]);
    }
    emit(Opcode::BUILD_MAP, static_cast<uint32_t>(count));
}

void CodeGenerator::on(ast::Dict& node) {
    constexpr size_t kLargestGroup = 0xFFFF;
    size_t count = node.values.size(), group = 0;
    uint32_t parts = 0;
    bool unpacks = false;  // the last entry is a `**`
    for (size_t i = 0; i < count; ++i) {
        unpacks = node.keys[i] == nullptr;
        if (group == kLargestGroup || (group != 0 && unpacks)) {
            dict_group(node, i - group, i);
            ++parts;
            group = 0;
        }
        if (unpacks) {
            expression(node.values[i]);
            ++parts;
        } else {
            ++group;
        }
    }
    if (group != 0 || parts == 0) {
        dict_group(node, count - group, count);
        ++parts;
    }
    while (parts > 1 || unpacks) {
        uint32_t joined = parts < 255 ? parts : 255;
        emit(Opcode::BUILD_MAP_UNPACK, joined);
        parts -= joined - 1;
        unpacks = false;
    }
}

// ---- names, attributes, subscripts

void CodeGenerator::on(ast::Name& node) {
    Constant value;
    if (node.ctx == ExprContext::Load && literal_constant(&node, &value)) return code().load_const(value);
    name_operation(node.id, node.ctx);
}
void CodeGenerator::on(ast::Attribute& node) { attribute(node, node.ctx); }
void CodeGenerator::on(ast::Subscript& node) { subscript(node, node.ctx); }

void CodeGenerator::on(ast::Starred& node) {
    if (node.ctx == ExprContext::Store) fail("starred assignment target must be in a list or tuple");
    fail("can't use starred expression here");
}

/// AugLoad leaves the object below the value, AugStore finds it there.
void CodeGenerator::attribute(ast::Attribute& node, ExprContext context) {
    if (context != ExprContext::AugStore) expression(node.value);
    switch (context) {
        case ExprContext::AugLoad: emit(Opcode::DUP_TOP); [[fallthrough]];
        case ExprContext::Load: return emit_attribute(Opcode::LOAD_ATTR, node.attr);
        case ExprContext::AugStore: emit(Opcode::ROT_TWO); [[fallthrough]];
        case ExprContext::Store:
        case ExprContext::Param: return emit_attribute(Opcode::STORE_ATTR, node.attr);
        case ExprContext::Del: return emit_attribute(Opcode::DELETE_ATTR, node.attr);
    }
}

void CodeGenerator::subscript(ast::Subscript& node, ExprContext context) {
    if (context != ExprContext::AugStore) {
        expression(node.value);
        slice_value(*node.slice, context);
    }
    switch (context) {
        case ExprContext::AugLoad: emit(Opcode::DUP_TOP_TWO); [[fallthrough]];
        case ExprContext::Load: return emit(Opcode::BINARY_SUBSCR);
        case ExprContext::AugStore: emit(Opcode::ROT_THREE); [[fallthrough]];
        case ExprContext::Store:
        case ExprContext::Param: return emit(Opcode::STORE_SUBSCR);
        case ExprContext::Del: return emit(Opcode::DELETE_SUBSCR);
    }
}

/// One tuple; starred ones (3.11) are unpacked into it.
void CodeGenerator::slice_dimensions(ast::Seq<ast::SliceNode*> dims, ExprContext context) {
    uint32_t plain = 0, parts = 0;
    for (ast::SliceNode* dim : dims) {
        auto* index = ast::as<ast::Index>(dim);
        auto* starred = index ? ast::as<ast::Starred>(index->value) : nullptr;
        if (!starred) {
            slice_value(*dim, context);
            ++plain;
            continue;
        }
        if (plain != 0) {
            emit(Opcode::BUILD_TUPLE, std::exchange(plain, 0));
            ++parts;
        }
        expression(starred->value);
        ++parts;
    }
    if (plain != 0 || parts == 0) {
        emit(Opcode::BUILD_TUPLE, plain);
        ++parts;
    }
    if (parts > 1 || plain == 0) emit(Opcode::BUILD_TUPLE_UNPACK, parts);
}

void CodeGenerator::slice_value(ast::SliceNode& node, ExprContext context) {
    if (auto* index = ast::as<ast::Index>(&node)) return expression(index->value);
    if (auto* extended = ast::as<ast::ExtSlice>(&node)) {
        return slice_dimensions(extended->dims, context);
    }
    auto* range = ast::as<ast::Slice>(&node);
    for (ast::Expr* part : {range->lower, range->upper}) {
        if (part)
            expression(part);
        else
            load_none();
    }
    if (range->step) expression(range->step);
    emit(Opcode::BUILD_SLICE, range->step ? 3 : 2);
}

}  // namespace krait
