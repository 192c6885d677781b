// Collecting names; see symtable.h. SymbolCollector walks the tree once; scope_resolver.cpp then says where each lives.
#include "compiler/symtable.h"

#include <algorithm>

#include "compiler/scope_resolver.h"
#include "parser/ast_visitor.h"

namespace krait {

using ast::ExprContext;

const Symbol* SymbolBlock::find(std::string_view symbol_name) const {
    uint32_t index = index_.find(symbol_name);
    return index == TextTable::kNone ? nullptr : &symbols[index];
}

Symbol* SymbolBlock::find(std::string_view symbol_name) {
    uint32_t index = index_.find(symbol_name);
    return index == TextTable::kNone ? nullptr : &symbols[index];
}

Symbol& SymbolBlock::find_or_add(std::string_view symbol_name) {
    if (symbols.empty()) symbols.reserve(8);
    uint32_t index = index_.insert(symbol_name);
    if (index == symbols.size()) symbols.push_back(Symbol{symbol_name});
    return symbols[index];
}

NameScope SymbolBlock::scope_of(std::string_view symbol_name) const {
    const Symbol* symbol = find(symbol_name);
    return symbol ? symbol->scope : NameScope::Unknown;
}

namespace {

/// Whether `name` is rewritten inside the class `private_name`; `stem` receives the class name without underscores.
bool is_private(std::string_view private_name, std::string_view name, std::string_view* stem) {
    if (private_name.empty() || !name.starts_with("__")) return false;
    if (name.ends_with("__") || name.find('.') != std::string_view::npos) return false;
    size_t start = private_name.find_first_not_of('_');
    if (start == std::string_view::npos) return false;
    *stem = private_name.substr(start);
    return true;
}

}  // namespace

std::string mangle_name(std::string_view private_name, std::string_view name) {
    std::string_view stem;
    if (!is_private(private_name, name, &stem)) return std::string(name);
    std::string mangled = "_";
    mangled += stem;
    mangled += name;
    return mangled;
}

std::string_view SymbolTable::mangle(std::string_view private_name, std::string_view name) {
    std::string_view stem;
    if (!is_private(private_name, name, &stem)) return name;
    std::string mangled = mangle_name(private_name, name);
    auto it = mangled_.find(mangled);
    if (it != mangled_.end()) return it->second;
    storage_.push_back(mangled);
    return mangled_.emplace(std::move(mangled), storage_.back()).first->second;
}

std::string_view SymbolTable::mangle(const SymbolBlock& block, std::string_view private_name, std::string_view name) {
    if (block.mangles_parameters_only) {
        const auto& own = block.private_parameters;
        if (std::find(own.begin(), own.end(), name) == own.end()) return name;
    }
    return mangle(private_name, name);
}

/// First pass: opens blocks and notes how each name occurs.
class SymbolCollector {
  public:
    SymbolCollector(SymbolTable& table, const NestingLimits& limits, bool text_annotations)
        : table_(table), guard_(limits), text_annotations_(text_annotations) {}

    void collect(ast::Mod& mod) {
        open(mod, BlockKind::Module, "top", 0, 0);
        table_.top_ = block_;
        ast::visit(mod, [this](auto& node) {
            using Node = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<Node, ast::Expression>)
                expr(node.body);
            else
                statements(node.body);
        });
    }

  private:
    // ---- blocks
    SymbolBlock& open(const ast::Node& node, BlockKind kind, std::string_view name, int line, int column) {
        return open_at(&node, kind, name, line, column);
    }
    SymbolBlock& open_at(const void* key, BlockKind kind, std::string_view name, int line, int column) {
        auto owned = std::make_unique<SymbolBlock>();
        SymbolBlock& fresh = *owned;
        fresh.kind = kind;
        fresh.name = name;
        fresh.line = line;
        fresh.column = column;
        fresh.is_nested = block_ && (block_->is_nested || block_->kind == BlockKind::Function);
        if (block_) block_->children.push_back(&fresh);
        if (block_ && block_->mangles_parameters_only && kind == BlockKind::Function) {
            fresh.mangles_parameters_only = true;
            fresh.private_parameters = block_->private_parameters;
        }
        table_.blocks_.push_back(std::move(owned));
        table_.blocks_by_node_[key] = &fresh;
        outer_.push_back(block_);
        block_ = &fresh;
        return fresh;
    }
    void close() {
        block_ = outer_.back();
        outer_.pop_back();
    }

