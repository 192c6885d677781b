// Creation of classes: what a class statement and type(name, bases, namespace) do once the metaclass is known.
#include <algorithm>
#include <cstring>

#include "vm/interp/frame.h"
#include "vm/native/method_def.h"
#include "vm/object/attribute.h"
#include "vm/object/class_slots.h"
#include "vm/object/descriptor_object.h"
#include "vm/object/instance_object.h"
#include "vm/object/method_decorator_object.h"
#include "vm/object/mro.h"
#include "vm/object/pattern_flags.h"
#include "vm/object/slots.h"
#include "vm/object/str_utf8.h"
#include "vm/object/subclasses.h"
#include "vm/object/super_object.h"
#include "vm/object/type_functions.h"
#include "vm/object/type_layout.h"
#include "vm/protocol/protocol.h"

namespace krait {

Fallible<TypeObject*> calculate_metaclass(Thread& t, TypeObject* metatype, TupleObject* bases) {
    TypeObject* winner = metatype;
    for (uint32_t i = 0; i < bases->size; ++i) {
        TypeObject* theirs = type_of(t, bases->items[i]);
        if (is_subtype(winner, theirs)) continue;
        if (!is_subtype(theirs, winner))
            return raise(t, Exc::TypeError,
                         "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                         "metaclasses of all its bases");
        winner = theirs;
    }
    return winner;
}

namespace {

Status check_name(Thread& t, StrObject* name) {
    if (str_find_char(name, 0, 0, name->length) >= 0)
        return raise(t, Exc::ValueError, "type name must not contain null characters");
    return check_encodable(t, name);
}

// The bases as they are now: a Python mro() may have changed them.
Status enter_bases(Thread& t, TypeObject* type) {
    RefTo<TupleObject> bases = RefTo<TupleObject>::own(type->bases);
    for (uint32_t i = 0; i < bases->size; ++i) TRY(subclass_add(t, bases->items[i].as<TypeObject>(), type));
    return ok();
}

class ClassMaker {
  public:
    ClassMaker(Thread& t, TypeObject* metatype, StrObject* name, TupleObject* bases, const CallArgs& kwargs)
        : thread_(t), names_(t.interp.names), metatype_(metatype), name_(name), bases_(bases), kwargs_(kwargs) {}

    Ref run(DictObject* ns) {
        Thread& t = thread_;
        base_ = TRY(best_base(t, bases_));
        dict_ = TRY(dict_copy(t, ns));
        TRY(read_slots());
        TRY(allocate());
        TRY(fill_namespace());
        TRY(set_class_cell());
        TRY(compute_mro(t, type_.get()));
        inherit_pattern_flags();
        TRY(finish_namespace());
        TRY(enter_bases(t, type_.get()));
        type_->type_flags |= kTypeReady;
        type_->slots.new_ = type_->base->slots.new_;
        set_slots();
        TRY(call_set_name());
        TRY(call_init_subclass());
        return std::move(type_);
    }

  private:
    Value own_value(StrObject* name) { return namespace_value_nocall(dict_.get(), name); }

    // The first class of the MRO that is a sequence or a mapping to patterns decides.
    void inherit_pattern_flags() {
        const TupleObject* mro = type_->mro;
        for (uint32_t i = 1; i < mro->size && !has_flag(type_.get(), kPatternFlags); ++i)
            if (const TypeObject* base = as_type(mro->items[i])) type_->type_flags |= base->type_flags & kPatternFlags;
    }

    Status read_slots() {
        Value slots = own_value(names_.dunder_slots);
        bool can_have_dict = !instances_have_dict(base_);
        bool can_have_weakrefs = !has_flag(base_, kTypeHasWeakrefs) && !has_item_size(base_);
        if (slots.is_unbound()) {
            add_dict_ = can_have_dict;
            add_weakrefs_ = can_have_weakrefs;
            return ok();
        }
        slots_ = TRY(read_class_slots(thread_, slots, name_, base_, dict_.get(), can_have_dict, can_have_weakrefs));
        has_slots_ = true;
        add_dict_ = slots_.dict;
        add_weakrefs_ = slots_.weakrefs;
        // Bases beside the one that gives the layout may still ask for a dict or weak references.
        for (uint32_t i = 0; i < bases_->size; ++i) {
            auto* other = bases_->items[i].as<TypeObject>();
            if (other == base_) continue;
            if (can_have_dict && instances_have_dict(other)) add_dict_ = true;
            if (can_have_weakrefs && has_flag(other, kTypeHasWeakrefs)) add_weakrefs_ = true;
        }
        return ok();
    }

    Status allocate() {
        Thread& t = thread_;
        auto* type = reinterpret_cast<TypeObject*>(allocate_object(t, metatype_, instance_size(metatype_)));
        if (!type) return Failed{};
        constexpr size_t kHeader = sizeof(Object);
        std::memset(reinterpret_cast<char*>(type) + kHeader, 0, sizeof(TypeObject) - kHeader);
        type->interp = &t.interp;
        type_ = RefTo<TypeObject>::steal(type);
        instance_init_trailer(type);
        type->layout = base_->layout;
        type->basic_size = base_->basic_size;
        type->slot_count = static_cast<uint16_t>(base_->slot_count + slot_names());
        type->base = RefTo<TypeObject>::own(base_).release();
        type->bases = RefTo<TupleObject>::own(bases_).release();
        type->dict = dict_.release();
        dict_ = RefTo<DictObject>::own(type->dict);
        constexpr uint32_t kInherited = kTypeHasDict | kTypeHasWeakrefs | kTypeVarSized | kTypeUncacheable |
                                        kTypeListSubclass | kTypeTupleSubclass | kTypeIntSubclass | kTypeStrSubclass |
                                        kTypeBytesSubclass | kTypeDictSubclass | kTypeExceptionSubclass |
                                        kTypeTypeSubclass;
        type->type_flags = kTypeHeap | kTypeBase | (base_->type_flags & (kInherited | kTypeGc));
        if (add_dict_ || add_weakrefs_ || slot_names()) type->type_flags |= kTypeGc;
        if (add_dict_) type->type_flags |= kTypeHasDict;
        if (add_weakrefs_) type->type_flags |= kTypeHasWeakrefs;
        bool plain = type->layout == Kind::ObjectType && type->basic_size == sizeof(Object) && type->slot_count == 0;
        if (plain && has_flag(type, kTypeHasDict)) type->type_flags |= kTypeInline;
        gc_track(type);
        TRY(type_set_name(t, type, name_));
        type->qualname = RefTo<StrObject>::own(name_).release();
        type->slots = base_->slots;
        type->slots.new_ = nullptr;   // no instances before there is an MRO: a Python mro() may try
        type->slots.dealloc = has_flag(type, kTypeInline) ? &inline_instance_dealloc : &subclass_instance_dealloc;
        type->slots.traverse = has_flag(type, kTypeInline) ? &inline_instance_traverse : &subclass_instance_traverse;
        type->slots.clear = has_flag(type, kTypeInline) ? &inline_instance_clear : &subclass_instance_clear;
        return ok();
    }
    uint32_t slot_names() const {
        return has_slots_ && !slots_.names.failed() && slots_.names.get() ? slots_.names->size : 0;
    }

    Status take_qualname() {
        Value given = own_value(names_.dunder_qualname);
        if (given.is_unbound()) return ok();
        if (!layout_is(given, Kind::Str))
            return raise(thread_, Exc::TypeError, "type __qualname__ must be a str, not %s",
                         type_name_of(thread_, given));
        Ref keep = own(given);
        Ref old = Ref::steal(Value::object(type_->qualname));
        type_->qualname = keep.release().as<StrObject>();
        TRY(dict_delete_str(thread_, dict_.get(), names_.dunder_qualname));
        return ok();
    }

    Status set_module() {
        if (!own_value(names_.dunder_module).is_unbound() || !thread_.frame) return ok();
        FunctionObject* function = thread_.frame->function;
        if (!function || !function->globals) return ok();
        Value name = dict_get_str(thread_, function->globals, names_.dunder_name);
        if (name.is_error()) return Failed{};
        if (name.is_unbound()) return ok();
        Ref keep = own(name);
        return dict_set_str(thread_, dict_.get(), names_.dunder_module, keep);
    }

    // __new__ is static, __init_subclass__ and __class_getitem__ are class methods, unless they say otherwise.
    Status wrap_implicit_methods() {
        Value new_ = own_value(names_.dunder_new);
        if (is_kind(new_, Kind::Function)) {
            Ref wrapped = TRY(static_method_new(thread_, new_));
            TRY(dict_set_str(thread_, dict_.get(), names_.dunder_new, wrapped));
        }
        Value init_subclass = own_value(names_.dunder_init_subclass);
        if (is_kind(init_subclass, Kind::Function)) {
            Ref wrapped = TRY(class_method_new(thread_, init_subclass));
            TRY(dict_set_str(thread_, dict_.get(), names_.dunder_init_subclass, wrapped));
        }
        if (thread_.interp.lang36) return ok();
        Value get_item = own_value(names_.dunder_class_getitem);   // 3.7
        if (is_kind(get_item, Kind::Function)) {
            Ref wrapped = TRY(class_method_new(thread_, get_item));
            TRY(dict_set_str(thread_, dict_.get(), names_.dunder_class_getitem, wrapped));
        }
        return ok();
    }

    Status fill_namespace() {
        TRY(set_module());
        TRY(take_qualname());
        TRY(wrap_implicit_methods());
        for (uint32_t i = 0; i < slot_names(); ++i) {
            auto* slot = slots_.names->items[i].as<StrObject>();
            Ref member = TRY(slot_member_new(thread_, type_.get(), slot, base_->slot_count + i));
            TRY(dict_set_str(thread_, dict_.get(), slot, member));
        }
        if (add_dict_) TRY(add_getset(kDictGetSet));
        if (add_weakrefs_) TRY(add_getset(kWeakrefGetSet));
        return ok();
    }
    Status add_getset(const GetSetDef& def) {
        StrObject* name = intern_utf8(thread_, def.name);
        if (!name) return Failed{};
        if (!own_value(name).is_unbound()) return ok();
        Ref descriptor = TRY(getset_descriptor_new(thread_, type_.get(), &def));
        return dict_set_str(thread_, dict_.get(), name, descriptor);
    }

    Status set_class_cell() {
        Value cell = own_value(names_.dunder_classcell);
        if (cell.is_unbound()) return ok();
        if (!is_kind(cell, Kind::Cell)) {
            std::string text = repr_utf8(thread_, Value::object(type_of(thread_, cell)));
            return raise(thread_, Exc::TypeError, "__classcell__ must be a nonlocal cell, not %s", text.c_str());
        }
        Ref keep = own(cell);
        Ref old = Ref::steal(keep.as<CellObject>()->contents);
        keep.as<CellObject>()->contents = own(type_.value()).release();
        TRY(dict_delete_str(thread_, dict_.get(), names_.dunder_classcell));
        return ok();
    }

    Status finish_namespace() {
        Value doc = own_value(names_.dunder_doc);
        if (doc.is_unbound()) TRY(dict_set_str(thread_, dict_.get(), names_.dunder_doc, Value::none()));
        else if (layout_is(doc, Kind::Str)) TRY(check_encodable(thread_, doc.as<StrObject>()));
        bool unhashable = !own_value(names_.dunder_eq).is_unbound() && own_value(names_.dunder_hash).is_unbound();
        if (unhashable) TRY(dict_set_str(thread_, dict_.get(), names_.dunder_hash, Value::none()));
        return ok();
    }

    void set_slots() { slots_fixup_new(type_.get()); }

    Status call_set_name() {
        RefTo<DictObject> snapshot = TRY(dict_copy(thread_, dict_.get()));
        size_t position = 0;
        Value key, value;
        while (dict_next_nocall(snapshot.get(), &position, &key, &value)) {
            if (!value.is_object()) continue;
            Value found = type_lookup_nocall(type_of(thread_, value), names_.dunder_set_name);
            if (found.is_unbound()) continue;
            Value args[] = {value, type_.value(), key};
            Ref keep = own(found);
            Ref result = Ref::steal(call_found(thread_, keep, {args, 3, nullptr}));
            if (result.failed()) return set_name_failed(key, value);
        }
        return ok();
    }
    Status set_name_failed(Value key, Value value) {
        Thread& t = thread_;
        Ref cause = fetch_exception(t);
        std::string name = repr_utf8(t, key);
        (void)raise(t, Exc::RuntimeError, "Error calling __set_name__ on '%s' instance %s in '%s'",
                    type_name_of(t, value), name.c_str(), type_name(type_.get()));
        Ref error = fetch_exception(t);
        if (ExceptionObject* e = as_exception(error)) {
            Ref old_cause = Ref::steal(e->cause), old_context = Ref::steal(e->context);
            e->cause = own(cause.get()).release();
            e->context = cause.release();
            e->suppress_context = true;
        }
        restore_exception(t, std::move(error));
        return Failed{};
    }

    Status call_init_subclass() {
        Ref super = TRY(super_new(thread_, type_.get(), type_.value()));
        Ref method = TRY(get_attribute(thread_, super, names_.dunder_init_subclass));
        Ref result = TRY(call(thread_, method, {kwargs_.args + kwargs_.nargs, 0, kwargs_.kwnames}));
        return ok();
    }

    Thread& thread_;
    const Names& names_;
    TypeObject* metatype_;
    StrObject* name_;
    TupleObject* bases_;
    CallArgs kwargs_;
    TypeObject* base_ = nullptr;
    RefTo<DictObject> dict_;
    RefTo<TypeObject> type_;
    ClassSlots slots_;
    bool has_slots_ = false, add_dict_ = false, add_weakrefs_ = false;
};

}  // namespace

Ref type_new(Thread& t, TypeObject* metatype, StrObject* name, TupleObject* bases, DictObject* ns,
             const CallArgs& kwargs) {
    TRY(check_name(t, name));
    RefTo<TupleObject> all = bases->size ? RefTo<TupleObject>::own(bases)
                                         : TRY(tuple_pack(t, {Value::object(t.interp.type(Kind::ObjectType))}));
    return ClassMaker(t, metatype, name, all.get(), kwargs).run(ns);
}

// Only the class statement asks bases that are no classes for others.
static Status refuse_mro_entries(Thread& t, TupleObject* bases) {
    for (uint32_t i = 0; i < bases->size; ++i) {
        if (as_type(bases->items[i])) continue;
        Ref base = own(bases->items[i]);
        Ref found = TRY(lookup_attribute(t, base, t.interp.names.dunder_mro_entries));
        if (!found.get().is_unbound())
            return raise(t, Exc::TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    return ok();
}

// type.__new__(metatype, name, bases, namespace, **kwargs); type(x) is dealt with before.
Value type_new_slot(Thread& t, TypeObject* metatype, const CallArgs& args) {
    bool keywords = args.kwnames && args.kwnames->size;
    if (metatype == t.interp.type(Kind::Type) && args.nargs == 1 && !keywords)
        return own(Value::object(type_of(t, args.args[0]))).release();
    if (metatype == t.interp.type(Kind::Type) && args.nargs != 3)
        return raise(t, Exc::TypeError, "type() takes 1 or 3 arguments");
    if (args.nargs != 3)
        return raise(t, Exc::TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", args.nargs);
    constexpr Kind kExpected[] = {Kind::Str, Kind::Tuple, Kind::Dict};
    constexpr const char* kNames[] = {"str", "tuple", "dict"};
    for (int i = 0; i < 3; ++i)
        if (!layout_is(args.args[i], kExpected[i]))
            return raise(t, Exc::TypeError, "type.__new__() argument %d must be %s, not %s", i + 1, kNames[i],
                         argument_type_name(t, args.args[i]));
    auto* bases = args.args[1].as<TupleObject>();
    auto is_class = [](Value base) { return as_type(base) != nullptr; };
    if (!t.interp.lang36 && !std::all_of(bases->items, bases->items + bases->size, is_class) &&
        !refuse_mro_entries(t, bases))
        return Value::error();
    auto winner = calculate_metaclass(t, metatype, bases);
    if (!winner) return Value::error();
    if (winner.value() != metatype && winner.value()->slots.new_ != &type_new_slot && winner.value()->slots.new_)
        return winner.value()->slots.new_(t, winner.value(), args);
    return type_new(t, winner.value(), args.args[0].as<StrObject>(), bases, args.args[2].as<DictObject>(),
                    {args.args + args.nargs, 0, args.kwnames})
        .release();
}

// ------------------------------------------------------------------------------------------------ __bases__

namespace {

// New MROs for the type and everything below it. `undo` gets type, new MRO and old MRO (None: there was none), so that
// a failure can put all of them back. Types whose MRO changed while a Python mro() ran are left as they are.
constexpr size_t kWorkPerClass = 64;   // whose MRO and slots are made anew

Status recompute_below(Thread& t, TypeObject* type, ListObject* undo) {
    TRY(charge_work(t, kWorkPerClass));
    Ref old_mro = type->mro ? own(type->mro) : own(Value::none());
    if (!TRY(refresh_mro(t, type))) return ok();
    TRY(list_append(t, undo, Value::object(type)));
    TRY(list_append(t, undo, Value::object(type->mro)));
    TRY(list_append(t, undo, old_mro));
    RefTo<ListObject> below = TRY(list_new(t));
    for (size_t i = 0; i < subclass_count(type); ++i) {
        TypeObject* sub = subclass_at(type, i);
        if (sub->refcount && !(sub->flags & kInDestroy)) TRY(list_append(t, below.get(), Value::object(sub)));
    }
    for (uint32_t i = 0; i < below->size; ++i) TRY(recompute_below(t, below->items[i].as<TypeObject>(), undo));
    return ok();
}

void put_back(ListObject* undo) {
    for (uint32_t i = 0; i + 2 < undo->size; i += 3) {
        auto* type = undo->items[i].as<TypeObject>();
        if (!type->mro || !(undo->items[i + 1] == Value::object(type->mro))) continue;   // a newer one
        Ref replaced = Ref::steal(Value::object(type->mro));
        Value old = undo->items[i + 2];
        type->mro = old == Value::none() ? nullptr : own(old).release().as<TupleObject>();
        type_modified(type);
    }
}

// While a Python mro() runs, `__base__` is ahead of the MRO.
bool in_base_chain(const TypeObject* type, const TypeObject* sought) {
    for (; type; type = type->base)
        if (type == sought) return true;
    return false;
}

Status check_new_bases(Thread& t, TypeObject* type, Value value) {
    if (value.is_unbound()) return raise(t, Exc::TypeError, "can't delete %s.__bases__", type_name(type));
    if (!has_flag(type, kTypeHeap)) return raise(t, Exc::TypeError, "can't set %s.__bases__", type_name(type));
    TupleObject* bases = as_tuple(value);
    if (!bases)
        return raise(t, Exc::TypeError, "can only assign tuple to %s.__bases__, not %s", type_name(type),
                     type_name_of(t, value));
    if (bases->size == 0)
        return raise(t, Exc::TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", type_name(type));
    for (uint32_t i = 0; i < bases->size; ++i) {
        TypeObject* base = as_type(bases->items[i]);
        if (!base)
            return raise(t, Exc::TypeError, "%s.__bases__ must be tuple of classes, not '%s'", type_name(type),
                         type_name_of(t, bases->items[i]));
        if (is_subtype(base, type) || in_base_chain(base, type))
            return raise(t, Exc::TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return ok();
}

void fix_slots_below(TypeObject* type) {
    slots_fixup(type);
    for_each_subclass(type, [](TypeObject* sub) { fix_slots_below(sub); });
}

}  // namespace

Status type_assign_bases(Thread& t, TypeObject* type, Value value) {
    TRY(check_new_bases(t, type, value));
    RefTo<TupleObject> bases = RefTo<TupleObject>::own(value.as<TupleObject>());
    TypeObject* base = TRY(best_base(t, bases.get()));
    if (!same_instance_layout(type->base, base) || type->base->slots.dealloc != base->slots.dealloc)
        return raise(t, Exc::TypeError, "__bases__ assignment: '%s' %s differs from '%s'", type_name(base),
                     layout_difference(type->base, base), type_name(type->base));
    Ref old_bases = own(type->bases), old_base = own(type->base);
    auto install = [type](TupleObject* its_bases, TypeObject* its_base) {
        Ref drop_bases = Ref::steal(Value::object(type->bases)), drop_base = Ref::steal(Value::object(type->base));
        type->bases = RefTo<TupleObject>::own(its_bases).release();
        type->base = RefTo<TypeObject>::own(its_base).release();
    };
    type_modified(type);
    install(bases.get(), base);
    RefTo<ListObject> undo = list_new(t);
    if (!undo || !recompute_below(t, type, undo.get())) {
        if (undo) put_back(undo.get());
        if (type->bases == bases.get()) install(old_bases.as<TupleObject>(), old_base.as<TypeObject>());
        return Failed{};
    }
    if (type->bases != bases.get()) return ok();   // a Python mro() gave it others, and has done what follows
    auto* left = old_bases.as<TupleObject>();
    for (uint32_t i = 0; i < left->size; ++i) subclass_remove(left->items[i].as<TypeObject>(), type);
    TRY(enter_bases(t, type));
    type_modified(type);
    fix_slots_below(type);
    return charge_work(t, undo->size / 3 * kWorkPerClass);
}

}  // namespace krait
