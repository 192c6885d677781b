// The walk over the tree that emits instructions, shared by the compile_*.cpp files. Private to the compiler.
//
// One Unit per code object under construction; units nest as scopes do. RAII types push and pop: nobody has to
// remember. Faults are thrown as CompileFault and caught in compile().
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/assembler.h"
#include "compiler/compiled_code.h"
#include "compiler/compiler.h"
#include "compiler/emitter.h"
#include "compiler/future.h"
#include "compiler/nesting_guard.h"
#include "compiler/peephole.h"
#include "compiler/symtable.h"
#include "parser/ast.h"

namespace krait {

enum class UnitKind : uint8_t { Module, Class, Function, AsyncFunction, Lambda, Comprehension, Annotation };
enum class ComprehensionKind : uint8_t { Generator, List, Set, Dict };

/// Blocks of the frame's block stack, as far as `break` and `continue` must know them.
enum class FrameBlockKind : uint8_t { Loop, Except, ExceptStar, FinallyTry, FinallyEnd };
struct FrameBlock {
    FrameBlockKind kind;
    Label start;
};

struct Unit {
    UnitKind kind = UnitKind::Module;
    SymbolBlock* block = nullptr;
    std::string_view name;
    std::string qualname;
    std::string_view private_name;  // the class whose names are private here
    int firstlineno = 0;            // 0: the line of the first instruction
    int argcount = 0;
    int kwonlyargcount = 0;
    int posonlyargcount = 0;
    Emitter emitter;
    std::vector<FrameBlock> frame_blocks;

    /// As new, but with the room it had.
    void clear();
};

class CodeGenerator {
  public:
    CodeGenerator(SymbolTable& symbols, FutureFeatures future, std::string_view filename,
                  const CompileOptions& options);

    std::shared_ptr<CompiledCode> generate(ast::Mod& mod);

  private:
    friend class PatternCompiler;   // compile_match.cpp

    /// A new innermost Unit for the length of a C++ scope; finish() makes its code object.
    class UnitScope {
      public:
        UnitScope(CodeGenerator& generator, UnitKind kind, const ast::Node& node, std::string_view name, int line)
            : UnitScope(generator, kind, generator.symbols_.block_of(node), name, line) {}
        UnitScope(CodeGenerator& generator, UnitKind kind, SymbolBlock& block, std::string_view name, int line);
        ~UnitScope();
        UnitScope(const UnitScope&) = delete;
        UnitScope& operator=(const UnitScope&) = delete;
        std::shared_ptr<CompiledCode> finish(bool return_none);

      private:
        CodeGenerator& generator_;
    };
    /// An entry of the block stack for the length of a C++ scope.
    class BlockScope {
      public:
        BlockScope(CodeGenerator& generator, FrameBlockKind kind, Label start);
        ~BlockScope();
        BlockScope(const BlockScope&) = delete;
        BlockScope& operator=(const BlockScope&) = delete;

      private:
        Unit& unit_;
    };

    // ---- compiler.cpp: units, names, constants
    Unit& unit() { return *units_.back(); }
    Emitter& code() { return units_.back()->emitter; }
    void emit(Opcode op, uint32_t arg = 0) { code().emit(op, arg); }
    void load_none() { code().load_const(Constant::none()); }
    void load_str(std::string_view text) { code().load_str(text); }
    std::string_view mangled(std::string_view name) {
        return symbols_.mangle(*unit().block, unit().private_name, name);
    }
    void name_operation(std::string_view name, ast::ExprContext context);
    /// An instruction with a (mangled) name that is not looked up in the scope: attributes, imports.
    void emit_attribute(Opcode op, std::string_view name) { emit(op, code().names.index_of(mangled(name))); }
    void emit_name(Opcode op, std::string_view name) { emit(op, code().names.index_of(name)); }
    [[noreturn]] void fail(std::string message);
    void body_with_docstring(ast::Seq<ast::Stmt*> body);
    std::string qualified_name(const Unit& unit) const;
    void name_variables(Unit& unit);
    std::string_view keep(std::string_view text);
    std::vector<std::string_view> keep(const NameTable& names);
    std::shared_ptr<CompiledCode> finish_unit(bool return_none);
    uint32_t flags_of(const Unit& unit) const;
    void make_closure(const std::shared_ptr<CompiledCode>& function, uint32_t flags, std::string_view qualname);
    /// `value` is what an awaitable is made of: leaves its result.
    void await_top();
    bool is_docstring(ast::Stmt* stmt) const;

