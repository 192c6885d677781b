// Module _struct: Struct objects and the functions that make them on the way, remembered by format.
#include <new>

#include "builtins/modules/module_exception.h"
#include "builtins/modules/struct_format.h"
#include "vm/object/buffer.h"
#include "vm/object/dict_object.h"
#include "vm/object/str_units.h"
#include "vm/runtime/long_runs.h"

namespace krait {

namespace {

struct StructObject : Object {
    Value format;               // bytes, or None before __init__
    Value error;                // class struct.error
    StructLayout layout;
    uint32_t busy;              // calls under way that use the layout: __init__ is refused meanwhile
};

struct UnpackIterator : Object {
    StructObject* format;       // owned
    BufferView buffer;
    size_t index;
};

struct ModuleState {
    Value error = Value::unbound();     // class, owned
    DictObject* cache = nullptr;        // owned: format -> Struct
    TypeObject* struct_type = nullptr;  // owned
    TypeObject* iterator_type = nullptr;
};
constexpr uint32_t kCacheSize = 100;

StructObject* struct_of(Value v) { return v.as<StructObject>(); }
ModuleState& state_of(ModuleObject* module) { return *static_cast<ModuleState*>(module->state); }

// Keeps a layout from being replaced while user code may run.
class LayoutUse {
  public:
    explicit LayoutUse(StructObject* s) : owner_(own(s)), struct_(s) { ++s->busy; }
    ~LayoutUse() { --struct_->busy; }
    LayoutUse(const LayoutUse&) = delete;
    LayoutUse& operator=(const LayoutUse&) = delete;

  private:
    Ref owner_;
    StructObject* struct_;
};

// ------------------------------------------------------------------------------------------------ Struct

Ref struct_allocate(Thread& t, TypeObject* type, Value error) {
    auto* memory = allocate_object(t, type, instance_size(type));
    if (!memory) return Failed{};
    auto* s = reinterpret_cast<StructObject*>(memory);
    s->format = Value::none();
    s->error = own(error).release();
    new (&s->layout) StructLayout(t.heap);
    s->busy = 0;
    instance_init_trailer(s);
    gc_track(s);
    return Ref::steal(s);
}

Status struct_init(Thread& t, StructObject* self, Value format) {
    Ref bytes;
    if (StrObject* text = as_str(format)) {
        if (!text->ascii()) {
            size_t i = TRY(visit_units(text, [&](auto* p) {
                return end_of_run(t, p, 0, text->length, [](auto c) { return c < 128; });
            }));
            return raise_unicode_encode_error(t, "ascii", format, i, i + 1, "ordinal not in range(128)");
        }
        bytes = TRY(bytes_from(t, text->ascii_view()));
    } else if (layout_is(format, Kind::Bytes)) {
        bytes = own(format);
    } else {
        return raise(t, Exc::TypeError, "Struct() argument 1 must be a str or bytes object, not %.200s",
                     type_name_of(t, format));
    }
    if (self->busy) return raise(t, Exc::RuntimeError, "Struct is in use");
    Ref old = Ref::steal(self->format);
    self->format = bytes.copy().release();
    return self->layout.parse(t, self->error, bytes.as<BytesObject>()->view());
}

constexpr char kSignature[] = "(format)";
constexpr SignatureInfo kInfo = parse_signature(kSignature);

Value struct_type_new(Thread& t, TypeObject* type, const CallArgs&) {
    const TypeObject* native = type;
    while (native->base && has_flag(native, kTypeHeap)) native = native->base;
    Value error = Value::object(static_cast<Object*>(native->native));
    return struct_allocate(t, type, error).release();
}

int struct_type_init(Thread& t, Value self, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "__init__", kInfo, kSignature, args);
    if (bound.failed()) return -1;
    return struct_init(t, struct_of(self), bound.slots[0]) ? 0 : -1;
}

void struct_dealloc(Interpreter& interp, Object* o) {
    auto* s = static_cast<StructObject*>(o);
    decref(s->format);
    decref(s->error);
    s->layout.~StructLayout();
    free_object(interp, o);
}
void struct_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<StructObject*>(o)->format);
    visitor.visit(static_cast<StructObject*>(o)->error);
}

Status check_count(Thread& t, StructObject* s, size_t got, const char* function) {
    if (got == s->layout.item_count()) return ok();
    return raise_class(t, s->error, "%s expected %zu items for packing (got %zu)", function, s->layout.item_count(),
                       got);
}

