// The node classes of module _ast, one set per interpreter, and the two ways between them and the parser's tree.
//
// Every class comes from a row of parser/ast.def. Instances are ordinary objects: their fields are attributes.
#pragma once

#include <memory>

#include "parser/ast_actions.h"
#include "vm/object/dict_object.h"

namespace krait {

enum class AstEnum : uint8_t { ExprContext, BoolOperator, Operator, UnaryOperator, CompareOperator, Count };
enum class AstSum : uint8_t { Mod, Stmt, Expr, Slice, Handler, Pattern, TypeParam, Count };
constexpr size_t kAstMaxFields = 8, kAstMaxValues = 16;
constexpr size_t kAstNodeCount = 0
#define MOD(Class, python_name, fields) +1
#define STMT MOD
#define EXPR MOD
#define SLICE MOD
#define HANDLER MOD
#define PATTERN MOD
#define TYPE_PARAM MOD
#define PRODUCT MOD
#define POSITIONED_PRODUCT MOD
#include "parser/ast.def"
    ;

struct AstTypes {
    TypeObject* base = nullptr;                                    // _ast.AST; all owned
    // mod stmt expr slice excepthandler pattern type_param
    TypeObject* sums[static_cast<size_t>(AstSum::Count)] = {};
    TypeObject* nodes[kAstNodeCount] = {};                         // by ast::NodeKind
    StrObject* fields[kAstNodeCount][kAstMaxFields] = {};          // names, interned
    StrObject *lineno = nullptr, *col_offset = nullptr, *fields_name = nullptr;
    TypeObject* enums[static_cast<size_t>(AstEnum::Count)] = {};   // expr_context boolop operator unaryop cmpop
    TypeObject* values[static_cast<size_t>(AstEnum::Count)][kAstMaxValues] = {};
    Object* singletons[static_cast<size_t>(AstEnum::Count)][kAstMaxValues] = {};
};

// Makes the classes at the first call. Null: failed.
AstTypes* ast_types(Thread&);
// "_ast.AST" or the class's own name, as messages have it.
const char* ast_type_name(Thread&, Value node);
bool is_ast_node(Thread&, Value);   // an instance of _ast.AST
// An instance without attributes.
Ref ast_node_new(Thread&, TypeObject*);

// The parser's tree as objects.
Ref ast_to_objects(Thread&, const ast::Node&);
// A tree of objects as the compiler wants it: TypeError, ValueError with CPython 3.6's words when it is wrong.
// mode: 0 exec (Module), 1 eval (Expression), 2 single (Interactive).
Fallible<std::unique_ptr<ast::ParsedModule>> ast_from_objects(Thread&, Value node, int mode, std::string filename);
// What the types of the fields leave open: contexts, empty lists, values of constants (ast_validate.cpp).
Status ast_validate(Thread&, ast::Mod&);

}  // namespace krait
