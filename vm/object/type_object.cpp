// Types as objects: built-in ones from their specs, names, the end of a type.
#include "vm/object/type_object.h"

#include <cstring>
#include <string_view>

#include "support/utf8.h"
#include "vm/native/method_def.h"
#include "vm/object/attribute.h"
#include "vm/object/descriptor_object.h"
#include "vm/object/instance_object.h"
#include "vm/object/method_decorator_object.h"
#include "vm/object/own_slots.h"
#include "vm/object/pattern_flags.h"
#include "vm/object/slots.h"
#include "vm/object/subclasses.h"
#include "vm/object/type_functions.h"
#include "vm/protocol/protocol.h"

namespace krait {

const char* type_name(const TypeObject* type) {
    // Messages name types of native modules in full: 'collections.deque'.
    if (type->spec && std::strchr(type->spec->name, '.')) return type->spec->name;
    StrObject* name = type->name;
    if (!name) return "?";
    if (name->ascii()) return name->data;
    return type->utf8_name ? type->utf8_name : "?";
}

void type_forget_utf8_name(Interpreter& interp, TypeObject* type) {
    if (!type->utf8_name) return;
    interp.heap.free_buffer(type->utf8_name, std::strlen(type->utf8_name) + 1);
    type->utf8_name = nullptr;
}

Status type_set_name(Thread& t, TypeObject* type, StrObject* name) {
    char* utf8 = nullptr;
    if (!name->ascii()) {
        std::string text = TRY(str_to_utf8_strict(t, name));
        utf8 = static_cast<char*>(t.heap.allocate_buffer(text.size() + 1));
        if (!utf8) return raise_memory_error(t);
        std::memcpy(utf8, text.c_str(), text.size() + 1);
    }
    type_forget_utf8_name(t.interp, type);
    type->utf8_name = utf8;
    Ref old = type->name ? Ref::steal(Value::object(type->name)) : Ref();
    incref(name);
    type->name = name;
    return ok();
}

// ------------------------------------------------------------------------------------------------ from specs

namespace {

uint32_t layout_flags(Kind layout) {
    switch (layout) {
    case Kind::List:
        return kTypeListSubclass;
    case Kind::Tuple:
        return kTypeTupleSubclass | kTypeVarSized;
    case Kind::Int:
        return kTypeIntSubclass;
    case Kind::Str:
        return kTypeStrSubclass | kTypeVarSized;
    case Kind::Bytes:
        return kTypeBytesSubclass | kTypeVarSized;
    case Kind::Dict:
        return kTypeDictSubclass;
    case Kind::BaseException:
        return kTypeExceptionSubclass;
    case Kind::Type:
        return kTypeTypeSubclass;
    default:
        return 0;
    }
}

// Memory for a type of a native module: never freed before the interpreter's end, since instances borrow it.
TypeObject* allocate_spec_type(Thread& t) {
    void* memory = t.heap.allocate_cell(sizeof(TypeObject), true);
    if (!memory) return nullptr;
    std::memset(memory, 0, sizeof(TypeObject));
    auto* type = static_cast<TypeObject*>(memory);
    type->refcount = 2;
    type->kind = Kind::Type;
    type->flags = sizeof(TypeObject) > kMaxCell ? kLarge : 0;
    type->type = t.interp.type(Kind::Type);
    type->interp = &t.interp;
    return type;
}

Status set_spec_names(Thread& t, TypeObject* type, std::string_view full) {
    size_t dot = full.rfind('.');
    std::string_view last = dot == std::string_view::npos ? full : full.substr(dot + 1);
    StrObject* name = intern_utf8(t, last);
    if (!name) return Failed{};
    TRY(type_set_name(t, type, name));
    incref(name);
    type->qualname = name;
    if (dot != std::string_view::npos) {
        StrObject* module = intern_utf8(t, full.substr(0, dot));
        if (!module) return Failed{};
        incref(module);
        type->module_name = module;
    }
    return ok();
}

void set_spec_layout(TypeObject* type, const TypeSpec& spec, const TypeObject* base, Kind exact_kind) {
    uint32_t may_subclass = exact_kind == Kind::Other ? spec.flags & kTypeBase : type->type_flags & kTypeBase;
    constexpr uint32_t kInherited = kTypeHasDict | kTypeHasWeakrefs | kTypeVarSized | kTypeGc | kPatternFlags;
    uint32_t inherited = base ? base->type_flags & kInherited : 0;
    type->layout = exact_kind == Kind::Other ? base->layout : exact_kind == Kind::Bool ? Kind::Int : exact_kind;
    type->type_flags = (spec.flags & ~uint32_t{kTypeBase}) | may_subclass | inherited | layout_flags(type->layout);
    if (spec.slots.traverse) type->type_flags |= kTypeGc;
    type->basic_size = spec.basic_size;
    if (base && type->basic_size < base->basic_size) type->basic_size = base->basic_size;
    if (base) type->slot_count = base->slot_count;
}

Status set_spec_bases(Thread& t, TypeObject* type, TypeObject* base) {
    RefTo<TupleObject> bases = TRY(base ? tuple_pack(t, {Value::object(base)}) : tuple_new(t, 0));
    type->bases = bases.release();
    uint32_t inherited = base ? base->mro->size : 0;
    RefTo<TupleObject> mro = TRY(tuple_new(t, inherited + 1));
    mro->items[0] = own(type).release();
    for (uint32_t i = 0; i < inherited; ++i) mro->items[i + 1] = own(base->mro->items[i]).release();
    type->mro = mro.release();
    if (!base) return ok();
    incref(base);
    type->base = base;
    return subclass_add(t, base, type);
}

Status add_row(Thread& t, TypeObject* type, const char* name, Ref value) {
    if (value.failed()) return Failed{};   // TRY would take the value away
    StrObject* interned = intern_utf8(t, name);
    if (!interned) return Failed{};
    return dict_set_str(t, type->dict, interned, value);
}

// The function knows its type, which is how it is pickled; it is not passed to it.
Ref static_native(Thread& t, TypeObject* type, const MethodDef* def) {
    Ref function = TRY(native_function_new(t, def, Value::object(type), Value::unbound()));
    return static_method_new(t, function);
}

// CPython's types directly below `object` name the generic lookup as theirs, all but a few. It shows where such a type
// stands before another class among the bases.
Slots exposed_slots(Thread& t, const TypeObject* type, const TypeSpec& spec) {
    Slots own = spec.slots;
    bool below_object = type->base == t.interp.type(Kind::ObjectType);
    if (below_object && !own.getattr && !(spec.flags & kTypeInheritsGetattr)) own.getattr = &generic_get_attribute;
    if (has_flag(type, kTypeExceptionSubclass)) own.init = type->slots.init;   // every class of exceptions has __init__
    if (spec.flags & kTypeOwnNew) own.new_ = type->slots.new_;
    return own;
}

Status fill_spec_dict(Thread& t, TypeObject* type, const TypeSpec& spec) {
    TRY(slots_expose(t, type, exposed_slots(t, type, spec)));
    for (const MethodDef& def : spec.methods) {
        if (t.interp.lang36 && !std::strcmp(def.name, "__class_getitem__")) continue;   // the classes of 3.6 have none
        bool is_static = def.kind == MethodKind::Static;
        TRY(add_row(t, type, def.name,
                    is_static ? static_native(t, type, &def) : method_descriptor_new(t, type, &def)));
    }
    for (const MemberDef& def : spec.members) TRY(add_row(t, type, def.name, member_descriptor_new(t, type, &def)));
    for (const GetSetDef& def : spec.getsets) TRY(add_row(t, type, def.name, getset_descriptor_new(t, type, &def)));
    if (!type_own_attribute_nocall(type, t.interp.names.dunder_doc).is_unbound()) return ok();
    Ref doc = spec.doc ? TRY(str_from_utf8(t, spec.doc)) : own(Value::none());
    return dict_set_str(t, type->dict, t.interp.names.dunder_doc, doc);
}

void clear_cache_at_exit(Interpreter& interp, void*) { method_cache_clear(interp); }

}  // namespace

RefTo<TypeObject> type_from_spec(Interpreter& interp, Thread& t, const TypeSpec& spec, TypeObject* base,
                                 Kind exact_kind) {
    if (exact_kind == Kind::ObjectType) interp.at_exit.push_back({nullptr, &clear_cache_at_exit});
    bool exact = exact_kind != Kind::Other;
    TypeObject* type = exact ? interp.type(exact_kind) : allocate_spec_type(t);
    if (!type) return raise_memory_error(t);
    RefTo<TypeObject> result = RefTo<TypeObject>::steal(type);
    if (!base && exact_kind != Kind::ObjectType) base = interp.type(Kind::ObjectType);
    if (exact_kind == Kind::ObjectType) base = nullptr;
    type->spec = &spec;
    set_spec_layout(type, spec, base, exact_kind);
    type->slots = spec.slots;
    if (base) slots_inherit(type, base);
    auto fill = [&]() -> Status {
        TRY(set_spec_names(t, type, spec.name));
        TRY(set_spec_bases(t, type, base));
        type->dict = TRY(dict_new(t)).release();
        return fill_spec_dict(t, type, spec);
    };
    if (!fill()) {
        if (exact) (void)result.release();   // the shell stays the interpreter's
        return Failed{};
    }
    type->type_flags |= kTypeReady;
    gc_track(type);
    return result;
}

// ------------------------------------------------------------------------------------------------ the end of a type

void type_traverse(Object* o, Visitor& visitor) {
    auto* type = static_cast<TypeObject*>(o);
    visitor.visit_pointer(type->base);
    visitor.visit_pointer(type->bases);
    visitor.visit_pointer(type->mro);
    visitor.visit_pointer(type->dict);
    visitor.visit_pointer(type->subclasses);
}

static void leave_bases(TypeObject* type) {
    if (!type->bases) return;
    for (uint32_t i = 0; i < type->bases->size; ++i)
        if (TypeObject* base = as_type(type->bases->items[i])) subclass_remove(base, type);
}

// Breaks cycles; the type stays usable as far as its instances' deallocation needs it (base, bases, slots).
void type_clear(Interpreter& interp, Object* o) {
    auto* type = static_cast<TypeObject*>(o);
    type_modified(type);
    type->type_flags &= ~uint32_t{kTypeReady};   // no version, so no cache entry, from now on
    if (type->dict) {
        Ref dict = own(type->dict);
        dict_clear(interp, type->dict);
    }
    if (TupleObject* mro = type->mro) {
        type->mro = nullptr;
        decref(mro);
    }
}

template <class T>
static void drop_field(T*& field) {
    T* old = field;
    field = nullptr;
    if (old) decref(reinterpret_cast<Object*>(old));
}

void type_dealloc(Interpreter& interp, Object* o) {
    auto* type = static_cast<TypeObject*>(o);
    leave_bases(type);
    type->version = 0;
    shared_keys_free(interp, type);
    drop_field(type->dict);
    drop_field(type->mro);
    drop_field(type->bases);
    drop_field(type->subclasses);
    drop_field(type->qualname);
    drop_field(type->module_name);
    drop_field(type->base);
    type_forget_utf8_name(interp, type);
    drop_field(type->name);
    free_object(interp, o);
}

}  // namespace krait
