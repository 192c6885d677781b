#include "vm/object/type_layout.h"

#include "vm/error/raise.h"
#include "vm/object/descriptor_object.h"
#include "vm/object/dict_object.h"

namespace krait {

static bool extends_layout(const TypeObject* type, const TypeObject* base) {
    // Behind items of an int, tuple or bytes a dict takes part in the layout.
    if (has_item_size(type) && ((type->type_flags ^ base->type_flags) & kTypeHasDict)) return true;
    if (type->slot_count > base->slot_count || type->basic_size != base->basic_size || type->layout != base->layout)
        return true;
    // Exceptions share one layout, but those with named fields use it each in their own way.
    return type->layout == Kind::BaseException && type->spec && base->spec &&
           (!type->spec->members.empty() || !type->spec->getsets.empty());
}

const TypeObject* solid_base(const TypeObject* type) {
    while (type->base && !extends_layout(type, type->base)) type = type->base;
    return type;
}

static bool below(const TypeObject* type, const TypeObject* base) {
    for (; type; type = type->base)
        if (type == base) return true;
    return false;
}

Fallible<TypeObject*> best_base(Thread& t, TupleObject* bases) {
    TypeObject* best = nullptr;
    const TypeObject* winner = nullptr;
    for (uint32_t i = 0; i < bases->size; ++i) {
        TypeObject* base = as_type(bases->items[i]);
        if (!base) return raise(t, Exc::TypeError, "bases must be types");
        if (!has_flag(base, kTypeBase))
            return raise(t, Exc::TypeError, "type '%s' is not an acceptable base type", type_name(base));
        const TypeObject* candidate = solid_base(base);
        if (!winner || (winner != candidate && below(candidate, winner))) {
            winner = candidate;
            best = base;
        } else if (!below(winner, candidate)) {
            return raise(t, Exc::TypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

bool instances_have_dict(const TypeObject* type) { return has_flag(type, kTypeHasDict) || type->layout == Kind::Type; }

bool has_item_size(const TypeObject* type) {
    switch (type->layout) {
    case Kind::Int:
    case Kind::Bool:
    case Kind::Tuple:
    case Kind::Bytes:
    case Kind::Type:
        return true;
    default:
        return false;
    }
}

// The class's own slot with this place in the trailer.
static StrObject* own_slot_name(const TypeObject* type, uint32_t index) {
    size_t position = 0;
    Value key, value;
    while (type->dict && dict_next_nocall(type->dict, &position, &key, &value)) {
        if (!is_kind(value, Kind::MemberDescriptor)) continue;
        auto* member = value.as<MemberDescriptorObject>();
        if (member->in_trailer && member->owner == type && member->offset == index) return member->name;
    }
    return nullptr;
}

bool same_own_slots(const TypeObject* a, const TypeObject* b) {
    const TypeObject* solid_a = solid_base(a);
    const TypeObject* solid_b = solid_base(b);
    if (!solid_a->base || !solid_b->base || solid_base(solid_a->base) != solid_base(solid_b->base)) return false;
    if (solid_a->slot_count != solid_b->slot_count || solid_a->base->slot_count != solid_b->base->slot_count)
        return false;
    for (uint32_t i = solid_a->base->slot_count; i < solid_a->slot_count; ++i) {
        StrObject* name = own_slot_name(solid_a, i);
        if (!name || name != own_slot_name(solid_b, i)) return false;
    }
    return true;
}

}  // namespace krait
