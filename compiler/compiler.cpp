// The entry points, and what all kinds of code objects share: units, names, closures, the finishing touches.
#include "compiler/compiler.h"

#include <algorithm>
#include <new>

#include "compiler/assembler.h"
#include "compiler/code_generator.h"
#include "compiler/peephole.h"
#include "parser/parse.h"

namespace krait {

using ast::ExprContext;

// ---- units

void Unit::clear() {
    kind = UnitKind::Module;
    block = nullptr;
    name = private_name = {};
    qualname.clear();
    firstlineno = argcount = kwonlyargcount = posonlyargcount = 0;
    emitter.clear();
    frame_blocks.clear();
}

CodeGenerator::UnitScope::UnitScope(CodeGenerator& generator, UnitKind kind, SymbolBlock& block,
                                    std::string_view name, int line)
    : generator_(generator) {
    std::unique_ptr<Unit> unit;
    if (generator.spare_units_.empty()) {
        unit = std::make_unique<Unit>();
    } else {
        unit = std::move(generator.spare_units_.back());
        generator.spare_units_.pop_back();
        unit->clear();
    }
    unit->kind = kind;
    unit->block = &block;
    unit->name = name;
    unit->firstlineno = line;
    if (generator.options_.origins) unit->emitter.record_origins();
    if (!generator.units_.empty()) unit->private_name = generator.unit().private_name;
    generator.name_variables(*unit);
    if (kind != UnitKind::Module) unit->qualname = generator.qualified_name(*unit);
    generator.units_.push_back(std::move(unit));
}

CodeGenerator::UnitScope::~UnitScope() {
    generator_.spare_units_.push_back(std::move(generator_.units_.back()));
    generator_.units_.pop_back();
}

std::shared_ptr<CompiledCode> CodeGenerator::UnitScope::finish(bool return_none) {
    return generator_.finish_unit(return_none);
}

CodeGenerator::BlockScope::BlockScope(CodeGenerator& generator, FrameBlockKind kind, Label start)
    : unit_(generator.unit()) {
    if (unit_.frame_blocks.size() >= kMaxFrameBlocks)
        throw CompileFault{Diagnostic::syntax("too many statically nested blocks", 0)};
    unit_.frame_blocks.push_back({kind, start});
}

CodeGenerator::BlockScope::~BlockScope() { unit_.frame_blocks.pop_back(); }

CodeGenerator::CodeGenerator(SymbolTable& symbols, FutureFeatures future, std::string_view filename,
                             const CompileOptions& options)
    : symbols_(symbols), future_(future), filename_(keep(filename)), options_(options), guard_(options.limits) {}

/// A copy that lives as long as the code objects.
std::string_view CodeGenerator::keep(std::string_view text) {
    std::string_view copy = texts_->copy(text);
    if (!copy.data()) throw std::bad_alloc();
    return copy;
}

std::vector<std::string_view> CodeGenerator::keep(const NameTable& names) {
    std::vector<std::string_view> copies(names.texts());
    for (std::string_view& text : copies) text = keep(text);
    return copies;
}

/// Fixes the order of local variables, cells and free variables before any code uses them.
void CodeGenerator::name_variables(Unit& unit) {
    for (std::string_view name : unit.block->varnames) unit.emitter.varnames.index_of(name);
    std::vector<std::string_view> cells, frees;
    for (Symbol& symbol : unit.block->symbols) {
        symbol.slot = UINT32_MAX;
        if (symbol.scope == NameScope::Cell) cells.push_back(symbol.name);
        if (symbol.scope == NameScope::Free || (symbol.flags & symbol::kFreeClass)) frees.push_back(symbol.name);
    }
    if (unit.block->needs_class_closure) cells.push_back("__class__");
    if (unit.block->needs_class_dict) cells.push_back("__classdict__");
    std::sort(cells.begin(), cells.end());
    std::sort(frees.begin(), frees.end());
    for (std::string_view name : cells) unit.emitter.cellvars.index_of(name);
    for (std::string_view name : frees) unit.emitter.freevars.index_of(name);
}

/// `__qualname__` of the code object that `inner`, not yet pushed, will become.
std::string CodeGenerator::qualified_name(const Unit& inner) const {
    std::string name(inner.name);
    // Type parameters leave no trace in the names of what they belong to.
    size_t around = units_.size();
    if (around > 0 && units_.back()->kind == UnitKind::Annotation) --around;
    if (around < 2) return name;
    const Unit& parent = *units_[around - 1];
    bool is_definition =
        inner.kind == UnitKind::Function || inner.kind == UnitKind::AsyncFunction || inner.kind == UnitKind::Class;
    if (is_definition &&
        parent.block->scope_of(symbols_.mangle(*parent.block, parent.private_name, inner.name)) ==
            NameScope::GlobalExplicit)
        return name;
    bool has_locals =
        parent.kind == UnitKind::Function || parent.kind == UnitKind::AsyncFunction || parent.kind == UnitKind::Lambda;
    return parent.qualname + (has_locals ? ".<locals>." : ".") + name;
}

uint32_t CodeGenerator::flags_of(const Unit& unit) const {
    const SymbolBlock& block = *unit.block;
    uint32_t flags = 0;
    if (block.kind == BlockKind::Function) {
        flags |= CO_NEWLOCALS | CO_OPTIMIZED;
        if (block.is_nested) flags |= CO_NESTED;
        if (block.is_generator && block.is_coroutine)
            flags |= CO_ASYNC_GENERATOR;
        else if (block.is_generator)
            flags |= CO_GENERATOR;
        else if (block.is_coroutine)
            flags |= CO_COROUTINE;
        if (block.has_varargs) flags |= CO_VARARGS;
        if (block.has_varkeywords) flags |= CO_VARKEYWORDS;
    }
    flags |= static_cast<uint32_t>(unit.posonlyargcount) << kPosOnlyShift & kPosOnlyMask;
    flags |= future_.flags & kFutureMask;
    if (unit.emitter.freevars.size() == 0 && unit.emitter.cellvars.size() == 0) flags |= CO_NOFREE;
    return flags;
}

/// Of each two-byte unit as the assembler writes them.
static std::vector<const ast::Expr*> origins_of_units(const Emitter& emitter) {
    std::vector<const ast::Expr*> units;
    for (size_t i = 0; i < emitter.instructions().size(); ++i) {
        uint32_t arg = emitter.instructions()[i].arg;
        size_t count = arg <= 0xFF ? 1 : arg <= 0xFFFF ? 2 : arg <= 0xFFFFFF ? 3 : 4;
        units.insert(units.end(), count, emitter.origins()[i]);
    }
    return units;
}

std::shared_ptr<CompiledCode> CodeGenerator::finish_unit(bool return_none) {
    Unit& done = unit();
    Emitter& emitter = done.emitter;
    if (!emitter.block_returns()) {
        emitter.split_block();
        if (return_none) load_none();
        emit(Opcode::RETURN_VALUE);
    }
    if (done.firstlineno == 0) {
        int first = emitter.entry_block_empty() ? 0 : emitter.instructions().front().line;
        done.firstlineno = first != 0 ? first : 1;
    }
    AssembledCode assembled = assembler_.assemble(emitter, done.firstlineno);
    auto result = std::make_shared<CompiledCode>();
    result->texts = texts_;
    result->argcount = done.argcount;
    result->kwonlyargcount = done.kwonlyargcount;
    result->nlocals = static_cast<int>(emitter.varnames.size());
    result->stacksize = assembled.stacksize;
    result->flags = flags_of(done);
    result->firstlineno = done.firstlineno;
    result->code = std::move(assembled.code);
    result->lnotab = std::move(assembled.lnotab);
    result->consts = emitter.consts.take();
    result->names = keep(emitter.names);
    result->varnames = keep(emitter.varnames);
    result->freevars = keep(emitter.freevars);
    result->cellvars = keep(emitter.cellvars);
    result->filename = filename_;
    result->name = keep(done.name);
    if (!options_.origins) {
        optimizer_.run(*result);
        return result;
    }
    std::vector<uint32_t> kept;
    std::vector<const ast::Expr*> units = origins_of_units(emitter);
    optimizer_.run(*result, &kept);
    if (!kept.empty()) {
        for (size_t i = 0; i < kept.size(); ++i) units[i] = units[kept[i]];   // kept[i] >= i
        units.resize(kept.size());
    }
    options_.origins->push_back({result, std::move(units)});
    return result;
}

// ---- names

void CodeGenerator::name_operation(std::string_view raw_name, ExprContext context) {
    struct Forms {
        Opcode load, store, del;
    };
    std::string_view name = mangled(raw_name);
    bool in_function = unit().block->kind == BlockKind::Function;
    Forms forms{Opcode::LOAD_NAME, Opcode::STORE_NAME, Opcode::DELETE_NAME};
    const Forms globals{Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::DELETE_GLOBAL};
    Symbol* symbol = unit().block->find(name);
    uint32_t unknown = UINT32_MAX;
    // A name of the block is always used with the same table: looking it up there once is enough.
    uint32_t& slot = symbol ? symbol->slot : unknown;
    const NameScope scope = symbol ? symbol->scope : NameScope::Unknown;
    if (unit().block->sees_class && context == ExprContext::Load && name != "__classdict__" &&
        (scope == NameScope::Free || scope == NameScope::GlobalImplicit))
        return name_by_class(name, scope == NameScope::Free);
    switch (scope) {
        case NameScope::Free:
        case NameScope::Cell:
            forms = {unit().block->kind == BlockKind::Class ? Opcode::LOAD_CLASSDEREF : Opcode::LOAD_DEREF,
                     Opcode::STORE_DEREF, Opcode::DELETE_DEREF};
            if (slot == UINT32_MAX)
                slot = scope == NameScope::Cell
                           ? code().cellvars.index_of(name)
                           : static_cast<uint32_t>(code().cellvars.size()) + code().freevars.index_of(name);
            break;
        case NameScope::Local:
            if (!in_function) break;
            forms = {Opcode::LOAD_FAST, Opcode::STORE_FAST, Opcode::DELETE_FAST};
            if (slot == UINT32_MAX) slot = code().varnames.index_of(name);
            break;
        case NameScope::GlobalImplicit:
            if (in_function) forms = globals;
            break;
        case NameScope::GlobalExplicit: forms = globals; break;
        case NameScope::Unknown: break;
    }
    if (slot == UINT32_MAX) slot = code().names.index_of(name);
    emit(context == ExprContext::Load ? forms.load : context == ExprContext::Del ? forms.del : forms.store, slot);
}

void CodeGenerator::fail(std::string message) {
    uint32_t column = code().column() < 0 ? kColumnBefore : static_cast<uint32_t>(code().column());
    throw CompileFault{Diagnostic::syntax(std::move(message), static_cast<uint32_t>(code().line()), column)};
}

// ---- bodies

bool CodeGenerator::is_docstring(ast::Stmt* stmt) const {
    auto* statement = ast::as<ast::ExprStmt>(stmt);
    if (!statement) return false;
    if (auto* constant = ast::as<ast::Constant>(statement->value))
        return constant->value.kind == ast::ConstantValue::Kind::Str;
    return ast::is<ast::Str>(statement->value);
}

namespace {

bool has_annotation(ast::Seq<ast::Stmt*> body);

bool has_annotation(ast::Stmt* stmt) {
    if (ast::is<ast::AnnAssign>(stmt)) return true;
    if (auto* node = ast::as<ast::For>(stmt)) return has_annotation(node->body) || has_annotation(node->orelse);
    if (auto* node = ast::as<ast::AsyncFor>(stmt)) return has_annotation(node->body) || has_annotation(node->orelse);
    if (auto* node = ast::as<ast::While>(stmt)) return has_annotation(node->body) || has_annotation(node->orelse);
    if (auto* node = ast::as<ast::If>(stmt)) return has_annotation(node->body) || has_annotation(node->orelse);
    if (auto* node = ast::as<ast::With>(stmt)) return has_annotation(node->body);
    if (auto* node = ast::as<ast::AsyncWith>(stmt)) return has_annotation(node->body);
    if (auto* node = ast::as<ast::Match>(stmt)) {
        for (ast::MatchCase* branch : node->cases)
            if (has_annotation(branch->body)) return true;
    }
    auto in_try = [](auto& node) {
        for (ast::ExceptHandler* handler : node.handlers)
            if (has_annotation(handler->body)) return true;
        return has_annotation(node.body) || has_annotation(node.finalbody) || has_annotation(node.orelse);
    };
    if (auto* node = ast::as<ast::Try>(stmt)) return in_try(*node);
    if (auto* node = ast::as<ast::TryStar>(stmt)) return in_try(*node);
    return false;
}

/// Whether the body annotates names itself (not inside functions or classes). As deep as the symbol table's walk, which
/// came before and was guarded.
bool has_annotation(ast::Seq<ast::Stmt*> body) {
    for (ast::Stmt* stmt : body)
        if (has_annotation(stmt)) return true;
    return false;
}

}  // namespace

/// Module and class bodies: `__annotations__` when it is needed, `__doc__`, the statements.
void CodeGenerator::body_with_docstring(ast::Seq<ast::Stmt*> body) {
    if (unit().kind == UnitKind::Module && code().line() == 0 && !body.empty()) code().assume_line(body[0]->line);
    if (has_annotation(body)) emit(Opcode::SETUP_ANNOTATIONS);
    size_t first = 0;
    if (!body.empty() && options_.optimize < 2 && is_docstring(body[0])) {
        expression(static_cast<ast::ExprStmt*>(body[0])->value);
        name_operation("__doc__", ExprContext::Store);
        first = 1;
    }
    for (size_t i = first; i < body.size(); ++i) statement(body[i]);
}

void CodeGenerator::make_closure(const std::shared_ptr<CompiledCode>& function, uint32_t flags,
                                 std::string_view qualname) {
    if (!function->freevars.empty()) {
        for (std::string_view name : function->freevars) {
            const SymbolBlock& block = *unit().block;
            bool of_class = block.kind == BlockKind::Class && ((name == "__class__" && block.needs_class_closure) ||
                                                               (name == "__classdict__" && block.needs_class_dict));
            bool is_cell = of_class || block.scope_of(name) == NameScope::Cell;
            emit(Opcode::LOAD_CLOSURE,
                 is_cell ? code().cellvars.index_of(name)
                         : static_cast<uint32_t>(code().cellvars.size()) + code().freevars.index_of(name));
        }
        flags |= 8;
        emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(function->freevars.size()));
    }
    code().load_const(Constant::code(function));
    load_str(qualname);
    emit(Opcode::MAKE_FUNCTION, flags);
}