Ref pack_values(Thread& t, StructObject* s, Args values) {
    TRY(check_count(t, s, values.count, "pack"));
    LayoutUse use(s);
    if (s->layout.size() == 0) return bytes_from(t, {});
    RefTo<BytesObject> out = TRY(bytes_new_uninitialised(t, s->layout.size()));
    TRY(s->layout.pack(t, s->error, values.items, out->data));
    return out;
}

// Position in a buffer of `size` bytes; negative offsets count from its end.
Fallible<size_t> place_for(Thread& t, StructObject* s, int64_t offset, size_t size, const char* function) {
    if (offset < 0) offset += static_cast<int64_t>(size);
    if (offset < 0 || static_cast<uint64_t>(offset) > size || size - static_cast<size_t>(offset) < s->layout.size())
        return raise_class(t, s->error, "%s requires a buffer of at least %zu bytes", function, s->layout.size());
    return static_cast<size_t>(offset);
}

Ref pack_into_buffer(Thread& t, StructObject* s, Args args) {
    if (args.count < 1) return raise_class(t, s->error, "pack_into expected buffer argument");
    if (args.count < 2) return raise_class(t, s->error, "pack_into expected offset argument");
    TRY(check_count(t, s, args.count - 2, "pack_into"));
    LayoutUse use(s);
    Fallible<BufferView> buffer = get_writable_buffer(t, args[0]);
    if (!buffer) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "argument must be read-write bytes-like object, not %.200s",
                     type_name_of(t, args[0]));
    }
    int64_t offset = TRY(index_to_i64(t, args[1], Exc::IndexError));
    size_t at = TRY(place_for(t, s, offset, buffer.value().size(), "pack_into"));
    TRY(s->layout.pack(t, s->error, args.items + 2, buffer.value().data() + at));
    return own(Value::none());
}

Ref unpack_buffer(Thread& t, StructObject* s, Value data) {
    LayoutUse use(s);
    BufferView buffer = TRY(get_buffer(t, data));
    if (buffer.size() != s->layout.size())
        return raise_class(t, s->error, "unpack requires a buffer of %zu bytes", s->layout.size());
    return s->layout.unpack(t, buffer.data());
}

Ref unpack_buffer_from(Thread& t, StructObject* s, Value data, Optional<int64_t> offset) {
    LayoutUse use(s);
    BufferView buffer = TRY(get_buffer(t, data));
    size_t at = TRY(place_for(t, s, offset.value_or(0), buffer.size(), "unpack_from"));
    return s->layout.unpack(t, buffer.data() + at);
}

Ref iterate_buffer(Thread& t, StructObject* s, TypeObject* iterator_type, Value data) {
    if (s->layout.size() == 0)
        return raise_class(t, s->error, "cannot iteratively unpack with a struct of length 0");
    BufferView buffer = TRY(get_buffer(t, data));
    if (buffer.size() % s->layout.size())
        return raise_class(t, s->error, "iterative unpacking requires a buffer of a multiple of %zu bytes",
                           s->layout.size());
    auto* it = allocate<UnpackIterator>(t, iterator_type);
    if (!it) return Failed{};
    new (&it->buffer) BufferView(std::move(buffer));
    it->format = s;
    incref(s);
    ++s->busy;
    it->index = 0;
    gc_track(it);
    return Ref::steal(it);
}

Ref struct_pack(Thread& t, Value self, Args values) { return pack_values(t, struct_of(self), values); }
Ref struct_pack_into(Thread& t, Value self, Args args) { return pack_into_buffer(t, struct_of(self), args); }
Ref struct_unpack(Thread& t, Value self, Value buffer) { return unpack_buffer(t, struct_of(self), buffer); }
Ref struct_unpack_from(Thread& t, Value self, Value buffer, Optional<int64_t> offset) {
    return unpack_buffer_from(t, struct_of(self), buffer, offset);
}
Fallible<int64_t> struct_sizeof(Thread&, Value self) {
    return static_cast<int64_t>(sizeof(StructObject) + struct_of(self)->layout.item_count() * sizeof(StructCode));
}

// ------------------------------------------------------------------------------------------------ unpack_iterator

Value iterator_self(Thread&, Value self) { return own(self).release(); }

