#include "compiler/unparse.h"

#include <string_view>

#include "compiler/code_generator.h"
#include "parser/ast_visitor.h"

namespace krait {
namespace {

// How tightly an expression holds together; one that is looser than its place wants gets parentheses.
enum Level : int { kTuple, kTest, kOr, kAnd, kNot, kCompare, kBitOr, kBitXor, kBitAnd, kShift, kSum, kProduct, kUnary,
                   kPower, kAwait, kAtom };

struct BinaryForm {
    std::string_view text;
    int level;
};

BinaryForm form_of(ast::Operator op) {
    switch (op) {
        case ast::Operator::Add: return {" + ", kSum};
        case ast::Operator::Sub: return {" - ", kSum};
        case ast::Operator::Mult: return {" * ", kProduct};
        case ast::Operator::MatMult: return {" @ ", kProduct};
        case ast::Operator::Div: return {" / ", kProduct};
        case ast::Operator::Mod: return {" % ", kProduct};
        case ast::Operator::FloorDiv: return {" // ", kProduct};
        case ast::Operator::LShift: return {" << ", kShift};
        case ast::Operator::RShift: return {" >> ", kShift};
        case ast::Operator::BitOr: return {" | ", kBitOr};
        case ast::Operator::BitXor: return {" ^ ", kBitXor};
        case ast::Operator::BitAnd: return {" & ", kBitAnd};
        case ast::Operator::Pow: return {" ** ", kPower};
    }
    return {};
}

std::string_view text_of(ast::CompareOperator op) {
    switch (op) {
        case ast::CompareOperator::Eq: return " == ";
        case ast::CompareOperator::NotEq: return " != ";
        case ast::CompareOperator::Lt: return " < ";
        case ast::CompareOperator::LtE: return " <= ";
        case ast::CompareOperator::Gt: return " > ";
        case ast::CompareOperator::GtE: return " >= ";
        case ast::CompareOperator::Is: return " is ";
        case ast::CompareOperator::IsNot: return " is not ";
        case ast::CompareOperator::In: return " in ";
        case ast::CompareOperator::NotIn: return " not in ";
    }
    return {};
}

class Unparser {
  public:
    explicit Unparser(NestingGuard& guard) : guard_(guard) {}

    std::string out;

    void expr(ast::Expr* node, int level) {
        NestingGuard::Level nesting(guard_);
        level_ = level;
        ast::visit(*node, [this](auto& concrete) { on(concrete); });
    }

  private:
    // The parentheses of an expression of `level`, if the place that is being filled wants a tighter one.
    class Parentheses {
      public:
        Parentheses(Unparser& unparser, int level) : unparser_(unparser), needed_(unparser.level_ > level) {
            if (needed_) unparser_.out += '(';
        }
        ~Parentheses() {
            if (needed_) unparser_.out += ')';
        }
        Parentheses(const Parentheses&) = delete;
        Parentheses& operator=(const Parentheses&) = delete;

      private:
        Unparser& unparser_;
        bool needed_;
    };

    template <class Items>
    void list(const Items& items, int level, std::string_view between = ", ") {
        bool first = true;
        for (ast::Expr* item : items) {
            if (!first) out += between;
            first = false;
            expr(item, level);
        }
    }

    void on(ast::BoolOp& node) {
        bool both = node.op == ast::BoolOperator::And;
        int level = both ? kAnd : kOr;
        Parentheses parentheses(*this, level);
        list(node.values, level + 1, both ? " and " : " or ");
    }
    void on(ast::NamedExpr& node) {
        Parentheses parentheses(*this, kTuple);
        expr(node.target, kAtom);
        out += " := ";
        expr(node.value, kAtom);
    }
    void on(ast::BinOp& node) {
        BinaryForm form = form_of(node.op);
        Parentheses parentheses(*this, form.level);
        bool from_right = node.op == ast::Operator::Pow;
        expr(node.left, form.level + from_right);
        out += form.text;
        expr(node.right, form.level + !from_right);
    }
    void on(ast::UnaryOp& node) {
        int level = node.op == ast::UnaryOperator::Not ? kNot : kUnary;
        Parentheses parentheses(*this, level);
        out += node.op == ast::UnaryOperator::Not    ? "not "
               : node.op == ast::UnaryOperator::UAdd ? "+"
               : node.op == ast::UnaryOperator::USub ? "-"
                                                     : "~";
        expr(node.operand, level);
    }
    void on(ast::Compare& node) {
        Parentheses parentheses(*this, kCompare);
        expr(node.left, kCompare + 1);
        for (size_t i = 0; i < node.ops.size(); ++i) {
            out += text_of(node.ops[i]);
            expr(node.comparators[i], kCompare + 1);
        }
    }
    void on(ast::IfExp& node) {
        Parentheses parentheses(*this, kTest);
        expr(node.body, kTest + 1);
        out += " if ";
        expr(node.test, kTest + 1);
        out += " else ";
        expr(node.orelse, kTest);
    }
    void on(ast::Lambda& node) {
        Parentheses parentheses(*this, kTest);
        out += "lambda";
        parameters(*node.args);
        out += ": ";
        expr(node.body, kTest);
    }
    void on(ast::Await& node) {
        Parentheses parentheses(*this, kAwait);
        out += "await ";
        expr(node.value, kAtom);
    }
    void on(ast::Yield& node) {
        out += "(yield";
        if (node.value) {
            out += ' ';
            expr(node.value, kTuple);
        }
        out += ')';
    }
    void on(ast::YieldFrom& node) {
        out += "(yield from ";
        expr(node.value, kTest);
        out += ')';
    }

