// What operations mean, independent of who asks: the loop, natives and the embedding layer all come through here.
// All may run Python code unless suffixed _nocall. Results are owned.
#pragma once

#include "support/hash.h"
#include "vm/error/raise.h"

namespace krait {

// --- attributes (vm/protocol/attribute.cpp)
Ref get_attribute(Thread&, Value object, StrObject* name);              // AttributeError when absent
Ref lookup_attribute(Thread&, Value object, StrObject* name);           // UNBOUND when absent: no exception is made
Status set_attribute(Thread&, Value object, StrObject* name, Value value);
Status delete_attribute(Thread&, Value object, StrObject* name);
Ref lookup_special(Thread&, Value object, StrObject* dunder);           // on the type, bound; UNBOUND when absent
// Method for a call `object.name(...)` without making a bound method: *self_out is `object` (borrowed) when the result
// is to be called with it as first argument, UNBOUND when the result is to be called as it is.
Ref get_method(Thread&, Value object, StrObject* name, Value* self_out);

// --- calls (vm/protocol/call.cpp)
Ref call(Thread&, Value callable, const CallArgs&);
Ref call(Thread&, Value callable);
Ref call(Thread&, Value callable, Value a);
Ref call(Thread&, Value callable, Value a, Value b);
Ref call(Thread&, Value callable, Value a, Value b, Value c);
Ref call_method(Thread&, Value object, StrObject* name, std::initializer_list<Value> args = {});
// Calls type(object).dunder(object, args...): UNBOUND when the type has none.
Ref call_special(Thread&, Value object, StrObject* dunder, std::initializer_list<Value> args = {});
Ref call_with_dict(Thread&, Value callable, TupleObject* args, DictObject* kwargs_or_null);
bool is_callable(Thread&, Value);

// --- numbers (vm/protocol/number.cpp)
Ref binary_operation(Thread&, BinaryOp, Value, Value);                  // with reflected and concat/repeat fallbacks
Ref inplace_operation(Thread&, BinaryOp, Value, Value);
Ref power(Thread&, Value base, Value exponent, Value modulus_or_none);
Ref unary_operation(Thread&, UnaryOp, Value);
Ref absolute(Thread&, Value);
Fallible<bool> is_true(Thread&, Value);
Ref as_index(Thread&, Value);                                           // __index__: int (immediate or BigInt)
// "cannot fit 'int' into an index-sized integer"
Fallible<int64_t> index_to_i64(Thread&, Value, Exc overflow = Exc::IndexError);
Fallible<int64_t> index_clamped(Thread&, Value);                        // for slices: clamps to int64_t
Ref to_int(Thread&, Value);                                             // int(x) for one argument
Ref to_float(Thread&, Value);                                           // float(x)
Fallible<double> to_double(Thread&, Value);                             // "must be real number, not X"
Ref int_from_text(Thread&, StrObject* text, unsigned base);             // "invalid literal for int() with base 10: 'x'"
Ref float_from_text(Thread&, StrObject* text);

// --- comparison, hash, truth (vm/protocol/compare.cpp)
Ref rich_compare(Thread&, Value, Value, CompareOp);                     // any object
Fallible<bool> compare_bool(Thread&, Value, Value, CompareOp);
Fallible<bool> equal(Thread&, Value, Value);                            // identity first, as containers do
Fallible<uint64_t> hash_of(Thread&, Value);                             // TypeError "unhashable type: 'list'"
int64_t hash_not_implemented(Thread&, Value);                           // slot of unhashable types
uint64_t hash_float(double);
uint64_t hash_bytes(const Interpreter&, const void* data, size_t n);    // keyed
uint64_t hash_pointer(const void*);

// --- containers (vm/protocol/container.cpp)
Fallible<int64_t> length_of(Thread&, Value);
Fallible<int64_t> length_hint(Thread&, Value, int64_t fallback);
Ref get_item(Thread&, Value container, Value key);
Status set_item(Thread&, Value container, Value key, Value value);
Status delete_item(Thread&, Value container, Value key);
Fallible<bool> contains(Thread&, Value container, Value item);
// slice.indices for a sequence of `length`: start, stop, step adjusted, count of items.
struct SliceRange {
    int64_t start, stop, step, count;
};
Fallible<SliceRange> slice_adjust(Thread&, Value slice, int64_t length);
// The slice with its parts converted by __index__ (user code), so that slice_adjust() runs none: take the length after
// it.
Ref slice_plain(Thread&, Value slice);

// --- iteration (vm/protocol/iterate.cpp)
Ref get_iterator(Thread&, Value);                                       // "'int' object is not iterable"
Ref iterator_next(Thread&, Value iterator);                             // EXHAUSTED at the end
RefTo<ListObject> to_list(Thread&, Value iterable);                     // a new list
RefTo<TupleObject> to_tuple(Thread&, Value iterable);                   // the same object for an exact tuple
RefTo<TupleObject> list_to_tuple(Thread&, ListObject*);
// `for (Iteration it(t, iterable); it.next();) use(it.item())`, then `if (it.failed()) return Failed{};`
class Iteration {
  public:
    Iteration(Thread& t, Value iterable)
        : thread_(t), iterator_(get_iterator(t, iterable)), failed_(iterator_.failed()) {}
    bool next() {
        if (failed_) return false;
        item_ = iterator_next(thread_, iterator_);
        if (item_.failed()) failed_ = true;
        return !failed_ && !item_.get().is_exhausted();
    }
    Value item() const { return item_; }
    Ref take_item() { return std::move(item_); }
    bool failed() const { return failed_; }

  private:
    Thread& thread_;
    Ref iterator_, item_;
    bool failed_;
};

// --- text (vm/protocol/format_repr.cpp)
RefTo<StrObject> repr(Thread&, Value);                                  // str object guaranteed
RefTo<StrObject> str_of(Thread&, Value);
RefTo<StrObject> ascii_of(Thread&, Value);
Ref format_value(Thread&, Value, StrObject* spec_or_null);              // format(x, spec)
std::string repr_utf8(Thread&, Value);                                  // for messages; "?" and no exception on failure
// Marks a container as being printed: true when it already is (cycle).
class ReprGuard {
  public:
    ReprGuard(Thread&, Value container);
    ~ReprGuard();
    bool active_before() const { return active_; }

  private:
    Thread& thread_;
    Value container_;
    bool active_;
    ReprGuard* outer_;
};

// --- classes
Fallible<bool> is_instance(Thread&, Value object, Value class_or_tuple);    // __instancecheck__, tuples
Fallible<bool> is_subclass(Thread&, Value cls, Value class_or_tuple);
bool is_instance_nocall(Value object, const TypeObject*);

// --- import (vm/runtime/import.cpp)
Ref import_module(Thread&, std::string_view name);                      // borrowed from sys.modules, owned result
Ref import_name(Thread&, StrObject* name, Value globals, Value locals, Value fromlist, int64_t level);  // __import__
// __spec__ the import system's own search would give the module (parent's __path__ or None); None: not found.
Ref find_module_spec(Thread&, StrObject* name, Value path_or_none);
// sys attribute; UNBOUND when missing.
Ref sys_get(Thread&, std::string_view name);
Status sys_set(Thread&, std::string_view name, Value value);

}  // namespace krait
