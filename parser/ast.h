// The syntax tree: what the parser hands to the compiler. All classes come from the rows of ast.def.
//
// Nodes are plain structs in an arena (ParsedModule owns it); nothing in them has a destructor. Names, field names and
// field order are those of Python 3.6's module `ast`, except where C++ needs another word: the statement node `Expr` is
// ExprStmt here, and the sums are Mod, Stmt, Expr, SliceNode, Handler, Pattern and TypeParam.
// The tree knows nothing of scopes, bytecode or runtime objects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "lexer/literal.h"

namespace krait::ast {

/// One interned identifier. Two identifiers of the same module are equal exactly when their addresses are.
struct IdentifierText {
    std::string_view text;
};

/// A name in the source: UTF-8, NFKC-normalised, interned per module, so that equality is pointer equality.
class Identifier {
  public:
    constexpr Identifier() = default;
    constexpr explicit Identifier(const IdentifierText* text) : text_(text) {}

    constexpr explicit operator bool() const { return text_ != nullptr; }
    constexpr std::string_view view() const { return text_ ? text_->text : std::string_view{}; }
    constexpr operator std::string_view() const { return view(); }
    /// The address that identifies the name within its module; usable as a hash key.
    constexpr const IdentifierText* key() const { return text_; }

    friend constexpr bool operator==(Identifier a, Identifier b) { return a.text_ == b.text_; }
    friend constexpr bool operator==(Identifier a, std::string_view b) { return a.text_ && a.text_->text == b; }

  private:
    const IdentifierText* text_ = nullptr;
};

/// A sequence in the arena: pointer and count.
template <class T>
class Seq {
  public:
    constexpr Seq() = default;
    constexpr Seq(T* items, std::size_t count) : items_(items), count_(static_cast<std::uint32_t>(count)) {}

    constexpr std::size_t size() const { return count_; }
    constexpr bool empty() const { return count_ == 0; }
    constexpr T& operator[](std::size_t i) const { return items_[i]; }
    constexpr T& front() const { return items_[0]; }
    constexpr T& back() const { return items_[count_ - 1]; }
    constexpr T* begin() const { return items_; }
    constexpr T* end() const { return items_ + count_; }

  private:
    T* items_ = nullptr;
    std::uint32_t count_ = 0;
};

/// Value of an OPTIONAL_INTEGER field that is None.
inline constexpr int kNoInteger = INT32_MIN;

enum class Singleton : std::uint8_t { None, True, False };

/// A numeric literal: int64, digits of a larger int, double, or the double of an imaginary one.
using NumberValue = NumberLiteral;

/// A str literal: UTF-8, where a lone surrogate U+D800..U+DFFF (from an escape) is encoded as three bytes.
struct StringValue {
    std::string_view text;
    bool has_surrogates = false;
};

/// A bytes literal: the raw bytes.
struct BytesValue {
    std::string_view bytes;
};

/// The value of a Constant node. The parser never makes one; programs that build trees may.
struct ConstantValue {
    enum class Kind : std::uint8_t { None, True, False, Ellipsis, Number, Complex, Str, Bytes, Tuple, FrozenSet };
    Kind kind = Kind::None;
    NumberValue number;              ///< Kind::Number; for Complex its imaginary part
    double complex_real = 0;         ///< Kind::Complex
    StringValue str;
    BytesValue bytes;
    Seq<ConstantValue> items;        ///< Kind::Tuple, Kind::FrozenSet
};

enum class NodeKind : std::uint8_t {
#define MOD(Class, python_name, fields) Class,
#define STMT MOD
#define EXPR MOD
#define SLICE MOD
#define HANDLER MOD
#define PATTERN MOD
#define TYPE_PARAM MOD
#define PRODUCT MOD
#define POSITIONED_PRODUCT MOD
#include "parser/ast.def"
};

#define ENUMERATION(Class, python_name, values) enum class Class : std::uint8_t { values };
#define VALUE(Name) Name,
#include "parser/ast.def"

struct Node {
    NodeKind kind;
};

/// A node with `lineno` (from 1) and `col_offset` (from 0, in UTF-8 bytes).
struct PositionedNode : Node {
    int line = 0;
    int column = 0;
};

struct Mod : Node {};
struct Stmt : PositionedNode {};
struct Expr : PositionedNode {};
struct SliceNode : Node {};
struct Handler : PositionedNode {};
struct Pattern : PositionedNode {};
struct TypeParam : PositionedNode {};

#define MOD(Class, python_name, fields) struct Class;
#define STMT MOD
#define EXPR MOD
#define SLICE MOD
#define HANDLER MOD
#define PATTERN MOD
#define TYPE_PARAM MOD
#define PRODUCT MOD
#define POSITIONED_PRODUCT MOD
#include "parser/ast.def"

#define KRAIT_AST_CLASS(Class, Base, fields)                   \
    struct Class : Base {                                      \
        static constexpr NodeKind kKind = NodeKind::Class;     \
        constexpr Class() : Base() { this->kind = kKind; }     \
        fields                                                 \
    };
#define MOD(Class, python_name, fields) KRAIT_AST_CLASS(Class, Mod, fields)
#define STMT(Class, python_name, fields) KRAIT_AST_CLASS(Class, Stmt, fields)
#define EXPR(Class, python_name, fields) KRAIT_AST_CLASS(Class, Expr, fields)
#define SLICE(Class, python_name, fields) KRAIT_AST_CLASS(Class, SliceNode, fields)
#define HANDLER(Class, python_name, fields) KRAIT_AST_CLASS(Class, Handler, fields)
#define PATTERN(Class, python_name, fields) KRAIT_AST_CLASS(Class, Pattern, fields)
#define TYPE_PARAM(Class, python_name, fields) KRAIT_AST_CLASS(Class, TypeParam, fields)
#define PRODUCT(Class, python_name, fields) KRAIT_AST_CLASS(Class, Node, fields)
#define POSITIONED_PRODUCT(Class, python_name, fields) KRAIT_AST_CLASS(Class, PositionedNode, fields)
#define CHILD(Class, name) Class* name = nullptr;
#define OPTIONAL(Class, name) Class* name = nullptr;
#define SEQUENCE(Class, name) Seq<Class*> name;
#define LATER_SEQUENCE SEQUENCE
#define GAP_SEQUENCE(Class, name) Seq<Class*> name;
#define CHOICE(Class, name) Class name{};
#define CHOICES(Class, name) Seq<Class> name;
#define IDENTIFIER(name) Identifier name;
#define OPTIONAL_IDENTIFIER(name) Identifier name;
#define IDENTIFIERS(name) Seq<Identifier> name;
#define INTEGER(name) int name = 0;
#define OPTIONAL_INTEGER(name) int name = kNoInteger;
#define DATA(Class, name) Class name;
#include "parser/ast.def"
#undef KRAIT_AST_CLASS

/// `node` as a T*, or null when it is another kind of node (or null).
template <class T, class Base>
constexpr T* as(Base* node) {
    return node && node->kind == T::kKind ? static_cast<T*>(node) : nullptr;
}

/// Whether `node` is a T.
template <class T, class Base>
constexpr bool is(const Base* node) {
    return node && node->kind == T::kKind;
}

/// The node's class name in Python (`FunctionDef`, `arg`).
std::string_view python_name(NodeKind kind);

}  // namespace krait::ast

template <>
struct std::hash<krait::ast::Identifier> {
    std::size_t operator()(krait::ast::Identifier id) const noexcept {
        return std::hash<const void*>{}(id.key());
    }
};
