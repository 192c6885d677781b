// Layouts of the objects that the VM itself creates. Every layout's functions stand in vm/object/<name>_object.cpp;
// Python-visible methods in builtins/types/<name>_type.cpp. All `*_new` return an owned object or fail with
// MemoryError.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "support/bigint.h"
#include "vm/memory/heap.h"
#include "vm/object/type_object.h"

namespace krait {

struct StrObject;
struct CodeObject;
struct FunctionObject;
struct FrameObject;
struct GeneratorObject;

// ------------------------------------------------------------------------------------------------ numbers
struct FloatObject : Object {   // |x| >= 2^512, inf, nan, and instances of float subclasses
    double value;
};
// Outside the immediate range, and instances of int subclasses. Few words lie in the object itself, which then is as
// long as it must be (subclasses: two words at most, so that what follows has a fixed place); more stay in a BigInt.
struct IntObject : Object {   // aux = count of words | kNegative, or kBoxed
    static constexpr uint16_t kNegative = 0x8000, kBoxed = 0x7fff;
    static constexpr size_t kFixedWords = 2;
    alignas(BigInt) unsigned char storage[sizeof(BigInt)];
    bool boxed() const { return aux == kBoxed; }
    const BigInt& big() const { return *reinterpret_cast<const BigInt*>(storage); }
    BigInt& big() { return *reinterpret_cast<BigInt*>(storage); }
    bool negative() const { return boxed() ? big().is_negative() : (aux & kNegative) != 0; }
    std::span<const uint64_t> words() const {   // not boxed
        return {reinterpret_cast<const uint64_t*>(storage), static_cast<size_t>(aux & ~kNegative)};
    }
};
static_assert(sizeof(BigInt) >= IntObject::kFixedWords * sizeof(uint64_t));
struct ComplexObject : Object {
    double real, imag;
};

// ------------------------------------------------------------------------------------------------ tuple, list
struct TupleObject : Object {
    uint32_t size;
    uint32_t reserved;
    Value items[1];
};
struct ListObject : Object {
    uint32_t size;
    uint32_t capacity;
    Value* items;               // heap.allocate_buffer
};

// ------------------------------------------------------------------------------------------------ others
struct RangeObject : Object {
    Value start, stop, step, length;   // ints of any size
};
struct SliceObject : Object {
    Value start, stop, step;
};
struct CellObject : Object {
    Value contents;             // UNBOUND: empty
};
struct BoundMethodObject : Object {
    Value function, self;
};
struct ModuleObject : Object {
    DictObject* dict;           // never null after creation
    void* state;                // native module state, freed by `free_state`
    void (*free_state)(Interpreter&, void*);
};
struct MappingProxyObject : Object {
    Value mapping;
};
struct PropertyObject : Object {
    Value fget, fset, fdel, doc;   // UNBOUND where absent
    bool doc_from_getter;
    DictObject* dict;
};
struct StaticMethodObject : Object {   // also classmethod
    Value callable;
    DictObject* dict;
};
struct SuperObject : Object {
    TypeObject* super_type;
    Value self;
    TypeObject* self_type;
};

struct FunctionObject : Object {
    CodeObject* code;
    DictObject* globals;
    Value builtins;             // dict (owned) in which LOADG looks after globals
    uint32_t version;           // bumped when code, defaults or kwdefaults change; caches compare it
    uint32_t reserved;
    Value defaults;             // tuple or UNBOUND
    Value kwdefaults;           // dict or UNBOUND
    Value closure;              // tuple of cells or UNBOUND
    Value name, qualname, module, doc, annotations;   // UNBOUND where absent
    DictObject* dict;           // or null
};

struct TracebackObject : Object {
    TracebackObject* next;      // towards the frame where the exception was raised (tb_next)
    FrameObject* frame;
    int32_t lasti;              // 3.6 byte offset
    int32_t line;
};

struct ExceptionObject : Object {
    TupleObject* args;
    Value traceback;            // TracebackObject or None
    Value context, cause;       // exception or None
    bool suppress_context;
    DictObject* dict;           // null until asked for
    Value fields[6];            // named members of the built-in exception classes (exception_types.def), UNBOUND: unset
};

// Plain instance of a class made by Python whose base layout is `object`.
// Inline values: slot i holds the attribute whose name is shared_keys->names[i]; exactly the slots [0, count) are
// bound, in insertion order. Anything irregular (other order, deletion, __dict__ asked for) materialises `dict` and
// sets count = 0, so `index < count` is the whole guard of an attribute cache.
struct InstanceObject : Object {   // aux = count | capacity << 8
    DictObject* dict;
    Value slots[1];
    uint8_t count() const { return static_cast<uint8_t>(aux); }
    uint8_t capacity() const { return static_cast<uint8_t>(aux >> 8); }
};
constexpr size_t kMaxSharedKeys = 62;
struct SharedKeys {
    uint32_t count;
    StrObject* names[kMaxSharedKeys];   // owned, interned, append-only
};

// ------------------------------------------------------------------------------------------------ construction
Ref make_int(Thread&, int64_t);
Ref make_int_u64(Thread&, uint64_t);
Ref make_int(Thread&, BigInt&&);               // canonicalises
Ref make_float(Thread&, double);
Ref make_complex(Thread&, double real, double imag);
RefTo<TupleObject> tuple_new(Thread&, size_t size);               // items UNBOUND: fill before anything can see it
RefTo<TupleObject> tuple_from(Thread&, const Value* items, size_t n);   // borrows and increfs
RefTo<TupleObject> tuple_pack(Thread&, std::initializer_list<Value> items);
RefTo<ListObject> list_new(Thread&, size_t capacity = 0);
RefTo<ListObject> list_from(Thread&, const Value* items, size_t n);
Status list_append(Thread&, ListObject*, Value);
Status list_reserve(Thread&, ListObject*, size_t capacity);       // grows geometrically as needed
RefTo<ModuleObject> module_new(Thread&, StrObject* name);
Ref cell_new(Thread&, Value contents);
Ref bound_method_new(Thread&, Value function, Value self);
Ref slice_new(Thread&, Value start, Value stop, Value step);
Ref range_new(Thread&, int64_t start, int64_t stop, int64_t step);
Ref mapping_proxy_new(Thread&, Value mapping);
RefTo<FunctionObject> function_new(Thread&, CodeObject*, DictObject* globals, Value qualname_or_unbound);

// ------------------------------------------------------------------------------------------------ instances
Ref instance_new(Thread&, TypeObject*);                 // for kTypeInline types
Fallible<DictObject*> instance_dict(Thread&, Object*);    // materialises; null when the type has no __dict__
// Every `new` of a layout that may be subclassed allocates instance_size() bytes and calls instance_init_trailer() once
// the fields that give the object's length are set. allocate_instance() does both for layouts without inline items.
size_t instance_size(const TypeObject*, size_t item_bytes = 0);   // item_bytes: beyond basic_size, inline items or text
void instance_init_trailer(Object*);
Value* object_trailer(Object*);                         // __slots__ Values, then the DictObject* (as bits, 0: none yet)
DictObject** object_dict_slot(Object*);                 // where a non-inline object keeps its dict; null: has none
// Index in shared keys or -1; `add` appends (and bumps versions when the name shadows a class attribute).
int shared_key_index(const SharedKeys*, StrObject* name);
int shared_key_add(Interpreter&, TypeObject*, StrObject* name);
void instance_clear_values(Interpreter&, Object*);      // drop slots, trailer and dict
void instance_visit_values(Object*, Visitor&);

template <class T>
T* allocate_instance(Thread& t, TypeObject* type) {   // null: MemoryError; fill the fields next, then gc_track()
    size_t size = instance_size(type);
    if (size < sizeof(T)) size = sizeof(T);   // while the interpreter starts: the type's spec has not been read
    T* object = reinterpret_cast<T*>(allocate_object(t, type, size));
    if (object) instance_init_trailer(object);
    return object;
}

// ------------------------------------------------------------------------------------------------ kind tests
Interpreter& interpreter_of_type(const TypeObject*);
TypeObject* type_of(Thread&, Value);                    // immediates included (thread.h has the inline form)
inline bool layout_is(Value v, Kind k) { return v.is_object() && v.as_object()->type->layout == k; }
// Exact or subclass: the value has this layout (safe downcast).
inline ListObject* as_list(Value v) { return layout_is(v, Kind::List) ? v.as<ListObject>() : nullptr; }
inline TupleObject* as_tuple(Value v) { return layout_is(v, Kind::Tuple) ? v.as<TupleObject>() : nullptr; }
inline DictObject* as_dict(Value v) { return layout_is(v, Kind::Dict) ? v.as<DictObject>() : nullptr; }
inline StrObject* as_str(Value v) { return layout_is(v, Kind::Str) ? v.as<StrObject>() : nullptr; }
inline TypeObject* as_type(Value v) { return layout_is(v, Kind::Type) ? v.as<TypeObject>() : nullptr; }
inline ExceptionObject* as_exception(Value v) {
    return layout_is(v, Kind::BaseException) ? v.as<ExceptionObject>() : nullptr;
}
// int in any form: immediate, bool, BigInt, int subclass.
bool is_int_like(Value v);
// Integer value of an int-like Value as BigInt (cheap for immediates).
BigInt int_to_bigint(Value v);
Fallible<int64_t> int_to_i64(Thread&, Value int_like, const char* overflow_message);   // OverflowError
bool is_float_like(Value v);                            // immediate, boxed, subclass
double float_value(Value float_like);

}  // namespace krait
