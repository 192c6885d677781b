// What a tree made by a program must keep to beside the types of its fields, so that the compiler can trust it.
#include "builtins/modules/ast_types.h"
#include "parser/ast_visitor.h"
#include "vm/error/raise.h"

namespace krait {

namespace {

using namespace ast;

constexpr const char* kContexts[] = {"Load", "Store", "Del", "AugLoad", "AugStore", "Param"};

class Validator {
  public:
    explicit Validator(Thread& t) : t_(t) {}

    Status run(Mod& mod) {
        if (auto* module = as<Module>(&mod)) return statements(module->body);
        if (auto* line = as<Interactive>(&mod)) return statements(line->body);
        if (auto* expr = as<Expression>(&mod)) return load(expr->body);
        return raise(t_, Exc::ValueError, "Suite is not valid in the CPython compiler");
    }

  private:
    Failed wrong(const char* message) { return raise(t_, Exc::ValueError, "%s", message); }

    template <class T>
    Status not_empty(Seq<T> list, const char* what, const char* owner) {
        if (!list.empty()) return ok();
        return raise(t_, Exc::ValueError, "empty %s on %s", what, owner);
    }

    // --- expressions
    Status load(Expr* e) { return expression(e, ExprContext::Load); }
    Status maybe(Expr* e) { return e ? load(e) : ok(); }
    Status all(Seq<Expr*> list, ExprContext context = ExprContext::Load) {
        for (Expr* e : list)
            if (e) TRY(expression(e, context));
        return ok();
    }

    Status expression(Expr* e, ExprContext context) {
        RecursionGuard guard(t_, " during compilation");
        if (guard.failed()) return Failed{};
        const ExprContext* its = nullptr;
        if (auto* n = as<Attribute>(e)) its = &n->ctx;
        else if (auto* n = as<Subscript>(e)) its = &n->ctx;
        else if (auto* n = as<Starred>(e)) its = &n->ctx;
        else if (auto* n = as<Name>(e)) its = &n->ctx;
        else if (auto* n = as<List>(e)) its = &n->ctx;
        else if (auto* n = as<Tuple>(e)) its = &n->ctx;
        if (!its && context != ExprContext::Load)
            return raise(t_, Exc::ValueError, "expression which can't be assigned to in %s context",
                         kContexts[static_cast<size_t>(context)]);
        if (its && *its != context)
            return raise(t_, Exc::ValueError, "expression must have %s context but has %s instead",
                         kContexts[static_cast<size_t>(context)], kContexts[static_cast<size_t>(*its)]);
        return visit(*e, [&](auto& node) { return on(node); });
    }

    Status on(BoolOp& n) {
        if (n.values.size() < 2) return wrong("BoolOp with less than 2 values");
        return all(n.values);
    }
    Status on(BinOp& n) {
        TRY(load(n.left));
        return load(n.right);
    }
    Status on(ast::UnaryOp& n) { return load(n.operand); }
    Status on(Lambda& n) {
        TRY(arguments(*n.args));
        return load(n.body);
    }
    Status on(IfExp& n) {
        TRY(load(n.test));
        TRY(load(n.body));
        return load(n.orelse);
    }
    Status on(Dict& n) {
        if (n.keys.size() != n.values.size()) return wrong("Dict doesn't have the same number of keys as values");
        TRY(all(n.keys));
        return all(n.values);
    }
    Status on(Set& n) { return all(n.elts); }
    Status comprehension(Expr* first, Expr* second, Seq<Comprehension*> generators) {
        if (generators.empty()) return wrong("comprehension with no generators");
        for (Comprehension* part : generators) {
            TRY(expression(part->target, ExprContext::Store));
            TRY(load(part->iter));
            TRY(all(part->ifs));
        }
        TRY(load(first));
        return maybe(second);
    }
    Status on(ListComp& n) { return comprehension(n.elt, nullptr, n.generators); }
    Status on(SetComp& n) { return comprehension(n.elt, nullptr, n.generators); }
    Status on(GeneratorExp& n) { return comprehension(n.elt, nullptr, n.generators); }
    Status on(DictComp& n) { return comprehension(n.key, n.value, n.generators); }
    Status on(Await& n) { return load(n.value); }
    Status on(Yield& n) { return maybe(n.value); }
    Status on(YieldFrom& n) { return load(n.value); }
    Status on(Compare& n) {
        if (n.comparators.empty()) return wrong("Compare with no comparators");
        if (n.comparators.size() != n.ops.size())
            return wrong("Compare has a different number of comparators and operands");
        TRY(all(n.comparators));
        return load(n.left);
    }
    Status keywords(Seq<Keyword*> list) {
        for (Keyword* keyword : list) TRY(load(keyword->value));
        return ok();
    }
    Status on(Call& n) {
        TRY(load(n.func));
        TRY(all(n.args));
        return keywords(n.keywords);
    }
    Status on(FormattedValue& n) {
        TRY(load(n.value));
        TRY(maybe(n.format_spec));
        if (n.conversion == kNoInteger || n.conversion == -1 || n.conversion == 's' || n.conversion == 'r' ||
            n.conversion == 'a')
            return ok();
        return raise(t_, Exc::SystemError, "Unrecognized conversion character %d", n.conversion);
    }
    Status on(JoinedStr& n) { return all(n.values); }
    Status on(Attribute& n) { return load(n.value); }
    Status on(Subscript& n) {
        TRY(slice(*n.slice, false));
        return load(n.value);
    }
    Status on(Starred& n) { return expression(n.value, n.ctx); }
    Status on(List& n) { return all(n.elts, n.ctx); }
    Status on(Tuple& n) { return all(n.elts, n.ctx); }
    template <class T>
    Status on(T&) {   // names and literals
        static_assert(std::is_base_of_v<Expr, T>);
        return ok();
    }