    // Behind "lambda".
    void parameters(ast::Arguments& args) {
        std::string_view before = " ";
        auto name = [&](std::string_view stars, std::string_view text) {
            out += before;
            before = ", ";
            out += stars;
            out += text;
        };
        auto default_value = [this](ast::Expr* value) {
            if (!value) return;
            out += '=';
            expr(value, kTest);
        };
        size_t positional = args.posonlyargs.size() + args.args.size(), first = positional - args.defaults.size();
        for (size_t i = 0; i < positional; ++i) {
            bool positional_only = i < args.posonlyargs.size();
            name("", (positional_only ? args.posonlyargs[i] : args.args[i - args.posonlyargs.size()])->arg.view());
            if (i >= first) default_value(args.defaults[i - first]);
            if (positional_only && i + 1 == args.posonlyargs.size()) name("", "/");
        }
        if (args.vararg || !args.kwonlyargs.empty()) name("*", args.vararg ? args.vararg->arg.view() : "");
        for (size_t i = 0; i < args.kwonlyargs.size(); ++i) {
            name("", args.kwonlyargs[i]->arg.view());
            default_value(args.kw_defaults[i]);
        }
        if (args.kwarg) name("**", args.kwarg->arg.view());
    }

    // ---- displays and comprehensions
    void on(ast::Dict& node) {
        out += '{';
        for (size_t i = 0; i < node.values.size(); ++i) {
            if (i) out += ", ";
            if (node.keys[i]) {
                expr(node.keys[i], kTest);
                out += ": ";
                expr(node.values[i], kTest);
            } else {
                out += "**";
                expr(node.values[i], kBitOr);
            }
        }
        out += '}';
    }
    void on(ast::Set& node) {
        out += '{';
        list(node.elts, kTest);
        out += '}';
    }
    void on(ast::List& node) {
        out += '[';
        list(node.elts, kTest);
        out += ']';
    }
    void on(ast::Tuple& node) {
        if (node.elts.empty()) {
            out += "()";
            return;
        }
        Parentheses parentheses(*this, kTuple);
        list(node.elts, kTest);
        if (node.elts.size() == 1) out += ',';
    }
    void generators(ast::Seq<ast::Comprehension*> clauses) {
        for (ast::Comprehension* clause : clauses) {
            out += clause->is_async ? " async for " : " for ";
            expr(clause->target, kTuple);
            out += " in ";
            expr(clause->iter, kTest + 1);
            for (ast::Expr* condition : clause->ifs) {
                out += " if ";
                expr(condition, kTest + 1);
            }
        }
    }
    void comprehension(char open, ast::Expr* elt, ast::Seq<ast::Comprehension*> clauses, char close) {
        out += open;
        expr(elt, kTest);
        generators(clauses);
        out += close;
    }
    void on(ast::ListComp& node) { comprehension('[', node.elt, node.generators, ']'); }
    void on(ast::SetComp& node) { comprehension('{', node.elt, node.generators, '}'); }
    void on(ast::GeneratorExp& node) { comprehension('(', node.elt, node.generators, ')'); }
    void on(ast::DictComp& node) {
        out += '{';
        expr(node.key, kTest);
        out += ": ";
        expr(node.value, kTest);
        generators(node.generators);
        out += '}';
    }

