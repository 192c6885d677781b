// An interpreter's life: start() in dependency order, finalise() in CPython's order, and the end of every byte.
//
// Start. Strings need the type `str`, types need names: so start() first makes a bare TypeObject ("shell") for every
// built-in type, just good enough to allocate instances, then the shared strings and names, then the layer above
// fills the shells through hooks.register_types (type_from_spec() finds the shell of a kind in interp.types).
//
// End. finalise() runs everything that may still run Python code: atexit functions, flushing, sys.modules taken apart,
// collections. After it no Python code runs: the destructor drops what the interpreter owns, then takes all types
// apart while their structures still stand (the slots are needed to destroy the rest), and frees these last.
#include "vm/runtime/interpreter.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "vm/error/raise.h"
#include "vm/interp/tracing.h"
#include "vm/memory/collector.h"
#include "vm/memory/destroy_queue.h"
#include "vm/memory/heap_check.h"
#include "vm/memory/weakref.h"
#include "vm/object/layouts.h"
#include "vm/object/type_functions.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/gate.h"
#include "vm/runtime/host.h"
#include "vm/runtime/intern.h"
#include "vm/runtime/thread.h"

namespace krait {

void str_dealloc(Interpreter&, Object*);
void tuple_dealloc(Interpreter&, Object*);
void dict_dealloc(Interpreter&, Object*);

namespace {

constexpr size_t kRegisterStackBytes = size_t{64} << 20;   // address space, committed as it is used
constexpr size_t kMinRegisterStackBytes = size_t{1} << 20;
constexpr size_t kFrameCount = 200000;
constexpr size_t kMinFrameCount = 4000;

struct KindRow {
    Kind base;
    bool subclassable;
};
constexpr KindRow kKindRows[] = {
    {Kind::Other, false},
#define KRAIT_TYPE(kind, name, base, flags) {Kind::base, (flags) != 0},
#include "vm/runtime/builtin_types.def"
#undef KRAIT_TYPE
};

// Types whose instances refer to nothing: their cells stay out of the collector's pages.
bool is_leaf(Kind k) {
    constexpr Kind kLeaves[] = {Kind::None, Kind::NotImplemented, Kind::Ellipsis, Kind::Int, Kind::Bool, Kind::Float,
                                Kind::Complex, Kind::Str, Kind::Bytes, Kind::ByteArray};
    return std::find(std::begin(kLeaves), std::end(kLeaves), k) != std::end(kLeaves);
}

// Room for instances made before the spec of their type is read: descriptors, lists of subclasses.
uint32_t instance_size_before_spec(Kind k) {
    constexpr uint32_t kAnyDescriptor = 128;
    switch (k) {
        case Kind::Str: return kStrHeaderSize;
        case Kind::Tuple: return sizeof(TupleObject) - sizeof(Value);
        case Kind::Dict: return sizeof(DictObject);
        case Kind::List: return sizeof(ListObject);
        default: return kAnyDescriptor;
    }
}

TypeObject* make_shell(Interpreter& interp, Kind kind) {
    void* memory = interp.heap.allocate_cell(sizeof(TypeObject), true);
    if (!memory) return nullptr;
    std::memset(memory, 0, sizeof(TypeObject));
    auto* type = static_cast<TypeObject*>(memory);
    type->refcount = 1;
    type->kind = Kind::Type;
    type->flags = sizeof(TypeObject) > kMaxCell ? kLarge : 0;
    type->interp = &interp;
    type->layout = type->instance_kind = kind;
    type->basic_size = instance_size_before_spec(kind);
    if (!is_leaf(kind)) type->type_flags |= kTypeGc;
    if (kKindRows[static_cast<size_t>(kind)].subclassable) type->type_flags |= kTypeBase;
    return type;
}

bool make_shells(Interpreter& interp) {
    for (size_t i = 1; i < kKindCount; ++i) {
        interp.types[i] = make_shell(interp, static_cast<Kind>(i));
        if (!interp.types[i]) {
            // Without the type `type` nothing may be destroyed the usual way.
            while (--i > 0) interp.heap.free_object_memory(std::exchange(interp.types[i], nullptr));
            return false;
        }
    }
    for (size_t i = 1; i < kKindCount; ++i) interp.types[i]->type = interp.type(Kind::Type);
    interp.type(Kind::Str)->slots.dealloc = str_dealloc;
    interp.type(Kind::Tuple)->slots.dealloc = tuple_dealloc;
    interp.type(Kind::Dict)->slots.dealloc = dict_dealloc;
    for (TypeObject*& t : interp.immediate_types) t = interp.type(Kind::ObjectType);
    const std::pair<Value, Kind> immediates[] = {
        {Value::none(), Kind::None},       {Value::false_value(), Kind::Bool},
        {Value::true_value(), Kind::Bool}, {Value::not_implemented(), Kind::NotImplemented},
        {Value::ellipsis(), Kind::Ellipsis}};
    for (auto [value, kind] : immediates) interp.immediate_types[value.special_index()] = interp.type(kind);
    return true;
}

bool make_shared_strings(Interpreter& interp, Thread& t) {
    RefTo<StrObject> empty = str_new_uninitialised(t, 0, 0);
    if (!empty) return false;
    interp.empty_str = empty.release();
    if (!intern(t, interp.empty_str)) return false;
    for (int c = 0; c < 128; ++c) {
        RefTo<StrObject> text = str_new_uninitialised(t, 1, static_cast<char32_t>(c));
        if (!text) return false;
        text->data[0] = static_cast<char>(c);
        interp.single_chars[c] = text.release();
        if (!intern(t, interp.single_chars[c])) return false;
    }
    return true;
}

bool make_names(Interpreter& interp, Thread& t) {
#define KRAIT_NAME(field, text)                                     \
    if (!(interp.names.field = intern_utf8(t, text))) return false; \
    incref(interp.names.field);
#include "vm/runtime/interned.def"
#undef KRAIT_NAME
    return true;
}

void drop_names(Interpreter& interp) {
#define KRAIT_NAME(field, text)                       \
    if (StrObject* name = interp.names.field) {       \
        interp.names.field = nullptr;                 \
        decref(name);                                 \
    }
#include "vm/runtime/interned.def"
#undef KRAIT_NAME
}

template <class T>
void drop(T*& field) {
    T* old = field;
    field = nullptr;
    if (old) decref(static_cast<Object*>(old));
}

bool make_empties(Interpreter& interp, Thread& t) {
    RefTo<BytesObject> bytes = bytes_new_uninitialised(t, 0);
    if (!bytes) return false;
    interp.empty_bytes = bytes.release();
    RefTo<TupleObject> tuple = tuple_new(t, 0);
    if (!tuple) return false;
    interp.empty_tuple = tuple.release();
    return true;
}

bool make_memory_error(Interpreter& interp, Thread& t) {
    Ref error = exception_new(t, interp.exceptions[static_cast<size_t>(Exc::MemoryError)], nullptr, 0);
    if (error.failed()) return false;
    interp.memory_error = Ref(std::move(error)).release().as<ExceptionObject>();
    return true;
}

bool make_module(Thread& t, StrObject* name, ModuleObject** field) {
    if (*field) return true;
    Ref module = t.interp.hooks.native_module(t, name);
    if (module.failed() || !layout_is(module, Kind::Module)) return false;
    if (!*field) *field = module.release().as<ModuleObject>();
    return bool(dict_set_str(t, t.interp.modules, name, Value::object(*field)));
}

bool make_modules(Interpreter& interp, Thread& t) {
    if (!interp.modules) {
        RefTo<DictObject> modules = dict_new(t);
        if (!modules) return false;
        interp.modules = modules.release();
    }
    if (!interp.hooks.native_module) return true;
    return make_module(t, interp.names.builtins, &interp.builtins_module) &&
           make_module(t, interp.names.sys, &interp.sys_module);
}

}  // namespace

Interpreter::Interpreter(const Limits& wanted, Host* its_host, uint64_t hash_key0, uint64_t hash_key1)
    : heap(*this),
      limits(wanted),
      host(its_host),
      hash_key{hash_key0, hash_key1},
      interned(std::make_unique<InternTable>()),
      weakrefs(std::make_unique<WeakrefTable>()),
      gc(std::make_unique<GcState>()) {
    heap.set_limit(limits.memory);
    heap.collection_done();
    main_thread = std::make_unique<Thread>(*this);
    current = main_thread.get();
}

bool Interpreter::start() {
    Thread& t = *main_thread;
    size_t share = limits.memory == SIZE_MAX ? SIZE_MAX : limits.memory / 4;
    size_t register_bytes = std::clamp(share, kMinRegisterStackBytes, kRegisterStackBytes) & ~size_t{4095};
    size_t frame_count = std::clamp(share / 256, kMinFrameCount, kFrameCount);
    if (!t.allocate_stacks(register_bytes, frame_count)) return false;
    bool complete = intern_table_reserve(*this, 600) && make_shells(*this) && make_shared_strings(*this, t) &&
                    make_names(*this, t) && make_empties(*this, t) && hooks.register_types && hooks.register_types(t) &&
                    make_memory_error(*this, t) && make_modules(*this, t);
    if (!complete) return false;
    heap.collection_done();
    started = true;
    return true;
}

// ------------------------------------------------------------------------------------------------ finalise

namespace {

void report(Thread& t, bool succeeded) {
    if (!succeeded && t.has_exception()) clear_exception(t);
}

void call_quietly(Thread& t, Value object, const char* method) {
    StrObject* name = intern_utf8(t, method);
    if (!name) return clear_exception(t);
    Ref result = call_method(t, object, name);
    report(t, !result.failed());
}

// A module of sys.modules (borrowed), or a value that is no object.
Value loaded_module(Thread& t, const char* name) {
    StrObject* key = intern_utf8(t, name);
    Value module = key ? dict_get_str(t, t.interp.modules, key) : Value::error();
    if (module.is_error()) clear_exception(t);
    return module;
}

// Threads that are no daemons are waited for, as long as the script's own threading module says.
void join_threads(Thread& t) {
    if (!t.interp.gate) return;
    Value module = loaded_module(t, "threading");
    if (!module.is_object()) return;
    Ref held = own(module);
    call_quietly(t, held, "_shutdown");
}

// Functions registered with module atexit.
void run_exit_functions(Thread& t) {
    Value module = loaded_module(t, "atexit");
    if (!module.is_object()) return;
    Ref held = own(module);
    call_quietly(t, held, "_run_exitfuncs");
}

void flush_streams(Thread& t) {
    for (const char* name : {"stdout", "stderr"}) {
        Ref stream = sys_get(t, name);
        if (stream.failed() || stream.get().is_unbound() || stream.get().is_none()) {
            report(t, !stream.failed());
            continue;
        }
        call_quietly(t, stream, "flush");
    }
}

// Which names of a module go in a pass, in CPython's order: "_x" first, then the others but __builtins__.
bool goes_in_pass(const StrObject* name, int pass) {
    bool underscore = name->length > 0 && name->at(0) == '_' && !(name->length > 1 && name->at(1) == '_');
    if (pass == 0) return underscore;
    return !underscore && !str_equals_ascii(name, "__builtins__");
}

// Sets the names to None instead of deleting them: functions still running see None.
void clear_module_dict(Thread& t, DictObject* dict) {
    for (int pass = 0; pass < 2; ++pass) {
        Value key, value;
        for (size_t position = 0; dict_next_nocall(dict, &position, &key, &value);) {
            if (value.is_none() || !is_kind(key, Kind::Str) || !goes_in_pass(key.as<StrObject>(), pass)) continue;
            Ref name = own(key);
            report(t, bool(dict_set_str(t, dict, name.as<StrObject>(), Value::none())));
        }
    }
}

void clear_module(Thread& t, Value module) {
    if (!layout_is(module, Kind::Module)) return;
    Ref held = own(module);
    Ref dict = own(held.as<ModuleObject>()->dict);
    clear_module_dict(t, dict.as<DictObject>());
}

void set_sys_to_none(Thread& t) {
    for (const char* name : {"path", "argv", "ps1", "ps2", "last_type", "last_value", "last_traceback", "path_hooks",
                             "path_importer_cache", "meta_path", "__interactivehook__"}) {
        Ref present = sys_get(t, name);
        bool done = !present.failed() && (present.get().is_unbound() || bool(sys_set(t, name, Value::none())));
        report(t, done);
    }
    const std::pair<const char*, const char*> streams[] = {
        {"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    for (auto [name, original] : streams) {
        Ref stream = sys_get(t, original);
        bool done =
            !stream.failed() && bool(sys_set(t, name, stream.get().is_unbound() ? Value::none() : stream.get()));
        report(t, done);
    }
}

// Takes the modules out of sys.modules; those something else still holds are returned, in order of import.
RefTo<ListObject> unload_modules(Thread& t) {
    Interpreter& interp = t.interp;
    RefTo<ListObject> weak = TRY(list_new(t));
    Ref modules = own(interp.modules);
    DictObject* dict = modules.as<DictObject>();
    Value key, value;
    TypeObject* ref_type = interp.type(Kind::WeakRef);
    for (size_t position = 0; dict_next_nocall(dict, &position, &key, &value);) {
        if (!layout_is(value, Kind::Module) || value == Value::object(interp.sys_module) ||
            value == Value::object(interp.builtins_module))
            continue;
        Ref module = own(value), name = own(key);
        Ref reference = weakref_new(t, ref_type, module, Value::unbound());
        if (reference.failed() || !list_append(t, weak.get(), reference)) clear_exception(t);
        if (is_kind(name, Kind::Str))
            report(t, bool(dict_set_str(t, dict, name.as<StrObject>(), Value::none())));
    }
    dict_clear(interp, dict);
    return weak;
}

}  // namespace

void Interpreter::finalise() {
    if (finalising || !started) return;
    Thread& t = *main_thread;
    t.bind_native_stack();
    if (t.has_exception()) clear_exception(t);
    forget_memory_error(t);
    join_threads(t);
    run_exit_functions(t);
    stop_tracing(t);
    flush_streams(t);
    if (gate) gate->close(t);
    finalising = true;
    if (sys_module) set_sys_to_none(t);
    {
        Ref weak = unload_modules(t);
        if (weak.failed()) clear_exception(t);
        collect_cycles(t);
        ListObject* left = weak.failed() ? nullptr : weak.as<ListObject>();
        for (uint32_t i = 0; left && i < left->size; ++i)
            if (layout_is(left->items[i], Kind::WeakRef))
                clear_module(t, weakref_target(left->items[i].as<WeakRefObject>()));
    }
    flush_streams(t);
    if (sys_module) clear_module(t, Value::object(sys_module));
    if (builtins_module) clear_module(t, Value::object(builtins_module));
    forget_memory_error(t);
    collect_cycles(t);
    if (t.has_exception()) clear_exception(t);
}

// ------------------------------------------------------------------------------------------------ the end

namespace {

void drop_value(Value& field, Value empty) {
    Value old = field;
    field = empty;
    decref(old);
}

void drop_roots(Interpreter& interp) {
    Thread& t = *interp.main_thread;
    drop_value(t.exception, Value::unbound());
    drop_value(t.handled, Value::none());
    drop_value(t.sentinel, Value::unbound());
    drop(interp.gc->callbacks);
    drop(interp.gc->garbage);
    drop(interp.sys_module);
    drop(interp.builtins_module);
    drop(interp.modules);
    drop(interp.memory_error);
}

// What a type owns but its name, and base and slots, which destroying its instances needs.
void take_type_apart(Interpreter& interp, TypeObject* type) {
    if (ClearFn clear = type->type->slots.clear) clear(interp, type);
    drop(type->dict);
    drop(type->bases);
    drop(type->mro);
    drop(type->subclasses);
    drop(type->module_name);
    drop(type->qualname);
    type_forget_utf8_name(interp, type);
    if (SharedKeys* keys = type->shared_keys) {
        type->shared_keys = nullptr;
        for (uint32_t i = 0; i < keys->count; ++i) decref(keys->names[i]);
        interp.heap.free_buffer(keys, sizeof(SharedKeys));
    }
}

// All types still there, each with a reference of its own, as a null-terminated array outside the heap.
TypeObject** hold_types(Interpreter& interp) {
    size_t count = 0;
    auto is_type = [](Object* o) { return o->type && o->type->layout == Kind::Type; };
    interp.heap.for_each_object([&](Object* o) { count += is_type(o); });
    auto** types = static_cast<TypeObject**>(std::calloc(count + 1, sizeof(TypeObject*)));
    if (!types) return nullptr;
    size_t i = 0;
    interp.heap.for_each_object([&](Object* o) {
        if (!is_type(o)) return;
        incref(o);
        types[i++] = static_cast<TypeObject*>(o);
    });
    return types;
}

#ifndef NDEBUG
// With KRAIT_CHECK_LEAKS in the environment: what is left beside the types and their names goes to stderr.
void report_leaks(Interpreter& interp, TypeObject** types) {
    if (!std::getenv("KRAIT_CHECK_LEAKS")) return;
    auto is_name = [&](const Object* o) {
        for (TypeObject** type = types; *type; ++type)
            if ((*type)->name == o) return true;
        return false;
    };
    size_t left = 0;
    interp.heap.for_each_object([&](Object* o) {
        if (o->type->layout == Kind::Type || is_name(o) || ++left > 20) return;
        std::string text = o->kind == Kind::Str ? " '" + str_to_utf8(static_cast<StrObject*>(o)) + "'" : std::string();
        std::fprintf(stderr, "krait: left at the end: %s%s, %u references\n", type_name(o->type), text.c_str(),
                     o->refcount);
    });
    if (left > 20)
        std::fprintf(stderr, "krait: all that is left: %s\n", HeapChecker(*interp.main_thread).live_objects().c_str());
}
#endif

void take_types_apart(Interpreter& interp, Thread& t) {
    TypeObject** types = hold_types(interp);
    if (!types) return;   // the heap's destructor takes the memory back
    for (TypeObject** type = types; *type; ++type) {
        take_type_apart(interp, *type);
        if ((*type)->flags & kHasWeakref) weakrefs_forget(interp, *type);
    }
    collect_cycles(t);
    drain_destroy_queue(t);
#ifndef NDEBUG
    report_leaks(interp, types);
#endif
    for (TypeObject** type = types; *type; ++type) drop((*type)->name);
    // Nothing but the types is left; nothing of them is used from here on.
    for (TypeObject** type = types; *type; ++type) interp.heap.free_object_memory(*type);
    std::free(types);
}

}  // namespace

Interpreter::~Interpreter() {
    Thread& t = *main_thread;
    finalise();
    finalising = true;
    t.hard_stop = true;   // no Python code from here on
    t.bind_native_stack();
    if (types[1]) {
        drop_roots(*this);
        collect_cycles(t);
        for (auto& [state, release] : at_exit) release(*this, state);
        at_exit.clear();
        drop(empty_bytes);
        drop(empty_tuple);
        drop_names(*this);
        for (StrObject*& text : single_chars) drop(text);
        drop(empty_str);
        intern_table_free(*this);
        take_types_apart(*this, t);
    }
    intern_table_free(*this);
    weakref_table_free(*this);
    if (bytes_left) {
        heap.release_empty_pages();
        *bytes_left = heap.bytes_used();
    }
#ifndef NDEBUG
    heap.release_empty_pages();
    if (heap.bytes_used() != 0 && std::getenv("KRAIT_CHECK_LEAKS"))
        std::fprintf(stderr, "krait: %zu bytes still in use at the end\n", heap.bytes_used());
#endif
}

}  // namespace krait
