// The match statement.
//
// A pattern finds its subject on top of the stack and consumes it. When it does not match, it jumps to one of the fail
// labels of its case: the one that drops exactly what lies on the stack there. Captured values stay on the stack, below
// everything that is still to be matched, and are stored only when the whole pattern has matched: the one captured
// first lies on top.
#include <optional>

#include "compiler/code_generator.h"
#include "compiler/constant_fold.h"
#include "parser/ast_visitor.h"

namespace krait {

namespace {

bool is_wildcard(const ast::Pattern* pattern) {
    auto* as = ast::as<const ast::MatchAs>(pattern);
    return as && !as->pattern && !as->name;
}

bool is_star(const ast::Pattern* pattern) { return ast::is<ast::MatchStar>(pattern); }

bool is_star_wildcard(const ast::Pattern* pattern) {
    auto* star = ast::as<const ast::MatchStar>(pattern);
    return star && !star->name;
}

[[noreturn]] void fail_at(const ast::PositionedNode& node, std::string message) {
    const uint32_t column = node.column < 0 ? kColumnBefore : static_cast<uint32_t>(node.column);
    throw CompileFault{Diagnostic::syntax(std::move(message), static_cast<uint32_t>(node.line), column)};
}

std::string quoted(std::string_view before, std::string_view name, std::string_view after) {
    return std::string(before).append("'").append(name).append("'").append(after);
}

}  // namespace

/// One case's pattern.
class PatternCompiler {
  public:
    explicit PatternCompiler(CodeGenerator& generator) : generator_(generator) {}

    /// Code for the whole pattern of a case. Behind it the captured names are stored.
    void compile_whole(ast::Pattern& pattern, bool may_be_irrefutable) {
        may_be_irrefutable_ = may_be_irrefutable;
        compile(pattern);
        for (std::string_view name : stores_.texts()) generator_.name_operation(name, ast::ExprContext::Store);
        stores_.clear();
    }
    /// For what is tested behind the pattern.
    void jump_when_false() { fail_jump(Opcode::POP_JUMP_IF_FALSE); }
    bool can_fail() const { return !fail_.empty(); }

    /// The places of all fail labels, the deepest first; each drops one entry and falls into the next.
    void bind_fail_labels() {
        for (size_t i = fail_.size(); i-- > 0;) {
            code().bind(fail_[i]);
            if (i != 0) emit(Opcode::POP_TOP);
        }
        fail_.clear();
    }

  private:
    Emitter& code() { return generator_.code(); }
    void emit(Opcode op, uint32_t arg = 0) { generator_.emit(op, arg); }
    void load_number(size_t n) { code().load_const(Constant::integer(static_cast<int64_t>(n))); }
    void compare(CompareOperand op) { emit(Opcode::COMPARE_OP, static_cast<uint32_t>(op)); }
    void fail_unless(CompareOperand op) {
        compare(op);
        fail_jump(Opcode::POP_JUMP_IF_FALSE);
    }

    void fail_jump(Opcode op) {
        const size_t depth = on_top_ + stores_.size();
        while (fail_.size() <= depth) fail_.push_back(code().new_label());
        code().jump(op, fail_[depth]);
    }

    /// The top goes below the `count` - 1 entries under it.
    void rotate(size_t count) {
        if (count == 2) emit(Opcode::ROT_TWO);
        if (count == 3) emit(Opcode::ROT_THREE);
        if (count > 3) emit(Opcode::ROT_N, static_cast<uint32_t>(count));
    }

    /// Puts the top where the captured values lie, or drops it when it gets no name.
    void store(ast::Identifier name, const ast::Pattern& where) {
        if (!name) return emit(Opcode::POP_TOP);
        if (name == "__debug__") fail_at(where, "cannot assign to __debug__");
        note_store(name, where);
    }
    void note_store(std::string_view name, const ast::Pattern& where) {
        if (stores_.find(name) != TextTable::kNone)
            fail_at(where, quoted("multiple assignments to name ", name, " in pattern"));
        rotate(on_top_ + stores_.size() + 1);
        stores_.insert(name);
    }