std::shared_ptr<CompiledCode> CodeGenerator::generate(ast::Mod& mod) {
    UnitScope scope(*this, UnitKind::Module, mod, "<module>", 0);
    if (auto* module = ast::as<ast::Module>(&mod)) {
        body_with_docstring(module->body);
    } else if (auto* interactive = ast::as<ast::Interactive>(&mod)) {
        if (has_annotation(interactive->body)) emit(Opcode::SETUP_ANNOTATIONS);
        interactive_ = true;
        statements(interactive->body);
    } else if (auto* expression_mod = ast::as<ast::Expression>(&mod)) {
        expression(expression_mod->body);
        return scope.finish(false);
    }
    return scope.finish(true);
}

// ---- entry points

Result<std::shared_ptr<CompiledCode>, Diagnostic> compile(ast::Mod& mod, std::string_view filename,
                                                          const CompileOptions& options) {
    auto with_filename = [filename](Diagnostic diagnostic) {
        diagnostic.filename = filename;
        return diagnostic;
    };
    try {
        FutureFeatures future = find_future_features(mod, options.lang36);
        future.flags |= options.future_flags;
        auto symbols = build_symbol_table(mod, options.limits, (future.flags & CO_FUTURE_ANNOTATIONS) != 0);
        if (!symbols) return krait::fail(with_filename(std::move(symbols.error())));
        return CodeGenerator(*symbols.value(), future, filename, options).generate(mod);
    } catch (CompileFault& fault) {
        return krait::fail(with_filename(std::move(fault.diagnostic)));
    } catch (const std::bad_alloc&) {
        return krait::fail(Diagnostic::of(DiagnosticKind::MemoryError, ""));
    }
}

Result<std::shared_ptr<CompiledCode>, Diagnostic> compile_source(std::string_view utf8, std::string_view filename,
                                                                 CompileMode mode, const CompileOptions& options) {
    ast::ParseOptions parse_options;
    parse_options.mode = mode == CompileMode::Exec     ? ast::Mode::Module
                         : mode == CompileMode::Single ? ast::Mode::Interactive
                                                       : ast::Mode::Expression;
    parse_options.lang36 = options.lang36;
    parse_options.barry_as_flufl = (options.future_flags & CO_FUTURE_BARRY_AS_BDFL) != 0;
    auto parsed = ast::parse_text(utf8, filename, parse_options);
    if (!parsed) return parsed.take_failure();
    return compile(*parsed->root(), filename, options);
}

Result<uint32_t, Diagnostic> future_flags_of(ast::Mod& mod, bool lang36) {
    try {
        return find_future_features(mod, lang36).flags;
    } catch (CompileFault& fault) {
        return krait::fail(std::move(fault.diagnostic));
    }
}

}  // namespace krait
