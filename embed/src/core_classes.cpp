// Bound classes: their types, instances, the C++ objects behind them, collection through them, their bytes; and enums.
#include <cxxabi.h>

#include <cstdlib>
#include <cstring>

#include "embed/src/host_objects.h"
#include "vm/interp/frame.h"
#include "vm/object/attribute.h"
#include "vm/object/buffer.h"
#include "vm/object/descriptor_object.h"

namespace krait::core {
Visit make_visit(Link* link, void* visitor);
}

namespace krait::bridge {

using core::Cell;
using core::ClassRecord;
using core::Load;
using core::TypeTag;

namespace {

ClassRecord* record_of_type(const TypeObject* type);

bool same_type(const TypeTag* a, const TypeTag* b) { return a == b || *a->type == *b->type; }

// ------------------------------------------------------------------------------------------------ instances
void forget_object(krait::Interpreter& interp, HostInstance* self) {
    if (self->registered) {
        World& world = *self->record->world;
        auto [first, last] = world.instances.equal_range(self->object);
        for (auto it = first; it != last; ++it)
            if (it->second == self) {
                world.instances.erase(it);
                break;
            }
        self->registered = false;
    }
    if (self->watcher) {
        self->watcher->instance = nullptr;
        self->watcher = nullptr;
    }
    bool owned = self->object && self->holder;
    self->object = nullptr;
    Keeper last = std::move(self->holder);
    if (owned) interp.heap.uncharge(self->record->bytes);
    last.reset();   // runs the C++ destructor, which may drop handles
}

Value host_new(Thread& t, TypeObject* type, const CallArgs&) {
    ClassRecord* record = record_of_type(type);
    if (!record) return raise(t, Exc::TypeError, "cannot create '%s' instances", type_name(type));
    auto* self = allocate_instance<HostInstance>(t, type);
    if (!self) return Value::error();
    self->record = record;
    self->object = nullptr;
    new (&self->holder) Keeper();
    self->keep_alive = Value::none();
    self->watcher = nullptr;
    self->exports = 0;
    self->gone = self->registered = false;
    gc_track(self);
    return Value::object(self);
}

int host_init(Thread& t, Value self, const CallArgs& args) {
    HostInstance* instance = as_host_instance(self);
    if (!instance || !instance->record->constructor) {
        (void)raise(t, Exc::TypeError, "%s: no constructor is bound", type_name_of(t, self));
        return -1;
    }
    Ref held = own(self);
    Ref result = Ref::steal(call_row(t, *instance->record->constructor, self, args));
    return result.failed() ? -1 : 0;
}

void host_dealloc(krait::Interpreter& interp, Object* o) {
    auto* self = static_cast<HostInstance*>(o);
    gc_untrack(o);
    forget_object(interp, self);
    self->holder.~Keeper();
    decref(std::exchange(self->keep_alive, Value::none()));
    free_object(interp, o);
}

void host_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<HostInstance*>(o);
    visitor.visit(self->keep_alive);
    // What an object shared with C++ holds is held from outside.
    if (!self->object || !self->holder || self->holder.shared_with_cpp()) return;
    for (ClassRecord* record = self->record; record; record = record->base) {
        if (!record->hooks.traverse) continue;
        core::Visit visit = core::make_visit(record->world->link(), &visitor);
        void* object = self->object;
        for (ClassRecord* r = self->record; r != record; r = r->base) object = r->to_base(object);
        record->hooks.traverse(record->hooks.traverse_closure.get(), object, visit);
    }
}

void host_clear(krait::Interpreter&, Object* o) {
    auto* self = static_cast<HostInstance*>(o);
    decref(std::exchange(self->keep_alive, Value::none()));
    if (!self->object || !self->holder || self->holder.shared_with_cpp()) return;
    for (ClassRecord* record = self->record; record; record = record->base) {
        if (!record->hooks.clear) continue;
        void* object = self->object;
        for (ClassRecord* r = self->record; r != record; r = r->base) object = r->to_base(object);
        record->hooks.clear(record->hooks.traverse_closure.get(), object);
    }
}

Value host_repr(Thread& t, Value self) {
    return str_format_c(t, "<%s object>", type_name_of(t, self)).release();
}

// ------------------------------------------------------------------------------------------------ bytes
void host_buffer_release(Value owner) {
    HostInstance* self = as_host_instance(owner);
    if (!self || self->exports == 0) return;
    --self->exports;
    for (ClassRecord* record = self->record; record && self->object; record = record->base)
        if (record->hooks.buffer) {
            core::BufferData unused;
            record->hooks.buffer(record->hooks.buffer_closure.get(), self->object, false, &unused);
            return;
        }
}

// Shape and strides of a buffer of several dimensions, checked, and the bytes in it.
Status read_dims(World& world, Value owner, core::BufferData& data, BufferInfo* out) {
    Thread& t = world.thread();
    size_t ndim = data.shape.size();
    if (ndim > kMaxMemoryViewDims)
        return raise(t, Exc::BufferError, "%s has a buffer of more than %u dimensions", type_name_of(t, owner),
                     kMaxMemoryViewDims);
    if (!data.strides.empty() && data.strides.size() != ndim)
        return raise(t, Exc::BufferError, "%s has a buffer of %zu dimensions and %zu strides", type_name_of(t, owner),
                     ndim, data.strides.size());
    int64_t bytes = static_cast<int64_t>(data.item_size);
    bool packed = data.strides.empty(), sound = bytes > 0;
    if (packed) data.strides.resize(ndim);
    for (size_t i = ndim; i-- > 0;) {
        if (packed) data.strides[i] = bytes;
        sound = sound && data.shape[i] >= 0 && !__builtin_mul_overflow(bytes, data.shape[i], &bytes);
    }
    if (!sound) return raise(t, Exc::BufferError, "%s has a buffer of impossible shape", type_name_of(t, owner));
    world.buffer_dims = std::move(data.shape);
    world.buffer_dims.insert(world.buffer_dims.end(), data.strides.begin(), data.strides.end());
    out->ndim = static_cast<uint16_t>(ndim);
    out->dims = world.buffer_dims.data();
    out->length = static_cast<size_t>(bytes);
    return ok();
}

int host_buffer(Thread& t, Value owner, BufferInfo* out) {
    HostInstance* self = as_host_instance(owner);
    ClassRecord* record = self ? self->record : nullptr;
    void* object = self ? self->object : nullptr;
    while (record && object && !record->hooks.buffer) {
        if (record->base) object = record->to_base(object);
        record = record->base;
    }
    if (!record || !object) {
        (void)raise(t, Exc::TypeError, "a bytes-like object is required, not '%.100s'", type_name_of(t, owner));
        return -1;
    }
    if (&t != &record->world->thread()) {
        (void)raise(t, Exc::RuntimeError, "the host is called on the interpreter's own thread only");
        return -1;
    }
    core::BufferData data;
    core::Thrown thrown;
    bool caught = false;
    auto begin = [&]() -> Cell {
        return record->hooks.buffer(record->hooks.buffer_closure.get(), object, true, &data) ? core::kNone
                                                                                             : core::kError;
    };
    using Begin = decltype(begin);
    Cell done = core::land([](void* run) { return (*static_cast<Begin*>(run))(); }, &begin, record->world->link(),
                           &thrown, &caught);
    if (caught) (void)raise_thrown(*record->world, std::move(thrown));
    if (done == core::kError) {
        if (!t.has_exception()) (void)raise(t, Exc::BufferError, "%s has no bytes to show now", type_name_of(t, owner));
        return -1;
    }
    out->data = static_cast<char*>(data.data);
    out->length = data.bytes;
    out->readonly = data.readonly;
    out->item_size = static_cast<uint32_t>(data.item_size);
    out->format[0] = data.format;
    out->format[1] = 0;
    out->release = host_buffer_release;
    ++self->exports;
    if (data.shape.empty() || read_dims(*record->world, owner, data, out)) return 0;
    host_buffer_release(owner);
    return -1;
}

const Slots kHostSlots = {
    .dealloc = host_dealloc,
    .traverse = host_traverse,
    .clear = host_clear,
    .repr = host_repr,
    .new_ = host_new,
    .init = host_init,
};

ClassRecord* record_of_type(const TypeObject* type) {
    for (; type; type = type->base)
        if (type->native && type->spec && type->spec->slots.dealloc == host_dealloc)
            return static_cast<ClassRecord*>(type->native);
    return nullptr;
}

ClassRecord* find_class(World& world, const TypeTag* tag) {
    auto known = world.classes_by_tag.find(tag);
    if (known != world.classes_by_tag.end()) return known->second;
    // The same type seen through another shared library, or the dynamic type of an object.
    auto same = world.classes_by_type.find(std::type_index(*tag->type));
    return same == world.classes_by_type.end() ? nullptr : same->second;
}

// Pointer to the object as `wanted`, or null.
void* as_type_of(const HostInstance* self, const TypeTag* wanted) {
    void* object = self->object;
    for (const ClassRecord* record = self->record; record; record = record->base) {
        if (record->tag == wanted) return object;
        if (record->base) object = record->to_base(object);
    }
    object = self->object;
    for (const ClassRecord* record = self->record; record; record = record->base) {
        if (same_type(record->tag, wanted)) return object;
        if (record->base) object = record->to_base(object);
    }
    return nullptr;
}

}  // namespace