    void compile(ast::Pattern& pattern) {
        NestingGuard::Level level(generator_.guard_);
        code().advance_to(pattern.line, pattern.column);
        ast::visit(pattern, [this](auto& node) { on(node); });
    }
    /// A part of a pattern may match anything.
    void compile_part(ast::Pattern& pattern) {
        const bool outer = may_be_irrefutable_;
        may_be_irrefutable_ = true;
        compile(pattern);
        may_be_irrefutable_ = outer;
    }

    /// The value of a literal; nothing for what is none.
    std::optional<Constant> literal(ast::Expr* node) {
        Constant value;
        if (auto* negated = ast::as<ast::UnaryOp>(node)) {
            auto operand = negated->op == ast::UnaryOperator::USub ? literal(negated->operand) : std::nullopt;
            return operand ? fold_unary(Opcode::UNARY_NEGATIVE, *operand) : std::nullopt;
        }
        if (auto* sum = ast::as<ast::BinOp>(node)) {
            if (sum->op != ast::Operator::Add && sum->op != ast::Operator::Sub) return std::nullopt;
            auto left = literal(sum->left), right = literal(sum->right);
            if (!left || !right) return std::nullopt;
            return fold_binary(sum->op == ast::Operator::Add ? Opcode::BINARY_ADD : Opcode::BINARY_SUBTRACT, *left,
                               *right);
        }
        if (ast::is<ast::Name>(node) || !generator_.literal_constant(node, &value)) return std::nullopt;
        return value;
    }

    void on(ast::MatchValue& node) {
        if (auto value = literal(node.value))
            code().load_const(std::move(*value));
        else if (ast::is<ast::Attribute>(node.value))
            generator_.expression(node.value);
        else
            fail_at(node, "patterns may only match literals and attribute lookups");
        fail_unless(CompareOperand::Eq);
    }

    void on(ast::MatchSingleton& node) {
        code().load_const(node.value == ast::Singleton::None ? Constant::none()
                                                             : Constant::boolean(node.value == ast::Singleton::True));
        fail_unless(CompareOperand::Is);
    }

    void on(ast::MatchStar& node) { store(node.name, node); }

    void on(ast::MatchAs& node) {
        if (!node.pattern) {
            if (!may_be_irrefutable_) fail_irrefutable(node);
            return store(node.name, node);
        }
        ++on_top_;
        emit(Opcode::DUP_TOP);
        compile(*node.pattern);
        --on_top_;
        store(node.name, node);
    }
    [[noreturn]] static void fail_irrefutable(ast::MatchAs& node) {
        if (!node.name) fail_at(node, "wildcard makes remaining patterns unreachable");
        fail_at(node, quoted("name capture ", node.name, " makes remaining patterns unreachable"));
    }

    // ---- sequences

    void on(ast::MatchSequence& node) {
        const size_t count = node.patterns.size();
        size_t star = count;
        bool only_wildcards = true, star_wildcard = false;
        for (size_t i = 0; i < count; ++i) {
            const ast::Pattern* part = node.patterns[i];
            only_wildcards &= is_wildcard(part) || is_star_wildcard(part);
            if (!is_star(part)) continue;
            if (star != count) fail_at(node, "multiple starred names in sequence pattern");
            star = i;
            star_wildcard = is_star_wildcard(part);
        }
        ++on_top_;
        emit(Opcode::MATCH_SEQUENCE);
        fail_jump(Opcode::POP_JUMP_IF_FALSE);
        if (star == count)
            require_length(count, CompareOperand::Eq);
        else if (count > 1)
            require_length(count - 1, CompareOperand::Ge);
        --on_top_;
        if (only_wildcards) return emit(Opcode::POP_TOP);
        if (star_wildcard) return items_by_index(node.patterns, star);
        unpack_items(node, star);
    }

    void require_length(size_t length, CompareOperand op) {
        emit(Opcode::GET_LEN);
        load_number(length);
        fail_unless(op);
    }

    /// Nothing needs what the star stands for: the others are looked up one by one.
    void items_by_index(ast::Seq<ast::Pattern*> patterns, size_t star) {
        ++on_top_;
        for (size_t i = 0; i < patterns.size(); ++i) {
            if (i == star || is_wildcard(patterns[i])) continue;
            emit(Opcode::DUP_TOP);
            if (i < star) {
                load_number(i);
            } else {  // not every sequence knows negative indexes
                emit(Opcode::GET_LEN);
                load_number(patterns.size() - i);
                emit(Opcode::BINARY_SUBTRACT);
            }
            emit(Opcode::BINARY_SUBSCR);
            compile_part(*patterns[i]);
        }
        --on_top_;
        emit(Opcode::POP_TOP);
    }

