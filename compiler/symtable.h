// Symbol tables: which names each scope binds, and where every name lives at run time.
//
// Built in two passes over the tree: the first collects bindings and uses per scope, the second resolves every name to
// local, global, free or cell. Faults are CPython 3.6's, with message and position. Knows nothing of bytecode.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/nesting_guard.h"
#include "parser/ast.h"
#include "support/diagnostic.h"
#include "support/result.h"
#include "support/text_table.h"

namespace krait {

enum class BlockKind : uint8_t { Function, Class, Module };

/// Scopes of PEP 695: functions without a name of their own that hold type parameters or evaluate one expression late.
enum class AnnotationScope : uint8_t { None, TypeParameters, TypeVariable, TypeAlias };

/// Where a name of a block lives. The numbers are those of the module `symtable`.
enum class NameScope : uint8_t { Unknown = 0, Local = 1, GlobalExplicit = 2, GlobalImplicit = 3, Free = 4, Cell = 5 };

/// How a name occurs in a block; the numbers are those of the module `symtable`.
namespace symbol {
inline constexpr uint32_t kGlobal = 1;
inline constexpr uint32_t kLocal = 2;
inline constexpr uint32_t kParam = 4;
inline constexpr uint32_t kNonlocal = 8;
inline constexpr uint32_t kUse = 16;
inline constexpr uint32_t kFree = 32;
inline constexpr uint32_t kFreeClass = 64;  // free in a method while bound or global in the class
inline constexpr uint32_t kImport = 128;
inline constexpr uint32_t kAnnotated = 256;
inline constexpr uint32_t kTypeParam = 1024;
inline constexpr uint32_t kBound = kLocal | kParam | kImport;
}  // namespace symbol

struct Symbol {
    std::string_view name;  // mangled
    uint32_t flags = 0;     // bits of namespace symbol
    NameScope scope = NameScope::Unknown;
    bool iterates = false;  // the variable of a comprehension's `for`
    /// What the code generator found for it: its index among the names or variables of the block's code.
    uint32_t slot = UINT32_MAX;
};

/// One scope: the module, a class body, a function, a lambda, a comprehension or an annotation scope.
class SymbolBlock {
  public:
    BlockKind kind = BlockKind::Module;
    AnnotationScope annotation = AnnotationScope::None;  // then the kind is Function
    std::string_view name;
    int line = 0;
    int column = 0;
    bool is_nested = false;  // inside a function
    bool has_free = false;   // some name is free or unresolved in a nested block
    bool child_has_free = false;
    bool is_generator = false;
    bool is_coroutine = false;
    bool is_comprehension = false;
    bool has_varargs = false;
    bool has_varkeywords = false;
    bool returns_value = false;
    bool needs_class_closure = false;        // a method uses __class__ or super
    bool needs_class_dict = false;           // annotation scopes in the class look names up in its namespace
    bool sees_class = false;                 // such a scope
    bool mangles_parameters_only = false;    // around a generic class: other names than its type parameters stay
    const char* purpose = nullptr;           // of AnnotationScope::TypeVariable: "a TypeVar bound"
    std::vector<std::string_view> private_parameters;  // of mangles_parameters_only, as they are written
    std::vector<Symbol> symbols;             // in the order of first occurrence
    std::vector<std::string_view> varnames;  // parameters
    std::vector<SymbolBlock*> children;

    struct Directive {
        std::string_view name;
        int line;
        int column;
    };
    std::vector<Directive> directives;  // global and nonlocal statements

    const Symbol* find(std::string_view symbol_name) const;
    Symbol* find(std::string_view symbol_name);
    Symbol& find_or_add(std::string_view symbol_name);
    NameScope scope_of(std::string_view symbol_name) const;

  private:
    TextTable index_;
};

/// The blocks of one module. Names point into the tree or into the table: both must stay alive together.
class SymbolTable {
  public:
    SymbolTable() = default;
    SymbolTable(const SymbolTable&) = delete;
    SymbolTable& operator=(const SymbolTable&) = delete;

    SymbolBlock& top() const { return *top_; }
    /// The block a FunctionDef, ClassDef, Lambda, comprehension or Mod opens.
    SymbolBlock& block_of(const ast::Node& node) const { return *blocks_by_node_.at(&node); }
    /// An annotation scope: of type parameters, by the place of their list; of a bound, default or alias, by that of
    /// the pointer to its expression.
    SymbolBlock& block_at(const void* place) const { return *blocks_by_node_.at(place); }
    /// `name` as seen inside the class `private_name` (empty: outside classes). The view lives as long as the table.
    std::string_view mangle(std::string_view private_name, std::string_view name);
    /// The same in a block.
    std::string_view mangle(const SymbolBlock& block, std::string_view private_name, std::string_view name);

  private:
    friend class SymbolCollector;

    SymbolBlock* top_ = nullptr;
    std::vector<std::unique_ptr<SymbolBlock>> blocks_;
    std::unordered_map<const void*, SymbolBlock*> blocks_by_node_;
    std::unordered_map<std::string, std::string_view> mangled_;
    std::deque<std::string> storage_;
};

/// `name` with a leading class name when it is private ("__x" in class C becomes "_C__x").
std::string mangle_name(std::string_view private_name, std::string_view name);

/// Builds and resolves the table of a whole tree. text_annotations: annotations are not evaluated (PEP 563).
Result<std::unique_ptr<SymbolTable>, Diagnostic> build_symbol_table(ast::Mod& mod, const NestingLimits& limits,
                                                                    bool text_annotations = false);

}  // namespace krait
