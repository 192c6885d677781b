// Slow paths of the evaluation loop, by theme: what a handler calls when its fast path does not apply.
// All run with frame->ip saved. Values returned are owned; ERROR or false: an exception is pending.
#pragma once

#include "compiler/compiled_code.h"
#include "vm/interp/frame.h"
#include "vm/object/iterator_objects.h"
#include "vm/protocol/protocol.h"
#include "vm/translate/internal.h"

namespace krait {

// Entry of a key in a dict whose keys are all str (null: not there): a small table is searched for the very object
// first.
KRAIT_NOINLINE DictEntry* find_str_entry_slow(DictObject* d, StrObject* key);
KRAIT_INLINE DictEntry* find_str_entry(DictObject* d, StrObject* key) {
    DictKeysBlock* keys = d->keys;
    if (KRAIT_LIKELY(keys->index_width == 1)) {
        size_t places = size_t{1} << keys->log2_size, mask = places - 1;
        const int8_t* table = static_cast<const int8_t*>(keys->index());
        DictEntry* entries = reinterpret_cast<DictEntry*>(reinterpret_cast<char*>(keys + 1) + places);
        uint64_t hash = key->hash;
        size_t place = hash & mask;
        int8_t i = table[place];
        if (KRAIT_LIKELY(i >= 0 && entries[i].key == Value::object(key))) return &entries[i];
        i = table[(place * 5 + (hash >> 5) + 1) & mask];   // Probe's second place
        if (KRAIT_LIKELY(i >= 0 && entries[i].key == Value::object(key))) return &entries[i];
    }
    return find_str_entry_slow(d, key);
}

// --- eval.cpp / eval_wide.cpp: run from a boundary frame until it returns. Owned result, EXHAUSTED for a generator
// frame that returned (the value is in frame->extra's generator... see generator.cpp), or ERROR.
Value run_narrow(Thread&, Frame*);
Value run_wide(Thread&, Frame*);
inline Value run_frame(Thread& t, Frame* f) { return f->tc->wide ? run_wide(t, f) : run_narrow(t, f); }

// --- unwind.cpp
// Exception pending in *frame at frame->ip (index `at`). True: a handler in *frame, *target is its instruction index.
// False: the boundary frame was popped. Reraise: without a traceback entry for this frame; Leave: also without asking
// its handlers or telling anybody (a trace function failed when the frame was about to return).
enum class UnwindMode : uint8_t { Raise, Reraise, Leave };
bool unwind(Thread&, Frame** frame, uint32_t at, size_t ins_size, UnwindMode mode, uint32_t* target);
void drop_registers(Value* first, Value* last);             // top down, leaves UNBOUND
void detach_frame_object(Thread&, Frame*);                  // moves locals into the FrameObject before they are dropped
void pop_frame_slow(Thread&, Frame*);                       // flags, extra, locals, object: everything but registers
// Python code may not be entered any deeper: RecursionError. True when `window` fits and the depth allows a frame.
bool frame_fits(Thread&, const Value* window, const TranslatedCode*);
// Registers below `end` may be used; else RecursionError.
bool registers_fit(Thread&, const Value* end);
// Arguments of a call that will not happen; the pending exception stays.
KRAIT_COLD void drop_window(Thread&, Value* window, size_t count);

// --- op_call.cpp
enum class CallOutcome : uint8_t { Done, Entered, Error };
// Generic call of R[base](R[base+1..]): `values` of them, the last ones named by kwnames. Done: the result is in
// R[base], arguments are dead. Entered: a frame was pushed (t.frame), the loop continues in it.
CallOutcome op_call(Thread&, Frame*, Value* base, size_t values, TupleObject* kwnames);
// The same of a pair in base[0], base[1].
CallOutcome op_call_method(Thread&, Frame*, Value* base, size_t values, TupleObject* kwnames);
CallOutcome op_call_ex(Thread&, Frame*, Value* base, bool has_kwargs);
std::string callable_description(Thread&, Value);          // "f()" or "X object" for messages about a callable
// cache->index of a native whose slots cannot be the argument registers: keyword parameters lie between its positional
// ones and *args.
constexpr uint32_t kApartSlots = UINT32_MAX;
// Chooses a specialised CALL/CALLM form for what is about to be called; INS_COUNT: none.
unsigned specialise_call(Thread&, const Frame*, const Value* base, size_t nargs, bool method, InlineCache*);
// The same for calls with keywords: fills the cache with the parameters that the names stand for.
unsigned specialise_keywords(Thread&, const Frame*, const Value* base, size_t values, TupleObject* names, bool method,
                             InlineCache*);
constexpr size_t kMaxMappedKeywords = 8;   // one byte each in InlineCache::word
inline uint32_t keywords_key(Value names) { return static_cast<uint32_t>(names.bits >> 4); }
// CALL_SUPER: does the frame's __class__ cell hold the class of this version?
KRAIT_INLINE bool super_starts_at(const Thread& t, const Frame* f, uint32_t class_version) {
    const TupleObject* names = f->code->freevars;
    const Value* free = f->R + f->tc->first_temp - names->size;
    uint32_t i = 0;
    while (i < names->size && names->items[i] != Value::object(t.interp.names.dunder_class)) ++i;
    if (KRAIT_UNLIKELY(i == names->size)) return false;
    Value cls = free[i].as<CellObject>()->contents;
    return is_kind(cls, Kind::Type) && cls.as<TypeObject>()->version == class_version;
}
// Pushes a frame for `function` whose arguments are bound in window[0..bound). False: exception pending and the
// window's values were dropped.
bool push_python_frame(Thread&, FunctionObject*, Value* window, size_t bound, Value locals = Value::unbound());
bool setup_cells(Thread&, FunctionObject*, Value* window);
// Translates if needed and sets code->fast_argc.
bool prepare_code(Thread&, CodeObject*);
// Generator, coroutine or async generator object from bound arguments (moved out of the window).
Ref make_generator(Thread&, FunctionObject*, Value* window);
Value op_make_function(Thread&, Frame*, Value* first, unsigned flags);   // takes the values out of first[...]

// --- bind_python.cpp: arguments of a Python function into window[0..total_args) in place. The window holds
// `positional` owned values, then one per name of kwnames. Afterwards every slot is owned or UNBOUND; on failure too.
bool bind_python_arguments(Thread&, FunctionObject*, Value* window, size_t positional, TupleObject* kwnames);
// The same from a call with * and **: `self` (or UNBOUND), a tuple and a dict (or null) with str keys. The window is
// dead.
bool bind_python_unpacked(Thread&, FunctionObject*, Value* window, Value self, TupleObject* positional,
                          DictObject* keywords);
// Keywords whose parameters are known (byte k of `map`). On failure the window's values were dropped.
bool bind_mapped_keywords(Thread&, FunctionObject*, Value* window, size_t positional, size_t keywords, uint64_t map);

// --- op_names.cpp
Value op_load_global(Thread&, Frame*, StrObject* name, InlineCache*, unsigned* new_op);
Value op_load_name(Thread&, Frame*, StrObject* name, InlineCache*, unsigned* new_op);
bool op_store_name(Thread&, Frame*, StrObject* name, Value, InlineCache*, unsigned* new_op);
bool op_delete_name(Thread&, Frame*, StrObject* name);
bool op_store_global(Thread&, Frame*, StrObject* name, Value);
bool op_delete_global(Thread&, Frame*, StrObject* name);
void raise_unbound_local(Thread&, Frame*, uint32_t index);
Value op_load_deref(Thread&, Frame*, uint32_t cell_register);          // unbound cell: raises
Value op_load_class_deref(Thread&, Frame*, uint32_t cell_register);
bool op_delete_deref(Thread&, Frame*, uint32_t cell_register);
bool op_setup_annotations(Thread&, Frame*);
bool op_store_annotation(Thread&, Frame*, StrObject* name, Value);

// --- inline_cache.cpp: the generic forms, which also specialise (*new_op, INS_COUNT: leave as it is)
Value op_load_attribute(Thread&, Value object, StrObject* name, bool temporary, InlineCache*, unsigned* new_op);
bool op_store_attribute(Thread&, Value object, StrObject* name, Value value, bool temporary, InlineCache*,
                        unsigned* new_op);
// out[0] = function, out[1] = self (both owned) or UNBOUND.
bool op_load_method(Thread&, Value object, StrObject* name, InlineCache*, Value* out, unsigned* new_op);
Value op_load_property(Thread&, Value object, InlineCache*);

// --- op_arith.cpp
int op_compare(Thread&, CompareOp, Value a, Value b);  // 1, 0, -1 error; knows floats and str
Value op_subscript(Thread&, Value container, Value key);
bool op_store_subscript(Thread&, Value container, Value key, Value value);

// --- op_build.cpp: take what they consume out of first[0..n)
Value op_build_tuple(Thread&, Value* first, size_t n);
Value op_build_list(Thread&, Value* first, size_t n);
Value op_build_set(Thread&, Value* first, size_t n);
Value op_build_map(Thread&, Value* first, size_t pairs);
Value op_build_const_key_map(Thread&, Value* first, size_t n);
Value op_build_string(Thread&, Value* first, size_t n);
Value op_build_slice(Thread&, Value* first, size_t n);
Value op_build_tuple_unpack(Thread&, Value* first, size_t n, Value function_or_unbound);
Value op_build_list_unpack(Thread&, Value* first, size_t n);
Value op_build_set_unpack(Thread&, Value* first, size_t n);
Value op_build_map_unpack(Thread&, Value* first, size_t n, Value function_or_unbound);
bool op_list_append(Thread&, Value list, Value item);
bool op_set_add(Thread&, Value set, Value item);
bool op_map_add(Thread&, Value map, Value key, Value value);
bool op_unpack(Thread&, Value iterable, Value* out, size_t n);      // item i to out[n-1-i], owned; out is dead before
bool op_unpack_ex(Thread&, Value iterable, Value* out, unsigned counts);
Value op_format(Thread&, Value* first, unsigned flags);
bool op_print_expression(Thread&, Value);
Value op_load_typing(Thread&, StrObject* name);
Value op_import_name(Thread&, Frame*, StrObject* name, Value level, Value fromlist);
Value op_import_from(Thread&, Value module, StrObject* name);
bool op_import_star(Thread&, Frame*, Value module);

// --- op_match.cpp
Value op_match(Thread&, Value* subject, unsigned step);                      // MatchStep
Value op_match_class(Thread&, Value* first, size_t positional);              // subject, class, names: consumed
bool op_rotate(Thread&, Value* first, size_t n);

// --- op_exception.cpp
void op_raise(Thread&, Value exception, Value cause_or_unbound);
bool op_raise_again(Thread&);   // `raise`: true, the exception goes on as it was, without context or traceback entry
int op_exception_match(Thread&, Value exception, Value classes);             // 1, 0, -1
// except*: `state` is the list [exception, what no clause handled yet, exceptions that clauses raised...].
Value op_except_star_match(Thread&, Value state, Value classes);             // the part handled now, or None
// What is to be raised in the end, without a new traceback entry: pending with true. Null when nothing is left.
enum class StarOutcome : uint8_t { Done, Raise, Error };
StarOutcome op_except_star_end(Thread&, Value state);
bool op_setup_with(Thread&, Value* manager, bool async);                     // manager[0], manager[1]
Value op_with_exit(Thread&, Value exit, const Value* composite);
// Python functions for both: the instruction enters them itself. Arguments stand behind manager[1] and result[0].
// Null: the general form has to do it (or an exception is pending).
FunctionObject* op_setup_with_python(Thread&, Frame*, Value* manager);
FunctionObject* op_with_exit_python(Thread&, Frame*, Value* result, Value* exit, const Value* composite);
bool op_with_test(Thread&, Value result, Value* composite);                  // does not consume `result`

// --- generator.cpp, async_generator.cpp
// `for` over a generator without leaving the loop: its frame pushed (kFrameGenerator, no boundary), the value None
// sent. Null: exception pending. generator_finish: after its RET.
Frame* generator_enter(Thread&, GeneratorObject*);
void generator_finish(Thread&, GeneratorObject*);
// Suspended in `yield from`, so that the delegate must be asked, or observed: the general path does it.
bool generator_needs_resume(const Thread&, const GeneratorObject*);
// An exception left a generator frame that was iterated in the loop. True: it was the end of the iteration.
bool generator_frame_unwound(Thread&, GeneratorObject*);
Value op_get_yield_from_iter(Thread&, Frame*, Value);
Value op_get_awaitable(Thread&, Value);
Value op_get_aiter(Thread&, Value);
Value op_get_anext(Thread&, Value);
// One step of `yield from`: sends `value` (None: next) to the delegate. Owned item to yield; EXHAUSTED: *result has the
// delegate's return value (owned); ERROR.
Value op_yield_from(Thread&, Value delegate, Value value, Value* result);
// A value leaves an async generator by `yield`: wrapped so that anext() can tell it from an await. Owned.
Value op_async_gen_wrap(Thread&, Value value);
// A generator frame ended with the pending exception: StopIteration inside becomes RuntimeError where PEP 479 says so.
void generator_body_failed(Thread&, GeneratorObject*);

}  // namespace krait