    // ---- compile_stmt.cpp
    void statement(ast::Stmt* node);
    void statements(ast::Seq<ast::Stmt*> body);
    void on(ast::Return& node);
    void on(ast::Delete& node);
    void on(ast::Assign& node);
    void on(ast::AugAssign& node);
    void on(ast::AnnAssign& node);
    void on(ast::For& node);
    void on(ast::While& node);
    void on(ast::If& node);
    void on(ast::Raise& node);
    void on(ast::Assert& node);
    void on(ast::Global&) {}
    void on(ast::Nonlocal&) {}
    void on(ast::ExprStmt& node);
    void on(ast::Pass&) {}
    void on(ast::Break& node);
    void on(ast::Continue& node);
    void discard(ast::Expr* node);
    void discard_slice_parts(ast::SliceNode& node);

    // ---- compile_import.cpp
    void on(ast::Import& node);
    void on(ast::ImportFrom& node);
    void bind_import_as(std::string_view name, std::string_view asname);

    // ---- compile_try.cpp
    void on(ast::Try& node);
    void on(ast::With& node);
    void on(ast::TryStar& node);
    template <class TryNode>
    void any_try(TryNode& node);
    template <class TryNode>
    void try_finally(TryNode& node);
    void guarded_body(ast::Seq<ast::Stmt*> inside, Label orelse);
    void try_except(ast::Try& node);
    void except_handler(ast::ExceptHandler& handler, Label end);
    void handler_with_name(ast::ExceptHandler& handler);
    void with_name_removed(std::string_view name, ast::Seq<ast::Stmt*> body, bool in_handler);
    void with_item(ast::With& node, size_t index);

    // ---- compile_match.cpp
    void on(ast::Match& node);

    // ---- compile_try_star.cpp
    void try_except(ast::TryStar& node);
    void except_star_handler(ast::ExceptHandler& handler);
    void refuse_leaving_except_star(bool function);

    // ---- compile_async.cpp
    void on(ast::AsyncFor& node);
    void on(ast::AsyncWith& node);
    void async_with_item(ast::AsyncWith& node, size_t index);
    void async_next(ast::Expr* target, Label start, Label exhausted);
    void on(ast::Await& node);
    void on(ast::Yield& node);
    void on(ast::YieldFrom& node);

    // ---- compile_function.cpp
    void on(ast::FunctionDef& node);
    void on(ast::AsyncFunctionDef& node);
    void on(ast::Lambda& node);
    template <class Def>
    void function(Def& node, UnitKind kind);
    template <class Def>
    void function_object(Def& node, UnitKind kind, uint32_t flags);
    void count_parameters(const ast::Arguments& args);
    uint32_t default_arguments(ast::Arguments& args);
    bool keyword_defaults(ast::Arguments& args);
    void annotation(ast::Expr* node);
    bool annotations(ast::Arguments& args, ast::Expr* returns);

    // ---- compile_class.cpp
    void on(ast::ClassDef& node);
    std::shared_ptr<CompiledCode> class_body(ast::ClassDef& node);
    void class_object(ast::ClassDef& node);

    // ---- compile_type.cpp
    void on(ast::TypeAlias& node);
    void alias_object(ast::TypeAlias& node, std::string_view name);
    /// A function that binds the type parameters, and its call. `definition` emits the rest of it and leaves what it
    /// returns; `defaults` values on the stack are its arguments.
    void with_type_parameters(const ast::Seq<ast::TypeParam*>& params, std::string_view name, const ast::Stmt& node,
                              uint32_t defaults, const std::function<void()>& definition);
    /// A function of the runtime's own for types (module _krait_generics).
    void typing(std::string_view function) { emit_name(Opcode::LOAD_TYPING, function); }
    void type_parameters(ast::Seq<ast::TypeParam*> params);
    void type_parameter(ast::TypeVar& node);
    void type_parameter(ast::ParamSpec& node);
    void type_parameter(ast::TypeVarTuple& node);
    void late_default(ast::Expr*& node, std::string_view name, bool starred = false);
    void late(ast::Expr*& node, std::string_view name, UnitKind kind, int line, bool starred = false);
    void name_by_class(std::string_view name, bool free);

