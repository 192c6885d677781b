#include "vm/object/slots.h"

#include <cstddef>

#include "vm/native/method_def.h"
#include "vm/object/descriptor_object.h"
#include "vm/object/dict_object.h"
#include "vm/object/slot_functions.h"
#include "vm/object/subclasses.h"

namespace krait {

namespace {

constexpr SlotFunction kNone{};

#define KRAIT_SLOT(dunder, member, shape, op, function, signature, doc)                                      \
    {&Names::dunder, static_cast<uint16_t>(offsetof(Slots, member)), SlotShape::shape, static_cast<uint8_t>(op), \
     SlotFunction(function), signature, doc},
constexpr SlotRow kRows[] = {
#include "vm/object/slots.def"
};
#undef KRAIT_SLOT

StrObject* row_name(const TypeObject* type, const SlotRow& row) { return type->interp->names.*row.name; }

// `name` is a wrapper_descriptor standing for exactly this row, from a base of `type`.
bool is_own_wrapper(const TypeObject* type, Value found, const SlotRow& row) {
    if (!is_kind(found, Kind::SlotWrapper)) return false;
    auto* wrapper = found.as<SlotWrapperObject>();
    return wrapper->row == &row && is_subtype(type, wrapper->owner);
}

// A wrapper of another slot under the same dunder (list.__add__ is concat, not the number slot).
bool is_sibling_wrapper(Value found, const SlotRow& row) {
    return is_kind(found, Kind::SlotWrapper) && found.as<SlotWrapperObject>()->row != &row &&
           found.as<SlotWrapperObject>()->row->name == row.name;
}

// The built-in type whose layout instances have.
const TypeObject* native_base(const TypeObject* type) {
    while (type->base && has_flag(type, kTypeHeap)) type = type->base;
    return type;
}

// What one row wants in its slot.
struct Choice {
    SlotFunction specific{}, generic{};
    bool use_generic = false;