    void unpack_items(ast::MatchSequence& node, size_t star) {
        const size_t count = node.patterns.size();
        if (star == count) {
            emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
        } else {
            const size_t after = count - star - 1;
            if (star >= 256 || after >= size_t{0x7FFFFFFF} >> 8)
                fail_at(node, "too many expressions in star-unpacking sequence pattern");
            emit(Opcode::UNPACK_EX, static_cast<uint32_t>(star + (after << 8)));
        }
        items_on_stack(node.patterns);
    }

    /// One entry for each pattern, the first on top.
    void items_on_stack(ast::Seq<ast::Pattern*> patterns) {
        on_top_ += patterns.size();
        for (ast::Pattern* part : patterns) {
            --on_top_;
            compile_part(*part);
        }
    }

    // ---- mappings

    void on(ast::MatchMapping& node) {
        const size_t count = node.keys.size();
        ++on_top_;
        emit(Opcode::MATCH_MAPPING);
        fail_jump(Opcode::POP_JUMP_IF_FALSE);
        if (count == 0 && !node.rest) {
            --on_top_;
            return emit(Opcode::POP_TOP);
        }
        if (count != 0) require_length(count, CompareOperand::Ge);
        keys(node);
        emit(Opcode::MATCH_KEYS);
        on_top_ += 2;  // keys and values
        fail_if_none();
        emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
        --on_top_;
        items_on_stack(node.patterns);
        on_top_ -= 2;
        if (node.rest) {
            emit(Opcode::COPY_DICT_WITHOUT_KEYS);
            emit(Opcode::ROT_TWO);
            emit(Opcode::POP_TOP);
            store(node.rest, node);
        } else {
            emit(Opcode::POP_TOP);
            emit(Opcode::POP_TOP);
        }
    }

    /// The tuple of all keys.
    void keys(ast::MatchMapping& node) {
        std::vector<Constant> seen;
        for (ast::Expr* key : node.keys) {
            if (auto value = literal(key)) {
                seen.push_back(*value);
                code().load_const(std::move(*value));
            } else if (ast::is<ast::Attribute>(key)) {
                generator_.expression(key);
            } else {
                fail_at(node, "mapping pattern keys may only match literals and attribute lookups");
            }
        }
        if (const Constant* twice = first_duplicate(seen))
            fail_at(node, "mapping pattern checks duplicate key (" + constant_repr(*twice) + ")");
        emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(node.keys.size()));
    }

    /// [value] stays unless it is None.
    void fail_if_none() {
        emit(Opcode::DUP_TOP);
        generator_.load_none();
        fail_unless(CompareOperand::IsNot);
    }

    // ---- classes

    void on(ast::MatchClass& node) {
        TextTable seen;
        std::vector<Constant> names;
        for (size_t i = 0; i < node.kwd_attrs.size(); ++i) {
            const ast::Identifier name = node.kwd_attrs[i];
            if (name == "__debug__") fail_at(*node.kwd_patterns[i], "cannot assign to __debug__");
            if (seen.insert(name) != i)
                fail_at(*node.kwd_patterns[i],
                        std::string("attribute name repeated in class pattern: ").append(name.view()));
            names.push_back(Constant::str(std::string(name.view())));
        }
        generator_.expression(node.cls);
        code().load_const(Constant::tuple(std::move(names)));
        emit(Opcode::MATCH_CLASS, static_cast<uint32_t>(node.patterns.size()));
        ++on_top_;  // the tuple of attributes
        fail_if_none();
        const size_t count = node.patterns.size() + node.kwd_patterns.size();
        emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
        --on_top_;
        on_top_ += node.kwd_patterns.size();
        items_on_stack(node.patterns);
        on_top_ -= node.kwd_patterns.size();
        items_on_stack(node.kwd_patterns);
    }

    // ---- alternatives