    Status slice(SliceNode& node, bool nested) {
        if (auto* n = as<Slice>(&node)) {
            TRY(maybe(n->lower));
            TRY(maybe(n->upper));
            return maybe(n->step);
        }
        if (auto* n = as<Index>(&node)) return load(n->value);
        auto* n = as<ExtSlice>(&node);
        if (nested) return raise(t_, Exc::SystemError, "extended slice invalid in nested slice");
        TRY(not_empty(n->dims, "dims", "ExtSlice"));
        for (SliceNode* part : n->dims) TRY(slice(*part, true));
        return ok();
    }

    Status argument_list(Seq<Arg*> list) {
        for (Arg* arg : list) TRY(maybe(arg->annotation));
        return ok();
    }
    Status arguments(Arguments& n) {
        TRY(argument_list(n.args));
        if (n.vararg) TRY(maybe(n.vararg->annotation));
        TRY(argument_list(n.kwonlyargs));
        if (n.kwarg) TRY(maybe(n.kwarg->annotation));
        if (n.defaults.size() > n.args.size()) return wrong("more positional defaults than args on arguments");
        if (n.kw_defaults.size() != n.kwonlyargs.size())
            return wrong("length of kwonlyargs is not the same as kw_defaults on arguments");
        TRY(all(n.defaults));
        return all(n.kw_defaults);
    }