    void add(TypeObject* type, const SlotRow& row) {
        Value found = type_lookup_nocall(type, row_name(type, row));
        if (found.is_unbound() || is_sibling_wrapper(found, row)) return;
        if (is_own_wrapper(type, found, row)) {
            add_specific(found.as<SlotWrapperObject>()->function, row);
        } else if (row.name == &Names::dunder_new && is_native_new(found)) {
            add_specific(SlotFunction(native_base(type)->slots.new_), row);   // whatever a strange MRO finds
        } else if (row.name == &Names::dunder_hash && found.is_none()) {
            add_specific(SlotFunction(HashFn(&hash_not_implemented)), row);
        } else {
            use_generic = true;
            generic = row.function;
        }
    }
    void add_specific(SlotFunction function, const SlotRow& row) {
        generic = row.function;
        if (specific && !(specific == function)) use_generic = true;
        else specific = function;
    }
    SlotFunction result() const { return specific && !use_generic ? specific : use_generic ? generic : SlotFunction(); }
};

// Decides the slot of the rows [first, last), which share an offset.
void update_group(TypeObject* type, const SlotRow* first, const SlotRow* last) {
    Choice choice;
    for (const SlotRow* row = first; row != last; ++row) choice.add(type, *row);
    set_slot_at(type->slots, *first, choice.result());
}

const SlotRow* group_end(const SlotRow* row) {
    const SlotRow* first = row;
    while (row != std::end(kRows) && row->offset == first->offset) ++row;
    return row;
}

const SlotRow* group_begin(const SlotRow* row) {
    while (row != std::begin(kRows) && row[-1].offset == row->offset) --row;
    return row;
}

void update_flags(TypeObject* type) {
    auto set = [type](uint32_t flag, bool on) {
        if (on) type->type_flags |= flag;
        else type->type_flags &= ~flag;
    };
    set(kTypeHasDel, type->slots.finalize != nullptr);
    set(kTypeCustomGetattr, type->slots.getattr == &slot_getattr_hook);
    set(kTypeCustomSetattr, type->slots.setattr == &slot_setattr);
}

template <class F>
void inherit(F& mine, F base) {
    if (!mine) mine = base;
}

}  // namespace

std::span<const SlotRow> slot_rows() { return kRows; }

void slots_inherit(TypeObject* type, const TypeObject* base) {
    Slots& mine = type->slots;
    const Slots& from = base->slots;
    // Equality and hash go together: a type that compares in its own way does not take over a hash.
    bool own_comparison = mine.compare || mine.hash;
    if (!own_comparison) {
        mine.compare = from.compare;
        mine.hash = from.hash;
    } else if (!mine.compare) {
        mine.compare = from.compare;
    } else if (!mine.hash) {
        mine.hash = &hash_not_implemented;
    }
    bool own_collection = mine.traverse != nullptr;
    if (!own_collection) {
        mine.traverse = from.traverse;
        inherit(mine.clear, from.clear);
    }
    inherit(mine.dealloc, from.dealloc);
    inherit(mine.finalize, from.finalize);
    // A type without its own constructor directly below `object` cannot be made by calling it.
    if (base->base != nullptr || has_flag(type, kTypeHeap)) inherit(mine.new_, from.new_);
    for (const SlotRow& row : kRows) {
        bool handled = row.name == &Names::dunder_new || row.offset == offsetof(Slots, compare) ||
                       row.offset == offsetof(Slots, hash) || row.offset == offsetof(Slots, finalize);
        if (!handled && !slot_at(mine, row)) set_slot_at(mine, row, slot_at(from, row));
    }
    update_flags(type);
}

Status slots_expose(Thread& t, TypeObject* type, const Slots& own) {
    DictObject* dict = type->dict;
    for (const SlotRow& row : kRows) {
        SlotFunction function = slot_at(own, row);
        if (!function || row.shape == SlotShape::Hidden) continue;
        StrObject* name = row_name(type, row);
        Value present = TRY(dict_get(t, dict, Value::object(name)));
        if (!present.is_unbound()) continue;
        if (row.shape == SlotShape::Hash && own.hash == &hash_not_implemented) {
            TRY(dict_set_str(t, dict, name, Value::none()));
            continue;
        }
        Ref wrapper = TRY(slot_wrapper_new(t, type, &row, function));
        TRY(dict_set_str(t, dict, name, wrapper));
    }
    if (own.compare && !own.hash) TRY(dict_set_str(t, dict, t.interp.names.dunder_hash, Value::none()));
    if (own.new_) {
        Ref function = TRY(native_new_function(t, type));
        TRY(dict_set_str(t, dict, t.interp.names.dunder_new, function));
    }
    return ok();
}

// Is the MRO the type itself and then that of its one base? Then slots differ from the base's in what the type defines.
static bool extends_one_base(const TypeObject* type) {
    const TupleObject *mro = type->mro, *base = type->base ? type->base->mro : nullptr;
    if (!mro || !base || mro->size != base->size + 1 || mro->items[0] != Value::object(type)) return false;
    for (uint32_t i = 0; i < base->size; ++i)
        if (mro->items[i + 1] != base->items[i]) return false;
    return true;
}

static void update_named(TypeObject* type, const StrObject* name) {
    const bool by_text = !(name->flags & kInterned);   // a namespace given to type()
    for (const SlotRow& row : kRows) {
        if (row_name(type, row) != name && !(by_text && str_equal_nocall(row_name(type, row), name))) continue;
        const SlotRow* first = group_begin(&row);
        update_group(type, first, group_end(first));
    }
}

void slots_fixup(TypeObject* type) {
    for (const SlotRow* row = kRows; row != std::end(kRows);) {
        const SlotRow* end = group_end(row);
        update_group(type, row, end);
        row = end;
    }
    update_flags(type);
}

void slots_fixup_new(TypeObject* type) {
    if (!extends_one_base(type)) return slots_fixup(type);
    size_t position = 0;
    Value key;
    while (dict_next_nocall(type->dict, &position, &key, nullptr)) {
        const StrObject* name = as_str(key);
        if (name && name->length > 4 && name->unit() == 1 && name->data[0] == '_' && name->data[1] == '_')
            update_named(type, name);
    }
    update_flags(type);
}

bool is_dunder_slot(TypeObject* type, StrObject* name) {
    if (name->length < 5 || !name->ascii() || name->data[0] != '_' || name->data[1] != '_') return false;
    for (const SlotRow& row : kRows)
        if (row_name(type, row) == name) return true;
    return false;
}

void slots_update(TypeObject* type, StrObject* name) {
    update_named(type, name);
    update_flags(type);
    for_each_subclass(type, [name](TypeObject* sub) {
        if (type_own_attribute_nocall(sub, name).is_unbound()) slots_update(sub, name);
    });
}

}  // namespace krait
