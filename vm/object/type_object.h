// TypeObject: one per class per interpreter. Slots are what the VM calls; dunder attributes and slots are kept in step
// by vm/object/slots.cpp (table slots.def), the MRO by mro.cpp, lookups and versions by attribute.cpp.
#pragma once

#include <span>

#include "vm/object/ref.h"

namespace krait {

struct DictObject;
struct StrObject;
struct TupleObject;
struct SharedKeys;
struct MethodDef;
struct GetSetDef;
struct MemberDef;
struct KwNames;
class Visitor;

enum class CompareOp : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };   // 3.6's COMPARE_OP numbers
enum class BinaryOp : uint8_t {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
    Divmod,
    Count
};
enum class UnaryOp : uint8_t { Negative, Positive, Invert };

// Positional and keyword arguments of a call: `args[0..nargs)` positional, then one value per name in `kwnames`
// (a tuple of exact str, or null). All borrowed for the call.
struct CallArgs {
    const Value* args;
    size_t nargs;
    TupleObject* kwnames;   // may be null
};

using UnaryFn = Value (*)(Thread&, Value);                        // owned result or ERROR, for all of these
using BinaryFn = Value (*)(Thread&, Value, Value);
using TernaryFn = Value (*)(Thread&, Value, Value, Value);        // pow(a, b, None): third is None
using CompareFn = Value (*)(Thread&, Value, Value, CompareOp);    // may be NotImplemented
using LengthFn = int64_t (*)(Thread&, Value);                     // -1: ERROR
using BoolFn = int (*)(Thread&, Value);                           // 1, 0, -1 ERROR
using ContainsFn = int (*)(Thread&, Value container, Value item);
using HashFn = int64_t (*)(Thread&, Value);                       // -1: ERROR (no hash is -1)
using CallFn = Value (*)(Thread&, Value callee, const CallArgs&);
using NewFn = Value (*)(Thread&, TypeObject*, const CallArgs&);
using InitFn = int (*)(Thread&, Value self, const CallArgs&);     // 0, -1 ERROR
using GetAttrFn = Value (*)(Thread&, Value self, StrObject* name);
using SetAttrFn = int (*)(Thread&, Value self, StrObject* name, Value value_or_unbound);   // UNBOUND deletes
using DescrGetFn = Value (*)(Thread&, Value descr, Value instance_or_unbound, Value owner_or_unbound);
using DescrSetFn = int (*)(Thread&, Value descr, Value instance, Value value_or_unbound);
using SetItemFn = int (*)(Thread&, Value self, Value key, Value value_or_unbound);
using IndexItemFn = Value (*)(Thread&, Value self, int64_t index);             // sq_item, negative already adjusted
using RepeatFn = Value (*)(Thread&, Value self, int64_t count);
using DeallocFn = void (*)(Interpreter&, Object*);                // drop what is owned, then free_object()
using TraverseFn = void (*)(Object*, Visitor&);                   // visitor.visit(Value) for every owned Value
using ClearFn = void (*)(Interpreter&, Object*);                  // drop what can form cycles
using FinalizeFn = void (*)(Thread&, Value);                      // __del__; pending exception saved by the caller
using NextFn = Value (*)(Thread&, Value);                         // owned item, EXHAUSTED, or ERROR

struct BufferInfo;
using BufferFn = int (*)(Thread&, Value self, BufferInfo* out);   // 0, -1 ERROR

// Behaviour of a type. Null = not there (inherited slots are copied at type creation).
struct Slots {
    DeallocFn dealloc = nullptr;
    TraverseFn traverse = nullptr;    // null: cannot take part in cycles
    ClearFn clear = nullptr;
    FinalizeFn finalize = nullptr;

    UnaryFn repr = nullptr;
    UnaryFn str = nullptr;
    HashFn hash = nullptr;            // hash_not_implemented: unhashable (vm/protocol/compare.h)
    CompareFn compare = nullptr;
    CallFn call = nullptr;
    GetAttrFn getattr = nullptr;      // generic_get_attribute unless overridden
    SetAttrFn setattr = nullptr;
    UnaryFn iter = nullptr;
    NextFn next = nullptr;            // EXHAUSTED at the end, StopIteration objects only from Python code
    DescrGetFn descr_get = nullptr;
    DescrSetFn descr_set = nullptr;
    NewFn new_ = nullptr;
    InitFn init = nullptr;

    BinaryFn binary[static_cast<size_t>(BinaryOp::Count)] = {};    // called for either operand side; Power: see power
    BinaryFn inplace[static_cast<size_t>(BinaryOp::Count)] = {};
    TernaryFn power = nullptr;        // three-argument form; binary[Power] is unused where this is set
    UnaryFn negative = nullptr, positive = nullptr, invert = nullptr, absolute = nullptr;
    UnaryFn as_int = nullptr, as_float = nullptr, index = nullptr;
    BoolFn truth = nullptr;

    LengthFn length = nullptr;        // __len__ (mapping and sequence)
    BinaryFn get_item = nullptr;      // __getitem__ (mapping form; sequences handle ints and slices in it)
    SetItemFn set_item = nullptr;     // __setitem__ / __delitem__ (UNBOUND)
    ContainsFn contains = nullptr;
    BinaryFn concat = nullptr;        // sequence + : tried after the number slots, as CPython's sq_concat
    RepeatFn repeat = nullptr;        // sequence * int
    BinaryFn inplace_concat = nullptr;

    UnaryFn await = nullptr, aiter = nullptr, anext = nullptr;
    BufferFn buffer = nullptr;        // bytes of the object for get_buffer() (vm/object/buffer.h); found along __base__
};