    // ---- names
    void add(std::string_view name, uint32_t flag) {
        std::string_view mangled = table_.mangle(*block_, private_, name);
        Symbol& symbol = block_->find_or_add(mangled);
        if (flag & symbol.flags & symbol::kTypeParam)
            fail_at(quoted("duplicate type parameter ", name, ""), param_line_, param_column_);
        if ((flag & symbol::kParam) && (symbol.flags & symbol::kParam)) {
            fail_at(quoted("duplicate argument ", name, " in function definition"), block_->line, block_->column);
        }
        if (in_iteration_target_ && (flag & symbol::kLocal)) {
            if (symbol.flags & (symbol::kGlobal | symbol::kNonlocal))
                fail_at(quoted("comprehension inner loop cannot rebind assignment expression target ", name, ""),
                        block_->line, block_->column);
            symbol.iterates = true;
        }
        symbol.flags |= flag;
        if (flag & symbol::kParam) block_->varnames.push_back(mangled);
        if (flag & symbol::kGlobal) table_.top_->find_or_add(mangled).flags |= flag;
    }
    uint32_t flags_of(std::string_view name) {
        const Symbol* symbol = block_->find(table_.mangle(*block_, private_, name));
        return symbol ? symbol->flags : 0;
    }

    // ---- sequences
    void statements(ast::Seq<ast::Stmt*> body) {
        for (ast::Stmt* child : body) stmt(child);
    }
    void exprs(ast::Seq<ast::Expr*> items) {
        for (ast::Expr* item : items)
            if (item) expr(item);
    }
    void optional(ast::Expr* node) {
        if (node) expr(node);
    }

    // ---- statements
    void stmt(ast::Stmt* node) {
        NestingGuard::Level level(guard_);
        ast::visit(*node, [this](auto& concrete) { on(concrete); });
    }

    template <class Def>
    void function(Def& node, bool is_async) {
        add(node.name, symbol::kLocal);
        exprs(node.args->defaults);
        exprs(node.args->kw_defaults);
        const bool generic = !node.type_params.empty();
        if (generic) {
            exprs(node.decorator_list);
            open_type_parameters(node.type_params, node.name, node);
            if (!node.args->defaults.empty()) add(".defaults", symbol::kParam);
            if (has_value(node.args->kw_defaults)) add(".kwdefaults", symbol::kParam);
            type_parameters(node.type_params);
        }
        annotations(*node.args, node.returns);
        if (!generic) exprs(node.decorator_list);
        open(node, BlockKind::Function, node.name, node.line, node.column).is_coroutine = is_async;
        parameters(*node.args);
        statements(node.body);
        close();
        if (generic) close();
    }
    void on(ast::FunctionDef& node) { function(node, false); }
    void on(ast::AsyncFunctionDef& node) { function(node, true); }

    void on(ast::ClassDef& node) {
        add(node.name, symbol::kLocal);
        const bool generic = !node.type_params.empty();
        std::string_view outer_private = private_;
        if (generic) {
            exprs(node.decorator_list);
            SymbolBlock& parameters = open_type_parameters(node.type_params, node.name, node);
            private_ = node.name;
            parameters.mangles_parameters_only = true;
            add(".type_params", symbol::kLocal | symbol::kUse);
            add(".generic_base", symbol::kLocal | symbol::kUse);
            type_parameters(node.type_params);
        }
        exprs(node.bases);
        for (ast::Keyword* keyword : node.keywords) expr(keyword->value);
        if (!generic) exprs(node.decorator_list);
        open(node, BlockKind::Class, node.name, node.line, node.column);
        private_ = node.name;
        if (generic) {
            add("__type_params__", symbol::kLocal);
            add(".type_params", symbol::kUse);
        }
        statements(node.body);
        private_ = outer_private;
        close();
        if (generic) close();
    }

