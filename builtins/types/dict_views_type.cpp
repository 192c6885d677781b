// The views of a dict and the iterators over keys, values and items.
#include "builtins/types/dict_views.h"

namespace krait {

static DictViewObject* view_of(Value v) { return v.as<DictViewObject>(); }

using ViewFields = OwnedFields<DictViewObject, &DictViewObject::dict>;
void dict_view_dealloc(Interpreter& interp, Object* o) { ViewFields::dealloc(interp, o); }
void dict_view_traverse(Object* o, Visitor& visitor) { ViewFields::traverse(o, visitor); }

Ref dict_view_new(Thread& t, TypeObject* view_type, DictObject* dict) {
    auto* view = allocate<DictViewObject>(t, view_type);
    if (!view) return Failed{};
    view->dict = RefTo<DictObject>::own(dict).release();
    gc_track(view);
    return Ref::steal(view);
}

int64_t dict_view_length(Thread&, Value self) { return view_of(self)->dict->used; }

static Ref view_text(Thread& t, Value self) {
    ReprGuard guard(t, self);
    if (guard.active_before()) return str_from_ascii(t, "...");
    RefTo<ListObject> items = TRY(to_list(t, self));
    StrBuilder text(t);
    TRY(append_type_name(t, text, self.as_object()->type));
    TRY(text.append_char('('));
    TRY(append_repr(t, text, items.value()));
    TRY(text.append_char(')'));
    return text.finish();
}
Value dict_view_repr(Thread& t, Value self) { return view_text(t, self).release(); }

// ------------------------------------------------------------------------------------------------ set operations

int dict_keys_contains(Thread& t, Value self, Value key) {
    Fallible<Value> found = dict_get(t, view_of(self)->dict, key);
    return found.failed() ? -1 : !found.value().is_unbound();
}

static Fallible<bool> items_hold(Thread& t, DictObject* dict, Value pair) {
    TupleObject* tuple = as_tuple(pair);
    if (!tuple || tuple->size != 2) return false;
    Value found = TRY(dict_get(t, dict, tuple->items[0]));
    if (found.is_unbound()) return false;
    Ref value = own(found);
    return equal(t, value, tuple->items[1]);
}
int dict_items_contains(Thread& t, Value self, Value pair) {
    return slot_bool(items_hold(t, view_of(self)->dict, pair));
}

static Value operate(Thread& t, Value a, Value b, const char* method) {
    RefTo<SetObject> result = set_new(t);
    StrObject* name = result.failed() ? nullptr : intern_utf8(t, method);
    if (!name || set_update(t, result.get(), a).failed()) return Value::error();
    if (call_method(t, result.value(), name, {b}).failed()) return Value::error();
    return Value::object(result.release());
}
Value dict_view_subtract(Thread& t, Value a, Value b) { return operate(t, a, b, "difference_update"); }
Value dict_view_and(Thread& t, Value a, Value b) { return operate(t, a, b, "intersection_update"); }
Value dict_view_or(Thread& t, Value a, Value b) { return operate(t, a, b, "update"); }
Value dict_view_xor(Thread& t, Value a, Value b) { return operate(t, a, b, "symmetric_difference_update"); }

static bool is_set_like(Thread&, Value v) {
    if (!v.is_object()) return false;
    if (is_set_layout(v)) return true;
    const TypeObject* type = v.as_object()->type;
    return type->slots.compare == &dict_view_compare;   // keys and items, of OrderedDict too
}

static Fallible<bool> all_contained(Thread& t, Value items, Value container) {
    Iteration it(t, items);
    while (it.next())
        if (!TRY(contains(t, container, it.item()))) return false;
    if (it.failed()) return Failed{};
    return true;
}

static Fallible<bool> compare_views(Thread& t, Value a, Value b, CompareOp op) {
    int64_t m = TRY(length_of(t, a)), n = TRY(length_of(t, b));
    switch (op) {
    case CompareOp::Eq:
    case CompareOp::Ne: {
        bool same = m == n && TRY(all_contained(t, a, b));
        return same == (op == CompareOp::Eq);
    }
    case CompareOp::Lt:
        return m < n && TRY(all_contained(t, a, b));
    case CompareOp::Le:
        return m <= n && TRY(all_contained(t, a, b));
    case CompareOp::Gt:
        return m > n && TRY(all_contained(t, b, a));
    default:
        return m >= n && TRY(all_contained(t, b, a));
    }
}

Value dict_view_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!is_set_like(t, b)) return Value::not_implemented();
    Fallible<bool> answer = compare_views(t, a, b, op);
    return answer.failed() ? Value::error() : Value::boolean(answer.value());
}

static Fallible<bool> view_isdisjoint(Thread& t, Value self, Value other) {
    if (self == other) return TRY(length_of(t, self)) == 0;
    Ref small = own(other), large = own(self);
    if (is_set_like(t, other) && TRY(length_of(t, other)) > TRY(length_of(t, self))) std::swap(small, large);
    Iteration it(t, small);
    while (it.next())
        if (TRY(contains(t, large, it.item()))) return false;
    if (it.failed()) return Failed{};
    return true;
}