void iterator_finish(UnpackIterator* it) {
    if (!it->format) return;
    StructObject* s = it->format;
    it->format = nullptr;
    --s->busy;
    it->buffer.release();
    decref(s);
}

Value unpack_iterator_next(Thread& t, Value self) {
    auto* it = self.as<UnpackIterator>();
    if (!it->format) return Value::exhausted();
    size_t size = it->format->layout.size();
    if (it->index + size > it->buffer.size()) {
        iterator_finish(it);
        return Value::exhausted();
    }
    Ref tuple = it->format->layout.unpack(t, it->buffer.data() + it->index);
    it->index += size;
    return tuple.release();
}

Fallible<int64_t> iterator_length_hint(Thread&, Value self) {
    auto* it = self.as<UnpackIterator>();
    return it->format ? static_cast<int64_t>((it->buffer.size() - it->index) / it->format->layout.size()) : 0;
}

void iterator_dealloc(Interpreter& interp, Object* o) {
    auto* it = static_cast<UnpackIterator*>(o);
    iterator_finish(it);
    it->buffer.~BufferView();
    free_object(interp, o);
}
void iterator_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<UnpackIterator*>(o)->format);
    visitor.visit(static_cast<UnpackIterator*>(o)->buffer.owner());
}
void iterator_clear(Interpreter&, Object* o) { iterator_finish(static_cast<UnpackIterator*>(o)); }

constexpr MethodDef kIteratorMethods[] = {
    method<iterator_length_hint>("__length_hint__", "(self, /)", "Number of tuples left."),
};
constinit const TypeSpec kIteratorSpec = {.name = "unpack_iterator",
                                          .basic_size = sizeof(UnpackIterator),
                                          .flags = kTypeGc,
                                          .slots = {.dealloc = iterator_dealloc,
                                                    .traverse = iterator_traverse,
                                                    .clear = iterator_clear,
                                                    .iter = iterator_self,
                                                    .next = unpack_iterator_next},
                                          .methods = kIteratorMethods};

// ------------------------------------------------------------------------------------------------ functions

Ref struct_for(Thread& t, ModuleObject* module, Value format) {
    ModuleState& state = state_of(module);
    bool cacheable = is_kind(format, Kind::Str) || is_kind(format, Kind::Bytes);
    if (cacheable) {
        Value known = TRY(dict_get(t, state.cache, format));
        if (!known.is_unbound()) return own(known);
    }
    Ref made = TRY(struct_allocate(t, state.struct_type, state.error));
    TRY(struct_init(t, struct_of(made), format));
    if (cacheable) {
        if (state.cache->used >= kCacheSize) dict_clear(t.interp, state.cache);
        TRY(dict_set(t, state.cache, format, made));
    }
    return made;
}

Ref module_pack(Thread& t, ModuleObject* module, Args args) {
    if (args.count == 0) return raise(t, Exc::TypeError, "missing format argument");
    Ref s = TRY(struct_for(t, module, args[0]));
    return pack_values(t, struct_of(s), {args.items + 1, args.count - 1});
}
Ref module_pack_into(Thread& t, ModuleObject* module, Args args) {
    if (args.count == 0) return raise(t, Exc::TypeError, "missing format argument");
    Ref s = TRY(struct_for(t, module, args[0]));
    return pack_into_buffer(t, struct_of(s), {args.items + 1, args.count - 1});
}
Ref module_unpack(Thread& t, ModuleObject* module, Value format, Value buffer) {
    Ref s = TRY(struct_for(t, module, format));
    return unpack_buffer(t, struct_of(s), buffer);
}
Ref module_unpack_from(Thread& t, ModuleObject* module, Value format, Value buffer, Optional<int64_t> offset) {
    Ref s = TRY(struct_for(t, module, format));
    return unpack_buffer_from(t, struct_of(s), buffer, offset);
}
Ref module_iter_unpack(Thread& t, ModuleObject* module, Value format, Value buffer) {
    Ref s = TRY(struct_for(t, module, format));
    return iterate_buffer(t, struct_of(s), state_of(module).iterator_type, buffer);
}
Fallible<int64_t> module_calcsize(Thread& t, ModuleObject* module, Value format) {
    Ref s = TRY(struct_for(t, module, format));
    return static_cast<int64_t>(struct_of(s)->layout.size());
}
Status module_clearcache(Thread& t, ModuleObject* module) {
    dict_clear(t.interp, state_of(module).cache);
    return ok();
}