    // ---- annotation scopes (PEP 695)
    SymbolBlock& open_annotation(const void* key, AnnotationScope scope, std::string_view name, int line, int column) {
        const bool in_class = block_->kind == BlockKind::Class || block_->sees_class;
        SymbolBlock& block = open_at(key, BlockKind::Function, name, line, column);
        block.annotation = scope;
        if (in_class) {
            block.sees_class = true;
            add("__classdict__", symbol::kUse);
        }
        return block;
    }
    SymbolBlock& open_type_parameters(const ast::Seq<ast::TypeParam*>& params, std::string_view name,
                                      const ast::Stmt& owner) {
        return open_annotation(&params, AnnotationScope::TypeParameters, name, owner.line, owner.column);
    }
    static bool has_value(ast::Seq<ast::Expr*> items) {
        return std::any_of(items.begin(), items.end(), [](ast::Expr* item) { return item != nullptr; });
    }
    void type_parameters(ast::Seq<ast::TypeParam*> params) {
        bool had_default = false;
        if (block_->mangles_parameters_only)
            for (ast::TypeParam* param : params)
                ast::visit(*param, [&](auto& node) { block_->private_parameters.push_back(node.name); });
        for (ast::TypeParam* param : params) {
            ast::visit(*param, [&](auto& node) {
                param_line_ = node.line;
                param_column_ = node.column;
                if (had_default && !node.default_value)
                    fail_at(quoted("non-default type parameter ", node.name, " follows default type parameter"),
                            node.line, node.column);
                had_default = node.default_value != nullptr;
                add(node.name, symbol::kTypeParam | symbol::kLocal);
                on_type_parameter(node);
            });
        }
    }
    void on_type_parameter(ast::TypeVar& node) {
        const bool constraints = ast::is<ast::Tuple>(node.bound);
        late(node.bound, node.name, constraints ? "a TypeVar constraint" : "a TypeVar bound");
        late(node.default_value, node.name, "a TypeVar default");
    }
    void on_type_parameter(ast::ParamSpec& node) { late(node.default_value, node.name, "a ParamSpec default"); }
    void on_type_parameter(ast::TypeVarTuple& node) { late(node.default_value, node.name, "a TypeVarTuple default"); }
    /// An expression that is evaluated when it is asked for. The place of the pointer to it names its block.
    void late(ast::Expr*& node, std::string_view name, const char* purpose) {
        if (!node) return;
        SymbolBlock& block = open_annotation(&node, AnnotationScope::TypeVariable, name, node->line, node->column);
        block.purpose = purpose;
        expr(node);
        close();
    }
    void on(ast::TypeAlias& node) {
        expr(node.name);
        auto* target = ast::as<ast::Name>(node.name);
        std::string_view name = target ? target->id.view() : std::string_view();
        const bool generic = !node.type_params.empty();
        if (generic) {
            open_type_parameters(node.type_params, name, node);
            type_parameters(node.type_params);
        }
        open_annotation(&node.value, AnnotationScope::TypeAlias, name, node.line, node.column);
        expr(node.value);
        close();
        if (generic) close();
    }
    /// `word` is what stands at `node`.
    void refuse_in_annotation(const ast::Expr& node, const char* word) {
        if (block_->annotation == AnnotationScope::None) return;
        fail_at(std::string(word) + " cannot be used within " + scope_words(*block_), node.line, node.column);
    }
    static const char* scope_words(const SymbolBlock& block) {
        switch (block.annotation) {
            case AnnotationScope::TypeParameters: return "the definition of a generic";
            case AnnotationScope::TypeAlias: return "a type alias";
            default: return block.purpose;
        }
    }

    void on(ast::Return& node) {
        if (!node.value) return;
        expr(node.value);
        block_->returns_value = true;
    }
    void on(ast::Delete& node) { exprs(node.targets); }
    void on(ast::Assign& node) {
        exprs(node.targets);
        expr(node.value);
    }
    void on(ast::AugAssign& node) {
        expr(node.target);
        expr(node.value);
    }
    void on(ast::AnnAssign& node) {
        if (auto* name = ast::as<ast::Name>(node.target)) {
            uint32_t flags = flags_of(name->id);
            if ((flags & (symbol::kGlobal | symbol::kNonlocal)) && node.simple) {
                fail_at(quoted("annotated name ", name->id,
                               flags & symbol::kGlobal ? " can't be global" : " can't be nonlocal"),
                        node.line, node.column);
            }
            if (node.simple)
                add(name->id, symbol::kAnnotated | symbol::kLocal);
            else if (node.value)
                add(name->id, symbol::kLocal);
        } else {
            expr(node.target);
        }
        if (!text_annotations_) expr(node.annotation);
        optional(node.value);
    }

    template <class Loop>
    void for_loop(Loop& node) {
        expr(node.target);
        expr(node.iter);
        statements(node.body);
        statements(node.orelse);
    }
    void on(ast::For& node) { for_loop(node); }
    void on(ast::AsyncFor& node) { for_loop(node); }
    void on(ast::While& node) {
        expr(node.test);
        statements(node.body);
        statements(node.orelse);
    }
    void on(ast::If& node) {
        expr(node.test);
        statements(node.body);
        statements(node.orelse);
    }