    /// Every alternative gets a copy of the subject and captures as if nothing else were on the stack.
    void on(ast::MatchOr& node) {
        const Label end = code().new_label();
        const size_t outer_on_top = on_top_;
        const bool outer_irrefutable = may_be_irrefutable_;
        TextTable outer_stores = std::move(stores_), wanted;
        std::vector<Label> outer_fail = std::move(fail_);
        for (size_t i = 0; i < node.patterns.size(); ++i) {
            stores_.clear();
            fail_.clear();
            on_top_ = 0;
            may_be_irrefutable_ = outer_irrefutable && i + 1 == node.patterns.size();
            emit(Opcode::DUP_TOP);
            compile(*node.patterns[i]);
            if (i == 0)
                wanted = std::move(stores_);
            else
                bring_into_order(node, wanted);
            code().jump(Opcode::JUMP_FORWARD, end);
            bind_fail_labels();
        }
        on_top_ = outer_on_top;
        may_be_irrefutable_ = outer_irrefutable;
        stores_ = std::move(outer_stores);
        fail_ = std::move(outer_fail);
        emit(Opcode::POP_TOP);
        fail_jump(Opcode::JUMP_FORWARD);
        code().bind(end);
        // The values lie above the copy of the subject and go below all of it.
        const size_t count = wanted.size();
        on_top_ += count;
        for (std::string_view name : wanted.texts()) {
            // One value less is above, one more is stored: the distance stays.
            note_store(name, node);
            --on_top_;
        }
        emit(Opcode::POP_TOP);
    }

    /// The values of stores_, the first on top, in the order of the first alternative's.
    void bring_into_order(const ast::MatchOr& node, const TextTable& wanted) {
        const size_t count = wanted.size();
        bool same = true, ordered = true;
        for (size_t i = 0; i < count && same; ++i) {
            const uint32_t place = stores_.find(wanted.texts()[i]);
            same = place != TextTable::kNone;
            ordered &= place == i;
        }
        if (!same || stores_.size() != count) fail_at(node, "alternative patterns bind different names");
        if (ordered) return;
        emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(count));
        for (size_t i = count; i-- > 0;) {
            emit(Opcode::DUP_TOP);
            load_number(count - 1 - stores_.find(wanted.texts()[i]));
            emit(Opcode::BINARY_SUBSCR);
            emit(Opcode::ROT_TWO);
        }
        emit(Opcode::POP_TOP);
    }

    CodeGenerator& generator_;
    TextTable stores_;         // names captured so far; their values are on the stack
    std::vector<Label> fail_;  // by the number of entries to drop
    size_t on_top_ = 0;        // entries above the captured values, the subject of the pattern itself not counted
    bool may_be_irrefutable_ = false;
};

void CodeGenerator::on(ast::Match& node) {
    const size_t count = node.cases.size();
    const bool has_default = count > 1 && is_wildcard(node.cases.back()->pattern);
    const size_t tried = has_default ? count - 1 : count;
    const Label end = code().new_label();
    expression(node.subject);
    for (size_t i = 0; i < tried; ++i) {
        ast::MatchCase& branch = *node.cases[i];
        const bool last = i + 1 == tried;
        code().set_line(branch.pattern->line, branch.pattern->column);
        if (!last) emit(Opcode::DUP_TOP);
        PatternCompiler pattern(*this);
        pattern.compile_whole(*branch.pattern, branch.guard != nullptr || i + 1 == count);
        if (branch.guard) {
            expression(branch.guard);
            pattern.jump_when_false();
        }
        if (!last) emit(Opcode::POP_TOP);
        statements(branch.body);
        if (i + 1 != count || pattern.can_fail()) code().jump(Opcode::JUMP_FORWARD, end);
        pattern.bind_fail_labels();
    }
    if (has_default) {
        ast::MatchCase& branch = *node.cases.back();
        code().set_line(branch.pattern->line, branch.pattern->column);
        load_none();  // so that the line is seen by a trace function
        emit(Opcode::POP_TOP);
        if (branch.guard) {
            expression(branch.guard);
            code().jump(Opcode::POP_JUMP_IF_FALSE, end);
        }
        statements(branch.body);
    }
    code().bind(end);
}

}  // namespace krait