namespace {

constexpr MethodDef VIEW_METHODS[] = {
    method<view_isdisjoint>("isdisjoint", "(self, other, /)",
                            "Return True if the view and the given iterable have a null intersection."),
};

Value get_mapping(Thread& t, Value self) { return mapping_proxy_new(t, Value::object(view_of(self)->dict)).release(); }
constexpr GetSetDef VIEW_GETSETS[] = {{"mapping", get_mapping, nullptr, "dictionary that this view refers to"}};

constexpr Slots view_slots(UnaryFn iter, ContainsFn contains_slot) {
    Slots s;
    s.dealloc = dict_view_dealloc;
    s.traverse = dict_view_traverse;
    s.repr = dict_view_repr;
    s.iter = iter;
    s.length = dict_view_length;
    if (!contains_slot) return s;
    s.hash = hash_not_implemented;
    s.compare = dict_view_compare;
    s.contains = contains_slot;
    s.binary[static_cast<size_t>(BinaryOp::Subtract)] = dict_view_subtract;
    s.binary[static_cast<size_t>(BinaryOp::And)] = dict_view_and;
    s.binary[static_cast<size_t>(BinaryOp::Or)] = dict_view_or;
    s.binary[static_cast<size_t>(BinaryOp::Xor)] = dict_view_xor;
    return s;
}

Value keys_iter(Thread& t, Value self) {
    return dict_iterator_new(t, view_of(self)->dict, Kind::DictKeyIterator).release();
}
Value values_iter(Thread& t, Value self) {
    return dict_iterator_new(t, view_of(self)->dict, Kind::DictValueIterator).release();
}
Value items_iter(Thread& t, Value self) {
    return dict_iterator_new(t, view_of(self)->dict, Kind::DictItemIterator).release();
}

// ------------------------------------------------------------------------------------------------ iterators

using IteratorFields = OwnedFields<DictIteratorObject, &DictIteratorObject::dict, &DictIteratorObject::result>;

Value iterator_next_slot(Thread& t, Value self) { return dict_iterator_next(t, self.as<DictIteratorObject>()); }

Fallible<int64_t> iterator_hint(Thread&, DictIteratorObject* self) {
    return self->dict && self->dict->used == self->used ? int64_t{self->left} : int64_t{0};
}

// What is left as a list; the iterator itself stays where it is.
Ref iterator_reduce(Thread& t, DictIteratorObject* self) {
    RefTo<ListObject> rest = TRY(list_new(t));
    if (self->dict && self->dict->used != self->used)
        return raise(t, Exc::RuntimeError, "dictionary changed size during iteration");
    size_t position = self->position;
    Value key, value;
    while (self->dict && dict_next_nocall(self->dict, &position, &key, &value)) {
        if (self->kind == Kind::DictItemIterator) {
            Ref pair = TRY(tuple_pack(t, {key, value}));
            TRY(list_append(t, rest.get(), pair));
        } else {
            TRY(list_append(t, rest.get(), self->kind == Kind::DictKeyIterator ? key : value));
        }
    }
    return reduce_iter(t, rest.value());
}

constexpr MethodDef ITERATOR_METHODS[] = {
    method<iterator_hint>("__length_hint__", "(self, /)", "Private method returning an estimate of len(list(it))."),
    method<iterator_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
};

constexpr Slots iterator_slots() {
    return {.dealloc = IteratorFields::dealloc, .traverse = IteratorFields::traverse, .iter = iter_self,
            .next = iterator_next_slot};
}

}  // namespace

std::span<const MethodDef> dict_view_methods() { return VIEW_METHODS; }

extern const TypeSpec kDictKeysTypeSpec, kDictValuesTypeSpec, kDictItemsTypeSpec;
extern const TypeSpec kDictKeyIteratorTypeSpec, kDictValueIteratorTypeSpec, kDictItemIteratorTypeSpec;

constinit const TypeSpec kDictKeysTypeSpec = {
    .name = "dict_keys", .basic_size = sizeof(DictViewObject), .flags = kTypeGc,
    .slots = view_slots(keys_iter, dict_keys_contains), .methods = VIEW_METHODS, .getsets = VIEW_GETSETS};
constinit const TypeSpec kDictValuesTypeSpec = {.name = "dict_values",
                                                .basic_size = sizeof(DictViewObject),
                                                .flags = kTypeGc,
                                                .slots = view_slots(values_iter, nullptr),
                                                .getsets = VIEW_GETSETS};
constinit const TypeSpec kDictItemsTypeSpec = {
    .name = "dict_items", .basic_size = sizeof(DictViewObject), .flags = kTypeGc,
    .slots = view_slots(items_iter, dict_items_contains), .methods = VIEW_METHODS, .getsets = VIEW_GETSETS};
constinit const TypeSpec kDictKeyIteratorTypeSpec = {
    .name = "dict_keyiterator", .basic_size = sizeof(DictIteratorObject), .flags = kTypeGc,
    .slots = iterator_slots(), .methods = ITERATOR_METHODS};
constinit const TypeSpec kDictValueIteratorTypeSpec = {
    .name = "dict_valueiterator", .basic_size = sizeof(DictIteratorObject), .flags = kTypeGc,
    .slots = iterator_slots(), .methods = ITERATOR_METHODS};
constinit const TypeSpec kDictItemIteratorTypeSpec = {
    .name = "dict_itemiterator", .basic_size = sizeof(DictIteratorObject), .flags = kTypeGc,
    .slots = iterator_slots(), .methods = ITERATOR_METHODS};

}  // namespace krait