    // ---- compile_comprehension.cpp
    void on(ast::ListComp& node);
    void on(ast::SetComp& node);
    void on(ast::DictComp& node);
    void on(ast::GeneratorExp& node);
    struct ComprehensionParts {
        ComprehensionKind kind;
        ast::Seq<ast::Comprehension*> generators;
        ast::Expr* element;
        ast::Expr* value;  // of a dict
    };
    void comprehension(ast::Expr& node, std::string_view name, const ComprehensionParts& parts);
    void comprehension_loop(const ComprehensionParts& parts, size_t index);
    void sync_comprehension_loop(const ComprehensionParts& parts, size_t index);
    void async_comprehension_loop(const ComprehensionParts& parts, size_t index);
    void comprehension_inner(const ComprehensionParts& parts, size_t index, Label skip);
    void comprehension_element(const ComprehensionParts& parts);

    // ---- compile_call.cpp
    void on(ast::Call& node);
    /// `last`: name of a variable that is one more positional argument; empty: none.
    void call(uint32_t already, ast::Seq<ast::Expr*> args, ast::Seq<ast::Keyword*> keywords,
              std::string_view last = {});
    void call_with_unpacking(uint32_t already, ast::Seq<ast::Expr*> args, ast::Seq<ast::Keyword*> keywords,
                             std::string_view last);
    void keyword_group(ast::Seq<ast::Keyword*> keywords, size_t begin, size_t end);

    // ---- compile_expr.cpp
    void expression(ast::Expr* node);
    void expression_of_origin(ast::Expr* node);
    void expressions(ast::Seq<ast::Expr*> items);
    void on(ast::BoolOp& node);
    void on(ast::BinOp& node);
    void on(ast::UnaryOp& node);
    void on(ast::NamedExpr& node);
    void on(ast::IfExp& node);
    void on(ast::Dict& node);
    void on(ast::Set& node);
    void on(ast::Compare& node);
    void on(ast::Num& node);
    void on(ast::Str& node);
    void on(ast::FormattedValue& node);
    void on(ast::JoinedStr& node);
    void on(ast::Bytes& node);
    void on(ast::NameConstant& node);
    void on(ast::Ellipsis& node);
    void on(ast::Constant& node);
    void on(ast::Attribute& node);
    void on(ast::Subscript& node);
    void on(ast::Starred& node);
    void on(ast::Name& node);
    void on(ast::List& node);
    void on(ast::Tuple& node);
    void attribute(ast::Attribute& node, ast::ExprContext context);
    void subscript(ast::Subscript& node, ast::ExprContext context);
    void slice_value(ast::SliceNode& node, ast::ExprContext context);
    void slice_dimensions(ast::Seq<ast::SliceNode*> dims, ast::ExprContext context);
    void dict_group(ast::Dict& node, size_t begin, size_t end);
    void display(ast::Seq<ast::Expr*> items, Opcode build, Opcode build_part, Opcode unpack);
    void unpack_targets(ast::Seq<ast::Expr*> targets);
    /// The constant a literal (or `__debug__`) stands for; false for other nodes.
    bool literal_constant(ast::Expr* node, Constant* out) const;
    /// 1 or 0 for tests known while compiling, else -1.
    int constant_truth(ast::Expr* node) const;

    SymbolTable& symbols_;
    FutureFeatures future_;
    std::shared_ptr<Arena> texts_ = std::make_shared<Arena>();
    std::string_view filename_;
    const CompileOptions& options_;
    NestingGuard guard_;
    bool interactive_ = false;
    std::vector<std::unique_ptr<Unit>> units_;
    std::vector<std::unique_ptr<Unit>> spare_units_;
    Assembler assembler_;
    PeepholeOptimizer optimizer_;
};

/// The number of a literal as a constant. Throws CompileFault when the poll says no.
Constant number_constant(const ast::NumberValue& number, const Poll* poll = nullptr);

/// The value of a Constant node. Likewise.
Constant data_constant(const ast::ConstantValue& value, const Poll* poll = nullptr);

/// Limit of the frame's block stack.
inline constexpr size_t kMaxFrameBlocks = 20;

}  // namespace krait