    // --- patterns
    static bool is_number(const NumberValue& n, bool imaginary) {
        return (n.kind == NumberValue::Kind::Imaginary) == imaginary;
    }
    // A number, real or imaginary; as module ast makes them, a Constant may be one, too.
    static bool is_number(Expr* e, bool imaginary) {
        if (auto* n = as<Num>(e)) return is_number(n->n, imaginary);
        auto* n = as<ast::Constant>(e);
        if (!n) return false;
        if (n->value.kind == ConstantValue::Kind::Complex) return imaginary;
        return n->value.kind == ConstantValue::Kind::Number && is_number(n->value.number, imaginary);
    }
    static bool is_negative_number(Expr* e, bool or_imaginary) {
        auto* n = as<ast::UnaryOp>(e);
        return n && n->op == UnaryOperator::USub &&
               (is_number(n->operand, false) || (or_imaginary && is_number(n->operand, true)));
    }
    static bool is_complex_number(Expr* e) {
        auto* n = as<BinOp>(e);
        return n && (n->op == Operator::Add || n->op == Operator::Sub) &&
               (is_number(n->left, false) || is_negative_number(n->left, false)) && is_number(n->right, true);
    }
    Status pattern_value(Expr* e) {
        TRY(load(e));
        if (auto* n = as<ast::Constant>(e)) {
            switch (n->value.kind) {
                case ConstantValue::Kind::Number:
                case ConstantValue::Kind::Complex:
                case ConstantValue::Kind::Str:
                case ConstantValue::Kind::Bytes: return ok();
                default: return wrong("unexpected constant inside of a literal pattern");
            }
        }
        if (is<NameConstant>(e) || is<ast::Ellipsis>(e))
            return wrong("unexpected constant inside of a literal pattern");
        if (is<Num>(e) || is<Str>(e) || is<Bytes>(e) || is<Attribute>(e) || is<JoinedStr>(e)) return ok();
        if (is_negative_number(e, true) || is_complex_number(e)) return ok();
        return wrong("patterns may only match literals and attribute lookups");
    }
    Status pattern_key(Expr* e) {
        auto* n = as<ast::Constant>(e);
        const bool constant = n && (n->value.kind == ConstantValue::Kind::None ||
                                    n->value.kind == ConstantValue::Kind::True ||
                                    n->value.kind == ConstantValue::Kind::False);
        return constant || is<NameConstant>(e) ? ok() : pattern_value(e);
    }
    Status name_field(Identifier name) {
        for (const char* word : {"None", "True", "False"})
            if (name == word) return raise(t_, Exc::ValueError, "identifier field can't represent '%s' constant", word);
        return ok();
    }
    Status capture(Identifier name) {
        if (!name) return ok();
        if (name == "_") return wrong("can't capture name '_' in patterns");
        return name_field(name);
    }
    Status patterns(Seq<Pattern*> list, bool star_allowed = false) {
        for (Pattern* part : list) TRY(pattern(part, star_allowed));
        return ok();
    }
    Status pattern(Pattern* p, bool star_allowed) {
        RecursionGuard guard(t_, " during compilation");
        if (guard.failed()) return Failed{};
        if (is<MatchStar>(p) && !star_allowed) return wrong("can't use MatchStar here");
        return visit(*p, [&](auto& node) { return pattern_on(node); });
    }
    Status pattern_on(MatchValue& n) { return pattern_value(n.value); }
    Status pattern_on(MatchSingleton&) { return ok(); }
    Status pattern_on(MatchSequence& n) { return patterns(n.patterns, true); }
    Status pattern_on(MatchMapping& n) {
        if (n.keys.size() != n.patterns.size())
            return wrong("MatchMapping doesn't have the same number of keys as patterns");
        TRY(capture(n.rest));
        for (Expr* key : n.keys) TRY(pattern_key(key));
        return patterns(n.patterns);
    }
    Status pattern_on(MatchClass& n) {
        if (n.kwd_attrs.size() != n.kwd_patterns.size())
            return wrong("MatchClass doesn't have the same number of keyword attributes as patterns");
        TRY(load(n.cls));
        Expr* cls = n.cls;
        while (auto* attribute = as<Attribute>(cls)) cls = attribute->value;
        if (!is<Name>(cls)) return wrong("MatchClass cls field can only contain Name or Attribute nodes.");
        for (Identifier name : n.kwd_attrs) TRY(name_field(name));
        TRY(patterns(n.patterns));
        return patterns(n.kwd_patterns);
    }
    Status pattern_on(MatchStar& n) { return capture(n.name); }
    Status pattern_on(MatchAs& n) {
        TRY(capture(n.name));
        if (!n.pattern) return ok();
        if (!n.name) return wrong("MatchAs must specify a target name if a pattern is given");
        return pattern(n.pattern, false);
    }
    Status pattern_on(MatchOr& n) {
        if (n.patterns.size() < 2) return wrong("MatchOr requires at least 2 patterns");
        return patterns(n.patterns);
    }

    // --- statements
    Status statements(Seq<Stmt*> list) {
        for (Stmt* s : list) {
            RecursionGuard guard(t_, " during compilation");
            if (guard.failed()) return Failed{};
            TRY(visit(*s, [&](auto& node) { return statement(node); }));
        }
        return ok();
    }
    Status body(Seq<Stmt*> list, const char* owner) {
        TRY(not_empty(list, "body", owner));
        return statements(list);
    }
    Status targets(Seq<Expr*> list, ExprContext context) {
        TRY(not_empty(list, "targets", context == ExprContext::Del ? "Delete" : "Assign"));
        return all(list, context);
    }
    Status type_params(Seq<TypeParam*> list) {
        for (TypeParam* param : list)
            TRY(visit(*param, [&](auto& node) -> Status {
                TRY(name_field(node.name));
                if constexpr (std::is_same_v<std::decay_t<decltype(node)>, TypeVar>) TRY(maybe(node.bound));
                return maybe(node.default_value);
            }));
        return ok();
    }
    Status statement(TypeAlias& n) {
        if (!is<Name>(n.name)) return raise(t_, Exc::TypeError, "TypeAlias with non-Name name");
        TRY(expression(n.name, ExprContext::Store));
        TRY(type_params(n.type_params));
        return load(n.value);
    }
    template <class T>
    Status function(T& n, const char* owner) {
        TRY(body(n.body, owner));
        TRY(type_params(n.type_params));
        TRY(arguments(*n.args));
        TRY(all(n.decorator_list));
        return maybe(n.returns);
    }
    template <class T>
    Status loop(T& n, const char* owner) {
        TRY(expression(n.target, ExprContext::Store));
        TRY(load(n.iter));
        TRY(body(n.body, owner));
        return statements(n.orelse);
    }
    template <class T>
    Status with(T& n, const char* owner) {
        TRY(not_empty(n.items, "items", owner));
        for (WithItem* item : n.items) {
            TRY(load(item->context_expr));
            if (item->optional_vars) TRY(expression(item->optional_vars, ExprContext::Store));
        }
        return body(n.body, owner);
    }
    // Other targets than these have no place for the value in between.
    Status simple_target(Expr* target, const char* what) {
        if (is<Name>(target) || is<Attribute>(target) || is<Subscript>(target)) return ok();
        int number = static_cast<int>(target->kind) - static_cast<int>(NodeKind::BoolOp) + 1;
        return raise(t_, Exc::SystemError, "invalid node type (%d) for %s assignment", number, what);
    }