HostInstance* as_host_instance(Value v) {
    if (!v.is_object()) return nullptr;
    const TypeObject* type = v.as_object()->type;
    if (KRAIT_LIKELY(type->slots.traverse == host_traverse)) return v.as<HostInstance>();
    return record_of_type(type) ? v.as<HostInstance>() : nullptr;
}

}  // namespace krait::bridge

namespace krait::core {

using bridge::as_host_instance;
using bridge::find_class;
using bridge::HostInstance;
using bridge::World;

Cell define_class(Link* link, Cell module, std::string_view name, std::string_view doc, const TypeTag* tag,
                  const TypeTag* base, void* (*to_base)(void*), std::size_t bytes) {
    World& world = link->use();
    Thread& t = world.thread();
    if (find_class(world, tag)) {
        (void)krait::raise(t, Exc::ValueError, "the C++ type of '%s' is bound already", std::string(name).c_str());
        return kError;
    }
    ClassRecord* parent = base ? find_class(world, base) : nullptr;
    if (base && !parent) {
        (void)krait::raise(t, Exc::ValueError, "the base of '%s' is not bound", std::string(name).c_str());
        return kError;
    }
    auto make = [&]() -> Ref {
        Ref module_name = TRY(bridge::name_of_module(t, Value{module}));
        auto record = std::make_unique<ClassRecord>();
        record->world = &world;
        record->tag = tag;
        record->base = parent;
        record->to_base = to_base;
        record->bytes = bytes;
        record->name =
            (as_str(module_name) ? str_to_utf8(module_name.as<StrObject>()) + "." : std::string()) + std::string(name);
        record->doc = doc;
        record->spec.name = record->name.c_str();
        record->spec.doc = doc.empty() ? nullptr : record->doc.c_str();
        record->spec.basic_size = sizeof(HostInstance);
        record->spec.flags = kTypeBase | kTypeGc | kTypeHasWeakrefs | kTypeInheritsGetattr;
        record->spec.slots = bridge::kHostSlots;
        record->spec.slots.buffer = bridge::host_buffer;
        if (parent && parent->type->slots.repr != bridge::host_repr) record->spec.slots.repr = nullptr;
        RefTo<TypeObject> type =
            TRY(type_from_spec(t.interp, t, record->spec, parent ? parent->type : t.interp.type(Kind::ObjectType)));
        type->native = record.get();
        record->type = type.get();
        world.classes_by_tag[tag] = record.get();
        world.classes_by_type[std::type_index(*tag->type)] = record.get();
        world.classes.push_back(std::move(record));
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        TRY(krait::set_attribute(t, Value{module}, key, type.value()));
        return type;
    };
    return make().release().bits;
}

void set_constructor(World&, bridge::HostRow* row) {
    if (!row->owner.is_object()) return;
    ClassRecord* record = bridge::record_of_type(row->owner.as<TypeObject>());
    if (!record) return;
    record->constructor = row;
    row->name_text = str_to_utf8(record->type->name);   // errors name the class, not __init__
    row->name = row->name_text.c_str();
    // help() and inspect read the signature without self.
    std::string text = row->signature_text;
    size_t comma = text.find(", ");
    record->signature = row->overloads.size() > 1     ? "(*args, **kwargs)"
                        : comma == std::string::npos ? "()"
                        : text.compare(comma + 2, 2, "/)") == 0 ? "()"
                                                     : "(" + text.substr(comma + 2);
    record->spec.new_signature = record->signature.c_str();
}

ClassHooks* class_hooks(Link* link, const TypeTag* tag) {
    ClassRecord* record = find_class(link->use(), tag);
    return record ? &record->hooks : nullptr;
}
const char* class_name(Link* link, const TypeTag* tag) {
    ClassRecord* record = link ? find_class(link->use(), tag) : nullptr;
    return record ? record->type->spec->name : "an object of C++";
}
std::string plain_class_name(Link* link, const TypeTag* tag) {
    World& world = link->use();
    if (ClassRecord* record = find_class(world, tag)) return str_to_utf8(record->type->name);
    for (auto& [other, record] : world.enums)
        if (bridge::same_type(other, tag)) return str_to_utf8(record->cls->name);
    int status = 0;
    char* text = abi::__cxa_demangle(tag->type->name(), nullptr, nullptr, &status);
    std::string name = text ? text : tag->type->name();
    std::free(text);
    size_t scope = name.find('<') == std::string::npos ? name.rfind("::") : std::string::npos;
    return scope == std::string::npos ? name : name.substr(scope + 2);
}
Cell class_object(Link* link, const TypeTag* tag) {
    ClassRecord* record = find_class(link->use(), tag);
    return record ? Value::object(record->type).bits : kUnbound;
}

bool emplace(Link* link, Cell self_cell, Holder holder, void* object) {
    bridge::Keeper keeper;
    keeper.take(holder);
    World& world = link->use();
    HostInstance* self = as_host_instance(Value{self_cell});
    if (!self) return raise(link, "TypeError", "not an instance of a bound class");
    if (self->object || self->gone) return raise(link, "RuntimeError", "__init__() has run already");
    if (!world.interpreter().heap.charge(self->record->bytes)) {
        (void)raise_memory_error(world.thread());
        return false;
    }
    world.instances.emplace(object, self);
    self->registered = true;
    new (&self->holder) bridge::Keeper(std::move(keeper));
    self->object = object;
    return true;
}

bool is_subclass_instance(Link*, Cell self_cell) {
    HostInstance* self = as_host_instance(Value{self_cell});
    return self && self->type != self->record->type;
}

Cell wrap(Link* link, const TypeTag* tag, const TypeTag* dynamic, Holder holder, void* object, void* dynamic_object,
          Cell keep_alive) {
    if (holder.shared && *holder.shared != typeid(std::shared_ptr<void>))
        throw std::logic_error("krait: not a std::shared_ptr");
    bridge::Keeper keeper;
    keeper.take(holder);
    World& world = link->use();
    Thread& t = world.thread();
    ClassRecord* record = dynamic && dynamic != tag ? find_class(world, dynamic) : nullptr;
    if (record) object = dynamic_object;
    else record = find_class(world, tag);
    if (!record) {
        (void)krait::raise(t, Exc::TypeError, "no Python class is bound to the C++ type of the result");
        return kError;
    }
    auto [first, last] = world.instances.equal_range(object);
    for (auto it = first; it != last; ++it)
        if (it->second->record == record && it->second->refcount != 0 && !(it->second->flags & kInDestroy))
            return retain(Value::object(it->second).bits);
    auto make = [&]() -> Ref {
        Ref made = TRY(Ref::steal(bridge::host_new(t, record->type, CallArgs{nullptr, 0, nullptr})));
        HostInstance* self = made.as<HostInstance>();
        if (keeper) {
            if (!t.heap.charge(record->bytes)) return raise_memory_error(t);
            world.instances.emplace(object, self);
            self->registered = true;
        }
        new (&self->holder) bridge::Keeper(std::move(keeper));
        self->object = object;
        if (keep_alive != kUnbound) self->keep_alive = own(Value{keep_alive}).release();
        return made;
    };
    return make().release().bits;
}

Load load_instance(Cell c, const TypeTag* wanted, void** object) {
    HostInstance* self = as_host_instance(Value{c});
    if (!self) return Load::WrongType;
    if (self->record->tag == wanted) [[likely]] *object = self->object;
    else *object = self->object ? bridge::as_type_of(self, wanted) : nullptr;
    if (*object) [[likely]] return Load::Ok;
    if (self->gone) return Load::Gone;
    if (self->object) return Load::WrongType;
    return Load::BadValue;   // __init__() of the base was not called
}

Load load_shared(Link* link, Cell c, const TypeTag* wanted, void* shared_ptr, const std::type_info& type) {
    if (type != typeid(std::shared_ptr<void>)) throw std::logic_error("krait: not a std::shared_ptr");
    auto* out = static_cast<std::shared_ptr<void>*>(shared_ptr);
    void* object;
    Load state = load_instance(c, wanted, &object);
    if (state != Load::Ok) return state;
    HostInstance* self = as_host_instance(Value{c});
    if (!self->holder) return Load::BadValue;   // borrowed: there is nothing to share
    if (self->type == self->record->type) {
        *out = std::shared_ptr<void>(self->holder.share(), object);
        return Load::Ok;
    }
    // An instance of a Python subclass stays whole as long as C++ holds it.
    link_acquire(link);
    Slot slot = link->use().keep(own(Value{c}));
    std::shared_ptr<void> whole(object, [link, slot, inner = self->holder.share()](void*) {
        drop_slot(link, slot);
        link_release(link);
    });
    *out = std::move(whole);
    return Load::Ok;
}

void expire(Link* link, Cell c) {
    if (!link->usable()) return;
    HostInstance* self = as_host_instance(Value{c});
    if (!self) return;
    self->gone = true;
    bridge::forget_object(self->record->world->interpreter(), self);
}

void watch(Link* link, Cell c, WeakSelf* watcher) {
    HostInstance* self = as_host_instance(Value{c});
    if (!self) return;
    watcher->link = link;
    watcher->instance = self;
    self->watcher = watcher;
}
void unwatch(WeakSelf* watcher) {
    if (watcher->instance) static_cast<HostInstance*>(watcher->instance)->watcher = nullptr;
}

Cell find_override(WeakSelf& watcher, std::string_view name) {
    auto* self = static_cast<HostInstance*>(watcher.instance);
    if (!self) return kUnbound;
    World& world = watcher.link->use();
    Thread& t = world.thread();
    auto find = [&]() -> Ref {
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        Ref held = own(key);
        for (uint32_t i = 0; self->type->mro && i < self->type->mro->size; ++i) {
            TypeObject* type = as_type(self->type->mro->items[i]);
            if (!type || type == self->record->type) break;   // from here on it is the host's own
            Value found = type_own_attribute_nocall(type, key);
            if (found.is_unbound()) continue;
            // The method called us, as super().method(): the host's own is wanted.
            const Frame* frame = t.frame;
            if (frame && is_kind(found, Kind::Function) && frame->function->code == found.as<FunctionObject>()->code)
                break;
            return krait::get_attribute(t, Value::object(self), key);
        }
        return Ref();
    };
    return find().release().bits;
}

// ------------------------------------------------------------------------------------------------ enumerations
static bridge::EnumRecord* find_enum(World& world, const TypeTag* tag) {
    auto known = world.enums.find(tag);
    if (known != world.enums.end()) return known->second.get();
    for (auto& [other, record] : world.enums)
        if (bridge::same_type(other, tag)) return record.get();
    return nullptr;
}

Cell define_enum(Link* link, Cell module, std::string_view name, std::string_view doc, const TypeTag* tag,
                 const void* row_data, EnumRow (*row)(const void*, std::size_t), std::size_t n, const char* base) {
    World& world = link->use();
    Thread& t = world.thread();
    std::vector<EnumRow> rows;
    for (size_t i = 0; i < n; ++i) rows.push_back(row(row_data, i));
    auto make = [&]() -> Ref {
        Ref enum_module = TRY(bridge::imported(world, "enum"));
        StrObject* base_name = intern_utf8(t, base);
        if (!base_name) return Failed{};
        Ref parent = TRY(krait::get_attribute(t, enum_module, base_name));
        RefTo<ListObject> members = TRY(list_new(t, n));
        for (size_t i = 0; i < n; ++i) {
            Ref label = TRY(str_from_utf8(t, rows[i].name)), value = TRY(krait::make_int(t, rows[i].value));
            RefTo<TupleObject> pair = TRY(tuple_pack(t, {label, value}));
            TRY(list_append(t, members.get(), pair.value()));
        }
        Ref text = TRY(str_from_utf8(t, name));
        Ref module_name = TRY(bridge::name_of_module(t, Value{module}));
        StrObject* word = intern_utf8(t, "module");
        if (!word) return Failed{};
        RefTo<TupleObject> words = TRY(tuple_pack(t, {Value::object(word)}));
        Value args[3] = {text, members.value(), module_name};
        Ref cls = TRY(krait::call(t, parent, CallArgs{args, 2, words.get()}));
        if (!doc.empty()) {
            Ref about = TRY(str_from_utf8(t, doc));
            TRY(krait::set_attribute(t, cls, t.interp.names.dunder_doc, about));
        }
        auto record = std::make_unique<bridge::EnumRecord>();
        for (size_t i = 0; i < n; ++i) {
            StrObject* label = intern_utf8(t, rows[i].name);
            if (!label) return Failed{};
            record->members.emplace_back(rows[i].value, Ref(TRY(krait::get_attribute(t, cls, label))).release());
        }
        record->cls = cls.copy().release().as<TypeObject>();
        world.enums[tag] = std::move(record);
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        TRY(krait::set_attribute(t, Value{module}, key, cls));
        return cls;
    };
    return make().release().bits;
}

Cell make_enum(Link* link, const TypeTag* tag, std::int64_t value) {
    World& world = link->use();
    bridge::EnumRecord* record = find_enum(world, tag);
    Thread& t = world.thread();
    if (!record) {
        (void)krait::raise(t, Exc::TypeError, "no Python class is bound to the C++ enumeration of the result");
        return kError;
    }
    for (auto& [known, member] : record->members)
        if (known == value) return retain(member.bits);
    // Combinations of flags; for others ValueError.
    Ref number = krait::make_int(t, value);
    if (number.failed()) return kError;
    return krait::call(t, Value::object(record->cls), number).release().bits;
}

Load load_enum(Link* link, Cell c, const TypeTag* tag, std::int64_t* out) {
    World& world = link->use();
    bridge::EnumRecord* record = find_enum(world, tag);
    Value v{c};
    if (!record || !v.is_object()) return Load::WrongType;
    for (auto& [known, member] : record->members)
        if (member == v) {
            *out = known;
            return Load::Ok;
        }
    if (!is_subtype(v.as_object()->type, record->cls)) return Load::WrongType;
    Cell value = get_attribute(link, c, "value");
    if (value == kError) return Load::Raised;
    Owned held(link, value);
    return load_int(value, INT64_MIN, INT64_MAX, out);
}

}  // namespace krait::core