    void on(ast::Match& node) {
        expr(node.subject);
        for (ast::MatchCase* branch : node.cases) {
            pattern(branch->pattern);
            optional(branch->guard);
            statements(branch->body);
        }
    }

    template <class WithNode>
    void with(WithNode& node) {
        for (ast::WithItem* item : node.items) {
            expr(item->context_expr);
            optional(item->optional_vars);
        }
        statements(node.body);
    }
    void on(ast::With& node) { with(node); }
    void on(ast::AsyncWith& node) { with(node); }

    void on(ast::Raise& node) {
        optional(node.exc);
        optional(node.cause);
    }
    void on(ast::Try& node) { try_with_handlers(node); }
    void on(ast::TryStar& node) { try_with_handlers(node); }
    template <class TryNode>
    void try_with_handlers(TryNode& node) {
        statements(node.body);
        statements(node.orelse);
        for (ast::ExceptHandler* handler : node.handlers) {
            optional(handler->type);
            if (handler->name) add(handler->name, symbol::kLocal);
            statements(handler->body);
        }
        statements(node.finalbody);
    }
    void on(ast::Assert& node) {
        expr(node.test);
        optional(node.msg);
    }

    void import_names(ast::Seq<ast::Alias*> names) {
        for (ast::Alias* alias : names) {
            std::string_view name = alias->asname ? alias->asname.view() : alias->name.view();
            if (name == "*") {
                if (block_->kind != BlockKind::Module)
                    fail_at("import * only allowed at module level", block_->line, block_->column);
                continue;
            }
            add(name.substr(0, name.find('.')), symbol::kImport);
        }
    }
    void on(ast::Import& node) { import_names(node.names); }
    void on(ast::ImportFrom& node) { import_names(node.names); }

    void declare(ast::Seq<ast::Identifier> names, const ast::Stmt& node, bool is_global) {
        const std::string word = is_global ? "global" : "nonlocal";
        for (ast::Identifier name : names) {
            uint32_t flags = flags_of(name);
            if (flags & (symbol::kLocal | symbol::kUse | symbol::kAnnotated)) {
                std::string message;
                if (flags & symbol::kUse)
                    message = quoted("name ", name, " is used prior to " + word + " declaration");
                else if (flags & symbol::kAnnotated)
                    message = quoted("annotated name ", name, " can't be " + word);
                else
                    message = quoted("name ", name, " is assigned to before " + word + " declaration");
                fail_at(std::move(message), node.line, node.column);
            }
            add(name, is_global ? symbol::kGlobal : symbol::kNonlocal);
            block_->directives.push_back({table_.mangle(*block_, private_, name), node.line, node.column});
        }
    }
    void on(ast::Global& node) { declare(node.names, node, true); }
    void on(ast::Nonlocal& node) { declare(node.names, node, false); }
    void on(ast::ExprStmt& node) { expr(node.value); }
    void on(ast::Pass&) {}
    void on(ast::Break&) {}
    void on(ast::Continue&) {}

    // ---- patterns
    void pattern(ast::Pattern* node) {
        NestingGuard::Level level(guard_);
        ast::visit(*node, [this](auto& concrete) { on(concrete); });
    }
    void patterns(ast::Seq<ast::Pattern*> list) {
        for (ast::Pattern* part : list) pattern(part);
    }
    void capture(ast::Identifier name) {
        if (name) add(name, symbol::kLocal);
    }
    void on(ast::MatchValue& node) { expr(node.value); }
    void on(ast::MatchSingleton&) {}
    void on(ast::MatchSequence& node) { patterns(node.patterns); }
    void on(ast::MatchMapping& node) {
        exprs(node.keys);
        patterns(node.patterns);
        capture(node.rest);
    }
    void on(ast::MatchClass& node) {
        expr(node.cls);
        patterns(node.patterns);
        patterns(node.kwd_patterns);
    }
    void on(ast::MatchStar& node) { capture(node.name); }
    void on(ast::MatchAs& node) {
        if (node.pattern) pattern(node.pattern);
        capture(node.name);
    }
    void on(ast::MatchOr& node) { patterns(node.patterns); }