    Status statement(FunctionDef& n) { return function(n, "FunctionDef"); }
    Status statement(AsyncFunctionDef& n) { return function(n, "AsyncFunctionDef"); }
    Status statement(ClassDef& n) {
        TRY(body(n.body, "ClassDef"));
        TRY(type_params(n.type_params));
        TRY(all(n.bases));
        TRY(keywords(n.keywords));
        return all(n.decorator_list);
    }
    Status statement(Return& n) { return maybe(n.value); }
    Status statement(Delete& n) { return targets(n.targets, ExprContext::Del); }
    Status statement(Assign& n) {
        TRY(targets(n.targets, ExprContext::Store));
        return load(n.value);
    }
    Status statement(AugAssign& n) {
        TRY(expression(n.target, ExprContext::Store));
        TRY(load(n.value));
        return simple_target(n.target, "augmented");
    }
    Status statement(AnnAssign& n) {
        if (!is<Name>(n.target) && n.simple)
            return raise(t_, Exc::TypeError, "AnnAssign with simple non-Name target");
        TRY(expression(n.target, ExprContext::Store));
        TRY(maybe(n.value));
        TRY(load(n.annotation));
        return simple_target(n.target, "annotated");
    }
    Status statement(For& n) { return loop(n, "For"); }
    Status statement(AsyncFor& n) { return loop(n, "AsyncFor"); }
    Status statement(While& n) {
        TRY(load(n.test));
        TRY(body(n.body, "While"));
        return statements(n.orelse);
    }
    Status statement(If& n) {
        TRY(load(n.test));
        TRY(body(n.body, "If"));
        return statements(n.orelse);
    }
    Status statement(Match& n) {
        TRY(load(n.subject));
        TRY(not_empty(n.cases, "cases", "Match"));
        for (MatchCase* branch : n.cases) {
            TRY(pattern(branch->pattern, false));
            TRY(maybe(branch->guard));
            TRY(body(branch->body, "match_case"));
        }
        return ok();
    }
    Status statement(With& n) { return with(n, "With"); }
    Status statement(AsyncWith& n) { return with(n, "AsyncWith"); }
    Status statement(Raise& n) {
        if (n.exc) {
            TRY(load(n.exc));
            return maybe(n.cause);
        }
        if (n.cause) return wrong("Raise with cause but no exception");
        return ok();
    }
    Status statement(Try& n) { return any_try(n, "Try"); }
    Status statement(TryStar& n) {
        for (ExceptHandler* handler : n.handlers)
            if (!handler->type) return wrong("field 'type' is required for ExceptHandler of TryStar");
        return any_try(n, "TryStar");
    }
    template <class TryNode>
    Status any_try(TryNode& n, const char* owner) {
        TRY(body(n.body, owner));
        if (n.handlers.empty() && n.finalbody.empty())
            return raise(t_, Exc::ValueError, "%s has neither except handlers nor finalbody", owner);
        if (n.handlers.empty() && !n.orelse.empty())
            return raise(t_, Exc::ValueError, "%s has orelse but no except handlers", owner);
        for (ExceptHandler* handler : n.handlers) {
            TRY(maybe(handler->type));
            TRY(body(handler->body, "ExceptHandler"));
        }
        TRY(statements(n.finalbody));
        return statements(n.orelse);
    }
    Status statement(Assert& n) {
        TRY(load(n.test));
        return maybe(n.msg);
    }
    Status statement(Import& n) { return not_empty(n.names, "names", "Import"); }
    Status statement(ImportFrom& n) {
        if (n.level == kNoInteger) n.level = 0;
        if (n.level < 0) return wrong("Negative ImportFrom level");
        return not_empty(n.names, "names", "ImportFrom");
    }
    Status statement(Global& n) { return not_empty(n.names, "names", "Global"); }
    Status statement(Nonlocal& n) { return not_empty(n.names, "names", "Nonlocal"); }
    Status statement(ExprStmt& n) { return load(n.value); }
    Status statement(Pass&) { return ok(); }
    Status statement(Break&) { return ok(); }
    Status statement(Continue&) { return ok(); }

    Thread& t_;
};

}  // namespace

Status ast_validate(Thread& t, ast::Mod& mod) { return Validator(t).run(mod); }

}  // namespace krait