Ref struct_iter_unpack(Thread& t, Value self, Value buffer) {
    Ref module = TRY(import_module(t, "_struct"));
    if (!layout_is(module, Kind::Module) || !module.as<ModuleObject>()->state)
        return raise(t, Exc::RuntimeError, "module _struct has been replaced");
    return iterate_buffer(t, struct_of(self), state_of(module.as<ModuleObject>()).iterator_type, buffer);
}

constexpr MethodDef kStructMethods[] = {
    method<struct_iter_unpack>("iter_unpack", "(self, buffer, /)", "Iterate over tuples unpacked from the buffer."),
    method<struct_pack>("pack", "(self, *values)", "Bytes of the values, packed by the format."),
    method<struct_pack_into>("pack_into", "(self, *args)", "Pack values into a writable buffer at an offset."),
    method<struct_unpack>("unpack", "(self, buffer, /)", "Tuple of the values in the buffer."),
    method<struct_unpack_from>("unpack_from", "(self, buffer, offset=0)",
                               "Tuple of the values in the buffer at an offset."),
    method<struct_sizeof>("__sizeof__", "(self, /)", "Size in memory, in bytes."),
};

Value get_format(Thread&, Value self) { return own(struct_of(self)->format).release(); }
Value get_size(Thread& t, Value self) {
    return make_int(t, static_cast<int64_t>(struct_of(self)->layout.size())).release();
}
constexpr GetSetDef kStructGetSets[] = {
    {"format", get_format, nullptr, "struct format string"},
    {"size", get_size, nullptr, "struct size in bytes"},
};

constinit const TypeSpec kStructSpec = {.name = "Struct",
                                        .doc = "A compiled struct format.",
                                        .basic_size = sizeof(StructObject),
                                        .flags = kTypeBase | kTypeGc | kTypeHasWeakrefs,
                                        .slots = {.dealloc = struct_dealloc,
                                                  .traverse = struct_traverse,
                                                  .new_ = struct_type_new,
                                                  .init = struct_type_init},
                                        .methods = kStructMethods,
                                        .getsets = kStructGetSets};

constexpr MethodDef kFunctions[] = {
    function<module_clearcache>("_clearcache", "(module)", "Clear the internal cache."),
    function<module_calcsize>("calcsize", "(module, format, /)",
                              "Return size in bytes of the struct described by the format string."),
    function<module_iter_unpack>("iter_unpack", "(module, format, buffer, /)",
                                 "Iterate over tuples unpacked from the buffer."),
    function<module_pack>("pack", "(module, *args)", "Bytes of the values, packed by the format."),
    function<module_pack_into>("pack_into", "(module, *args)", "Pack values into a writable buffer at an offset."),
    function<module_unpack>("unpack", "(module, format, buffer, /)", "Tuple of the values in the buffer."),
    function<module_unpack_from>("unpack_from", "(module, format, /, buffer, offset=0)",
                                 "Tuple of the values in the buffer at an offset."),
};

void free_state(Interpreter&, void* memory) {
    auto* state = static_cast<ModuleState*>(memory);
    decref(state->error);
    if (state->cache) decref(state->cache);
    if (state->iterator_type) decref(state->iterator_type);
    delete state;
}

Status struct_exec(Thread& t, ModuleObject* module) {
    module->state = new ModuleState;
    module->free_state = free_state;
    ModuleState& state = state_of(module);
    state.cache = RefTo<DictObject>(TRY(dict_new(t))).release();
    state.error = TRY(module_add_exception(t, module, "struct", "error", Exc::Exception)).release();
    state.struct_type = TRY(module_add_type(t, module, kStructSpec));
    state.struct_type->native = own(state.error).release().as_object();   // types of modules stay until the end
    t.interp.at_exit.push_back(
        {state.struct_type->native, [](Interpreter&, void* cls) { decref(static_cast<Object*>(cls)); }});
    state.iterator_type = RefTo<TypeObject>(TRY(type_from_spec(t.interp, t, kIteratorSpec, nullptr))).release();
    return ok();
}

}  // namespace

extern const ModuleDef kStructModule;
constinit const ModuleDef kStructModule = {"_struct", "Functions to convert between Python values and C structs.",
                                           kFunctions, struct_exec};

}  // namespace krait