    // ---- parameters
    void parameters(ast::Arguments& args) {
        for (ast::Arg* arg : args.posonlyargs) add(arg->arg, symbol::kParam);
        for (ast::Arg* arg : args.args) add(arg->arg, symbol::kParam);
        for (ast::Arg* arg : args.kwonlyargs) add(arg->arg, symbol::kParam);
        if (args.vararg) {
            add(args.vararg->arg, symbol::kParam);
            block_->has_varargs = true;
        }
        if (args.kwarg) {
            add(args.kwarg->arg, symbol::kParam);
            block_->has_varkeywords = true;
        }
    }
    void annotations(ast::Arguments& args, ast::Expr* returns) {
        if (text_annotations_) return;
        for (ast::Arg* arg : args.posonlyargs) optional(arg->annotation);
        for (ast::Arg* arg : args.args) optional(arg->annotation);
        if (args.vararg) optional(args.vararg->annotation);
        if (args.kwarg) optional(args.kwarg->annotation);
        for (ast::Arg* arg : args.kwonlyargs) optional(arg->annotation);
        optional(returns);
    }

    // ---- expressions
    void expr(ast::Expr* node) {
        NestingGuard::Level level(guard_);
        ast::visit(*node, [this](auto& concrete) { on(concrete); });
    }

    void on(ast::BoolOp& node) { exprs(node.values); }
    void on(ast::BinOp& node) {
        expr(node.left);
        expr(node.right);
    }
    void on(ast::UnaryOp& node) { expr(node.operand); }

    // PEP 572: inside comprehensions the name is bound in the block around them.
    void on(ast::NamedExpr& node) {
        refuse_in_annotation(node, "named expression");
        if (comprehension_iterables_ > 0)
            fail_at("assignment expression cannot be used in a comprehension iterable expression", node.line,
                    node.column);
        if (block_->is_comprehension) bind_outside_comprehensions(node);
        expr(node.value);
        expr(node.target);
    }
    void bind_outside_comprehensions(ast::NamedExpr& node) {
        auto* target = ast::as<ast::Name>(node.target);
        if (!target) return;
        std::string_view name = table_.mangle(*block_, private_, target->id);
        SymbolBlock* inner = block_;
        for (size_t i = outer_.size();; --i) {
            if (const Symbol* known = inner->find(name); known && known->iterates)
                fail_at(quoted("assignment expression cannot rebind comprehension iteration variable ", target->id, ""),
                        node.line, node.column);
            if (!inner->is_comprehension) break;
            inner = outer_[i - 1];
        }
        if (inner->annotation != AnnotationScope::None)
            fail_at(std::string("assignment expression within a comprehension cannot be used ") +
                        (inner->annotation == AnnotationScope::TypeParameters ? "within the definition of a generic"
                         : inner->annotation == AnnotationScope::TypeAlias    ? "in a type alias"
                                                                              : "in a TypeVar bound"),
                    node.line, node.column);
        if (inner->kind == BlockKind::Class)
            fail_at("assignment expression within a comprehension cannot be used in a class body", node.line,
                    node.column);
        Symbol& outside = inner->find_or_add(name);
        bool global = inner->kind == BlockKind::Module || (outside.flags & symbol::kGlobal);
        outside.flags |= inner->kind == BlockKind::Module ? symbol::kGlobal : symbol::kLocal;
        add(target->id, global ? symbol::kGlobal : symbol::kNonlocal);
        block_->directives.push_back({name, node.line, node.column});
    }
    void on(ast::Lambda& node) {
        exprs(node.args->defaults);
        exprs(node.args->kw_defaults);
        open(node, BlockKind::Function, "lambda", node.line, node.column);
        parameters(*node.args);
        expr(node.body);
        close();
    }
    void on(ast::IfExp& node) {
        expr(node.test);
        expr(node.body);
        expr(node.orelse);
    }
    void on(ast::Dict& node) {
        exprs(node.keys);
        exprs(node.values);
    }
    void on(ast::Set& node) { exprs(node.elts); }

