// itertools: the types by theme (itertools_*.cpp) and what they share.
#pragma once

#include "builtins/types/container_support.h"
#include "vm/native/module_def.h"

namespace krait {

extern const TypeSpec kCountSpec, kCycleSpec, kRepeatSpec, kAccumulateSpec;                              // _infinite
extern const TypeSpec kChainSpec, kCompressSpec, kDropWhileSpec, kTakeWhileSpec, kFilterFalseSpec;       // _filter
extern const TypeSpec kStarMapSpec, kISliceSpec;                                                         // _filter
extern const TypeSpec kGroupBySpec, kGrouperSpec, kTeeSpec, kTeeDataSpec, kZipLongestSpec;               // _group
extern const TypeSpec kPairwiseSpec, kBatchedSpec;                                                      // _later
extern const TypeSpec kProductSpec, kPermutationsSpec, kCombinationsSpec, kCombinationsReplacementSpec;  // _combine

// Types that others of the module make instances of. In TypeObject::native of each, for the interpreter's life.
struct ItertoolsTypes {
    TypeObject *chain, *islice, *grouper, *tee, *tee_data;
};
inline ItertoolsTypes& itertools_types(TypeObject* type) {   // of a type of the module or a subclass
    while (!type->native) type = type->base;
    return *static_cast<ItertoolsTypes*>(type->native);
}

inline constexpr const char* kReduceDoc = "Return state information for pickling.";
inline constexpr const char* kSetStateDoc = "Set state information for unpickling.";

template <class Fields>
constexpr Slots iterator_slots(NewFn make, NextFn next, UnaryFn repr = nullptr) {
    return {.dealloc = Fields::dealloc,
            .traverse = Fields::traverse,
            .repr = repr,
            .iter = iter_self,
            .next = next,
            .new_ = make};
}
template <size_t kSize, class Methods>
constexpr TypeSpec iterator_spec(const char* name, const char* doc, const Slots& slots, const Methods& methods) {
    return {.name = name,
            .doc = doc,
            .basic_size = kSize,
            .flags = kTypeBase | kTypeGc,
            .slots = slots,
            .methods = methods};
}

// The same with text for inspect.signature().
constexpr TypeSpec with_signature(TypeSpec spec, const char* signature) {
    spec.new_signature = signature;
    return spec;
}

// An exact type refuses keywords, a subclass may take them.
inline bool refuse_keywords_of(Thread& t, const char* name, TypeObject* type, const TypeSpec& spec,
                               const CallArgs& args) {
    return type->spec != &spec || refuse_keywords(t, name, args);
}
// `state` of __setstate__ as a tuple with `least` to `most` items.
Fallible<TupleObject*> state_tuple(Thread&, Value state, size_t least, size_t most);

// The tuple of the last result, to be changed in place: itself while nobody else holds it, else a copy.
Fallible<TupleObject*> own_result(Thread&, TupleObject** result);

}  // namespace krait
