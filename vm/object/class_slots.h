// __slots__ of a class being made, and the descriptors __dict__ and __weakref__ that classes get.
#pragma once

#include "vm/native/method_def.h"

namespace krait {

struct ClassSlots {
    RefTo<TupleObject> names;          // sorted, mangled, interned; without __dict__ and __weakref__; null: none
    bool dict = false, weakrefs = false;
    bool failed() const { return failed_; }
    bool failed_ = false;
    ClassSlots() = default;
    ClassSlots(Failed) : failed_(true) {}   // NOLINT
    ClassSlots&& take() { return std::move(*this); }
};
ClassSlots read_class_slots(Thread&, Value slots, StrObject* class_name, TypeObject* base, DictObject* ns,
                            bool can_have_dict, bool can_have_weakrefs);
// __name -> _Class__name
RefTo<StrObject> mangle_name(Thread&, StrObject* class_name, StrObject* name);

extern const GetSetDef kDictGetSet;      // "dictionary for instance variables (if defined)"
extern const GetSetDef kWeakrefGetSet;   // "list of weak references to the object (if defined)"

}  // namespace krait