    void iterable(ast::Expr* node) {
        ++comprehension_iterables_;
        expr(node);
        --comprehension_iterables_;
    }
    void iteration_target(ast::Expr* node) {
        bool outer = std::exchange(in_iteration_target_, true);
        expr(node);
        in_iteration_target_ = outer;
    }
    /// The first iterable belongs to the enclosing block; the rest is a function of one parameter, `.0`.
    void comprehension(ast::Expr& node, std::string_view name, ast::Seq<ast::Comprehension*> generators, ast::Expr* elt,
                       ast::Expr* value, bool is_generator) {
        ast::Comprehension& outermost = *generators[0];
        iterable(outermost.iter);
        SymbolBlock& block = open(node, BlockKind::Function, name, node.line, node.column);
        block.is_coroutine = outermost.is_async != 0;
        block.is_generator = is_generator;
        block.is_comprehension = true;
        add(".0", symbol::kParam);
        if (!is_generator) add("_[1]", symbol::kLocal);
        iteration_target(outermost.target);
        exprs(outermost.ifs);
        for (size_t i = 1; i < generators.size(); ++i) {
            ast::Comprehension& inner = *generators[i];
            iteration_target(inner.target);
            iterable(inner.iter);
            exprs(inner.ifs);
            if (inner.is_async) block_->is_coroutine = true;
        }
        optional(value);
        expr(elt);
        close();
    }
    void on(ast::ListComp& node) { comprehension(node, "listcomp", node.generators, node.elt, nullptr, false); }
    void on(ast::SetComp& node) { comprehension(node, "setcomp", node.generators, node.elt, nullptr, false); }
    void on(ast::DictComp& node) { comprehension(node, "dictcomp", node.generators, node.key, node.value, false); }
    void on(ast::GeneratorExp& node) { comprehension(node, "genexpr", node.generators, node.elt, nullptr, true); }

    void on(ast::Await& node) {
        refuse_in_annotation(node, "await expression");
        expr(node.value);
        block_->is_coroutine = true;
    }
    void on(ast::Yield& node) {
        refuse_in_annotation(node, "yield expression");
        optional(node.value);
        block_->is_generator = true;
    }
    void on(ast::YieldFrom& node) {
        refuse_in_annotation(node, "yield expression");
        expr(node.value);
        block_->is_generator = true;
    }
    void on(ast::Compare& node) {
        expr(node.left);
        exprs(node.comparators);
    }
    void on(ast::Call& node) {
        expr(node.func);
        exprs(node.args);
        for (ast::Keyword* keyword : node.keywords) expr(keyword->value);
    }
    void on(ast::Num&) {}
    void on(ast::Str&) {}
    void on(ast::FormattedValue& node) {
        expr(node.value);
        optional(node.format_spec);
    }
    void on(ast::JoinedStr& node) { exprs(node.values); }
    void on(ast::Bytes&) {}
    void on(ast::NameConstant&) {}
    void on(ast::Ellipsis&) {}
    void on(ast::Constant&) {}
    void on(ast::Attribute& node) { expr(node.value); }
    void on(ast::Subscript& node) {
        expr(node.value);
        slice(*node.slice);
    }
    void on(ast::Starred& node) { expr(node.value); }
    void on(ast::Name& node) {
        add(node.id, node.ctx == ExprContext::Load ? symbol::kUse : symbol::kLocal);
        // super() without arguments finds the class through the cell __class__.
        if (node.ctx == ExprContext::Load && block_->kind == BlockKind::Function && node.id == "super" &&
            block_->annotation == AnnotationScope::None)
            add("__class__", symbol::kUse);
    }
    void on(ast::List& node) { exprs(node.elts); }
    void on(ast::Tuple& node) { exprs(node.elts); }

    void slice(ast::SliceNode& node) {
        if (auto* index = ast::as<ast::Index>(&node)) {
            expr(index->value);
        } else if (auto* range = ast::as<ast::Slice>(&node)) {
            optional(range->lower);
            optional(range->upper);
            optional(range->step);
        } else if (auto* extended = ast::as<ast::ExtSlice>(&node)) {
            for (ast::SliceNode* dim : extended->dims) slice(*dim);
        }
    }

    SymbolTable& table_;
    NestingGuard guard_;
    SymbolBlock* block_ = nullptr;
    std::vector<SymbolBlock*> outer_;
    std::string_view private_;  // name of the innermost class
    bool text_annotations_;
    int comprehension_iterables_ = 0;    // of comprehensions that we are in
    int param_line_ = 0, param_column_ = 0;   // the type parameter that is added
    bool in_iteration_target_ = false;   // what is bound is the variable of a comprehension
};

Result<std::unique_ptr<SymbolTable>, Diagnostic> build_symbol_table(ast::Mod& mod, const NestingLimits& limits,
                                                                    bool text_annotations) {
    auto table = std::make_unique<SymbolTable>();
    try {
        SymbolCollector(*table, limits, text_annotations).collect(mod);
        resolve_scopes(table->top(), limits);
    } catch (CompileFault& fault) {
        return krait::fail(std::move(fault.diagnostic));
    }
    return table;
}

}  // namespace krait