enum TypeFlag : uint32_t {
    kTypeHeap = 1,      // made by `class` or type(); attributes may be set
    kTypeBase = 2,      // may be subclassed
    kTypeAbstract = 4,  // __abstractmethods__ not empty
    kTypeGc = 8,        // instances live in GC pages
    kTypeHasDict = 16,  // instances have a __dict__
    kTypeInline = 32,   // instances use the Instance layout with inline values
    kTypeHasDel = 64,   // slots.finalize set from Python's __del__
    kTypeListSubclass = 1 << 10,
    kTypeTupleSubclass = 1 << 11,
    kTypeIntSubclass = 1 << 12,
    kTypeStrSubclass = 1 << 13,
    kTypeBytesSubclass = 1 << 14,
    kTypeDictSubclass = 1 << 15,
    kTypeExceptionSubclass = 1 << 16,
    kTypeTypeSubclass = 1 << 17,
    kTypeWatched = 1u << 31,       // reserved for code that depends on this type
    kTypeVarSized = 1 << 18,       // item data inline: the trailer's place depends on the object's length
    kTypeHasWeakrefs = 1 << 19,    // instances can be weakly referenced
    kTypeCustomGetattr = 1 << 20,  // Python __getattribute__ or __getattr__ somewhere in the MRO
    kTypeCustomSetattr = 1 << 21,
    kTypeUncacheable = 1 << 22,  // MRO made by a Python mro(): never gets a version
    kTypeReady = 1 << 23,        // a preallocated built-in type whose spec has been read
    // 1 << 24 and 1 << 25: vm/object/pattern_flags.h
    kTypeInheritsGetattr = 1 << 26,  // a spec's: __getattribute__ is not on the type's own, as in CPython
};

// Constant description of a built-in type: what builtins/types/<name>_type.cpp and native modules hand over.
struct TypeSpec {
    const char* name;                 // "list", or "collections.deque": text before the last dot is __module__
    const char* doc = nullptr;
    uint32_t basic_size;              // of instances, header included; var-sized: without items
    uint32_t flags = kTypeBase;       // TypeFlag; kTypeGc whenever slots.traverse is set
    Slots slots = {};
    std::span<const MethodDef> methods = {};      // vm/native/method_def.h
    std::span<const GetSetDef> getsets = {};
    std::span<const MemberDef> members = {};
    const char* new_signature = nullptr;          // "(iterable=(), /)": text for __text_signature__
};

struct TypeObject : Object {
    Slots slots;
    StrObject* name;          // __name__ (owned); qualname below
    StrObject* qualname;
    TypeObject* base;         // __base__ (owned; null for object)
    TupleObject* bases;
    TupleObject* mro;
    DictObject* dict;         // attributes (owned); mutate only through type_set_attribute()
    uint32_t version;         // 0 = unassigned: caches may not be filled; fresh number from interp.next_version
    uint32_t type_flags;
    uint32_t basic_size;      // bytes before the trailer
    uint16_t slot_count;      // __slots__ members of this class and its bases, first Values of the trailer
    Kind layout;              // nearest built-in whose layout instances have (ObjectType for plain instances)
    Kind instance_kind;       // Object::kind of instances: `layout` for built-in types themselves, else Other
    SharedKeys* shared_keys;  // inline instances only
    void* native;             // free for native modules and the embedding layer
    // ListObject (owned) of addresses of direct subclasses, not counted; null: none (subclasses.cpp).
    Object* subclasses;
    const TypeSpec* spec;     // null for classes made by Python
    Interpreter* interp;
    StrObject* module_name;   // cached __module__ of built-in types, may be null
    char* utf8_name;          // heap buffer: name in UTF-8 when it is not ASCII, else null
};

inline TypeObject* type_of_object(const Object* o) { return o->type; }
inline bool has_flag(const TypeObject* t, uint32_t f) { return (t->type_flags & f) != 0; }

// --- mro.cpp / type_object.cpp
// For a Kind (exact_kind) the shell that Interpreter::start() made is filled in and its one reference returned.
RefTo<TypeObject> type_from_spec(Interpreter&, Thread&, const TypeSpec&, TypeObject* base,
                                 Kind exact_kind = Kind::Other);
// class statement / type(name, bases, ns): full semantics (metaclass already chosen): layout, __slots__, __set_name__,
// __init_subclass__(kwargs), __classcell__, __qualname__, docs.
Ref type_new(Thread&, TypeObject* metatype, StrObject* name, TupleObject* bases, DictObject* ns,
             const CallArgs& kwargs);
// TypeError "metaclass conflict: ...".
Fallible<TypeObject*> calculate_metaclass(Thread&, TypeObject* metatype, TupleObject* bases);
Status compute_mro(Thread&, TypeObject*);
bool is_subtype(const TypeObject* a, const TypeObject* b);            // by MRO, never runs Python code
const char* type_name(const TypeObject*);                            // UTF-8 of __name__, valid while the type lives

// --- attribute.cpp
Value type_lookup_nocall(TypeObject*, StrObject* name);               // along the MRO; borrowed, or UNBOUND
uint32_t type_version(Interpreter&, TypeObject*);                     // assigns one if possible; 0: do not cache
void type_modified(TypeObject*);                                      // version = 0 here and in all subclasses
Status type_set_attribute(Thread&, TypeObject*, StrObject* name, Value value_or_unbound);
Value generic_get_attribute(Thread&, Value self, StrObject* name);    // slots of `object`
int generic_set_attribute(Thread&, Value self, StrObject* name, Value value_or_unbound);

}  // namespace krait