    // ---- literals
    void constant(const Constant& value) {
        std::string text = constant_repr(value);
        // Infinity has no literal; this is one that is read as it.
        for (size_t at = 0; (at = text.find("inf", at)) != std::string::npos; at += 5) text.replace(at, 3, "1e309");
        out += text;
    }
    void on(ast::Num& node) { constant(number_constant(node.n)); }
    void on(ast::Constant& node) {
        Constant value = data_constant(node.value);
        if (value.kind() == Constant::Kind::Str || value.kind() == Constant::Kind::Bytes) out += constant_repr(value);
        else if (value.kind() == Constant::Kind::Ellipsis) out += "...";
        else constant(value);
    }
    void on(ast::Str& node) { out += constant_repr(Constant::str(std::string(node.s.text))); }
    void on(ast::Bytes& node) { out += constant_repr(Constant::bytes(std::string(node.s.bytes))); }
    void on(ast::Ellipsis&) { out += "..."; }
    void on(ast::NameConstant& node) {
        out += node.value == ast::Singleton::None ? "None" : node.value == ast::Singleton::True ? "True" : "False";
    }

    // ---- f-strings: their text is made first, then quoted as a whole.
    void on(ast::JoinedStr& node) { formatted(node); }
    void on(ast::FormattedValue& node) { formatted(node); }
    void formatted(ast::Expr& node) {
        std::string outside;
        outside.swap(out);
        format_part(node);
        std::string text = constant_repr(Constant::str(std::move(out)));
        out = std::move(outside);
        out += 'f';
        out += text;
    }
    void format_part(ast::Expr& node) {
        if (auto* joined = ast::as<ast::JoinedStr>(&node)) {
            for (ast::Expr* part : joined->values) format_part(*part);
        } else if (auto* str = ast::as<ast::Str>(&node)) {
            for (char c : str->s.text) out.append(c == '{' || c == '}' ? 2 : 1, c);
        } else if (auto* value = ast::as<ast::FormattedValue>(&node)) {
            replacement_field(*value);
        }
    }
    void replacement_field(ast::FormattedValue& node) {
        out += '{';
        size_t begin = out.size();
        expr(node.value, kTest + 1);
        if (out[begin] == '{') out.insert(begin, " ");
        if (node.conversion == 's' || node.conversion == 'r' || node.conversion == 'a') {
            out += '!';
            out += static_cast<char>(node.conversion);
        }
        if (node.format_spec) {
            out += ':';
            format_part(*node.format_spec);
        }
        out += '}';
    }

    // ---- primaries
    void on(ast::Call& node) {
        expr(node.func, kAtom);
        if (node.args.size() == 1 && node.keywords.empty() && ast::is<ast::GeneratorExp>(node.args[0]))
            return expr(node.args[0], kTest);   // it brings its own parentheses
        out += '(';
        list(node.args, kTest);
        for (size_t i = 0; i < node.keywords.size(); ++i) {
            if (i || !node.args.empty()) out += ", ";
            out += node.keywords[i]->arg ? std::string(node.keywords[i]->arg.view()) + "=" : "**";
            expr(node.keywords[i]->value, kTest);
        }
        out += ')';
    }
    void on(ast::Attribute& node) {
        expr(node.value, kAtom);
        auto* number = ast::as<ast::Num>(node.value);
        if (number && number->n.kind != ast::NumberValue::Kind::Float) out += ' ';   // 1 .real
        out += '.';
        out += node.attr.view();
    }
    void on(ast::Subscript& node) {
        expr(node.value, kAtom);
        out += '[';
        slice(*node.slice);
        out += ']';
    }
    void slice(ast::SliceNode& node) {
        if (auto* index = ast::as<ast::Index>(&node)) return expr(index->value, kTuple);
        if (auto* extended = ast::as<ast::ExtSlice>(&node)) {
            for (size_t i = 0; i < extended->dims.size(); ++i) {
                if (i) out += ", ";
                auto* index = ast::as<ast::Index>(extended->dims[i]);
                index ? expr(index->value, kTest) : slice(*extended->dims[i]);
            }
            if (extended->dims.size() == 1) out += ',';
            return;
        }
        auto& range = static_cast<ast::Slice&>(node);
        if (range.lower) expr(range.lower, kTest);
        out += ':';
        if (range.upper) expr(range.upper, kTest);
        if (!range.step) return;
        out += ':';
        expr(range.step, kTest);
    }
    void on(ast::Starred& node) {
        out += '*';
        expr(node.value, kBitOr);
    }
    void on(ast::Name& node) { out += node.id.view(); }

    NestingGuard& guard_;
    int level_ = kTest;
};

}  // namespace

std::string unparse(ast::Expr& expression, NestingGuard& guard) {
    Unparser unparser(guard);
    unparser.expr(&expression, kTest);
    return std::move(unparser.out);
}

}  // namespace krait
