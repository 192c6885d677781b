// _collections: the module, and the counting loop of Counter.
#include "builtins/modules/collections.h"

#include "vm/object/attribute.h"
#include "vm/object/key_match.h"

namespace krait {
namespace {

// The mapping behaves like a plain dict as far as get() and item assignment go.
Fallible<bool> counts_like_dict(Thread& t, Value mapping) {
    if (!as_dict(mapping)) return false;
    StrObject* get = intern_utf8(t, "get");
    if (!get) return Failed{};
    TypeObject *type = type_of(t, mapping), *dict = t.interp.type(Kind::Dict);
    return type->slots.set_item == dict->slots.set_item &&
           type_lookup_nocall(type, get) == type_lookup_nocall(dict, get);
}

Status count_in_dict(Thread& t, DictObject* counts, Value iterable) {
    Iteration it(t, iterable);
    while (it.next()) {
        uint64_t hash;
        if (!hash_key(t, it.item(), &hash)) return Failed{};
        int64_t found = dict_find(t, counts, it.item(), hash);
        if (found == kFindError) return Failed{};
        if (found == kMissing) {
            TRY(dict_insert_missing(t, counts, it.item(), hash, Value::small_int(1)));
            continue;
        }
        Value* count = &counts->keys->entries()[found].value;
        Value sum;
        if (KRAIT_LIKELY(count->is_int() && int_add(*count, Value::small_int(1), &sum))) {
            *count = sum;
            continue;
        }
        Ref old = own(*count);
        Ref next = TRY(binary_operation(t, BinaryOp::Add, old, Value::small_int(1)));
        TRY(dict_set_hashed(t, counts, it.item(), hash, next));
    }
    if (it.failed()) return Failed{};
    return ok();
}

Status count_elements(Thread& t, Value mapping, Value iterable) {
    if (TRY(counts_like_dict(t, mapping))) return count_in_dict(t, as_dict(mapping), iterable);
    StrObject* get = intern_utf8(t, "get");
    if (!get) return Failed{};
    Ref getter = TRY(get_attribute(t, mapping, get));
    Iteration it(t, iterable);
    while (it.next()) {
        Ref old = TRY(call(t, getter, it.item(), Value::small_int(0)));
        Ref next = TRY(binary_operation(t, BinaryOp::Add, old, Value::small_int(1)));
        TRY(set_item(t, mapping, it.item(), next));
    }
    if (it.failed()) return Failed{};
    return ok();
}

constexpr MethodDef FUNCTIONS[] = {
    function<count_elements>(
        "_count_elements", "(mapping, iterable, /)",
        "_count_elements(mapping, iterable) -> None\n\nCount elements in the iterable, updating the mapping"),
};

void free_types(Interpreter& interp, void* types) { interp.heap.free_buffer(types, sizeof(CollectionsTypes)); }

Fallible<TypeObject*> add_type(Thread& t, ModuleObject* module, CollectionsTypes* types, const TypeSpec& spec,
                               Kind base) {
    TypeObject* type = TRY(module_add_type(t, module, spec, t.interp.type(base)));
    type->native = types;
    return type;
}

// Not in the module's namespace, as in the reference.
Fallible<TypeObject*> hidden_type(Thread& t, CollectionsTypes* types, const TypeSpec& spec, Kind base) {
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, spec, t.interp.type(base)));
    type->native = types;
    return type.get();   // types made from specs live as long as the interpreter
}

Status collections_exec(Thread& t, ModuleObject* module) {
    auto* types = static_cast<CollectionsTypes*>(t.heap.allocate_buffer(sizeof(CollectionsTypes)));
    if (!types) return raise_memory_error(t);
    *types = {};
    t.interp.at_exit.push_back({types, &free_types});
    module->state = types;
    TRY(add_type(t, module, types, kDequeSpec, Kind::ObjectType));
    types->deque_iterator = TRY(add_type(t, module, types, kDequeIteratorSpec, Kind::ObjectType));
    types->deque_reverse_iterator = TRY(add_type(t, module, types, kDequeReverseIteratorSpec, Kind::ObjectType));
    TRY(add_type(t, module, types, kDefaultDictSpec, Kind::Dict));
    TRY(add_type(t, module, types, kOrderedDictSpec, Kind::Dict));
    types->ordered_keys = TRY(hidden_type(t, types, kOrderedKeysSpec, Kind::DictKeys));
    types->ordered_values = TRY(hidden_type(t, types, kOrderedValuesSpec, Kind::DictValues));
    types->ordered_items = TRY(hidden_type(t, types, kOrderedItemsSpec, Kind::DictItems));
    types->ordered_iterator = TRY(hidden_type(t, types, kOrderedIteratorSpec, Kind::ObjectType));
    return ok();
}

}  // namespace

extern const ModuleDef kCollectionsModule;
constinit const ModuleDef kCollectionsModule = {
    .name = "_collections",
    .doc = "High performance data structures.\n"
           "- deque:        ordered collection accessible from endpoints only\n"
           "- defaultdict:  dict subclass with a default value factory\n",
    .functions = FUNCTIONS,
    .exec = collections_exec,
};

}  // namespace krait
