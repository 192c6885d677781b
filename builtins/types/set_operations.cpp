#include "builtins/types/set_operations.h"

#include "vm/object/key_match.h"
#include "vm/runtime/work.h"

namespace krait {

TypeObject* set_base_type(Thread& t, Value self) {
    return t.interp.type(layout_is(self, Kind::FrozenSet) ? Kind::FrozenSet : Kind::Set);
}

Ref set_make(Thread& t, TypeObject* type, Value iterable) {
    SetObject* so = set_allocate(t, type);
    if (!so) return Failed{};
    Ref result = Ref::steal(so);
    if (!iterable.is_unbound()) TRY(set_update(t, so, iterable));
    return result;
}

Ref set_copy_of(Thread& t, Value self) {
    if (is_kind(self, Kind::FrozenSet)) return own(self);
    return set_make(t, set_base_type(t, self), self);
}

// ------------------------------------------------------------------------------------------------ algebra

// Walks `other` with the hashes it knows; `visit` returns Status and may change anything but the set being walked.
template <class F>
static Status for_each_key(Thread& t, Value other, F&& visit) {
    Value key;
    uint64_t hash;
    size_t position = 0, walked = 0;
    auto visit_key = [&]() -> Status {
        Ref held = own(key);
        TRY(charge_loop(t, ++walked));
        return visit(held, hash);
    };
    if (is_set_layout(other)) {
        while (set_next_nocall(set_of(other), &position, &key, &hash)) TRY(visit_key());
        return ok();
    }
    if (is_kind(other, Kind::Dict)) {
        while (dict_next_nocall(other.as<DictObject>(), &position, &key, nullptr, &hash)) TRY(visit_key());
        return ok();
    }
    Iteration it(t, other);
    while (it.next()) {
        if (!hash_key(t, it.item(), &hash)) return Failed{};
        TRY(visit(it.item(), hash));
    }
    if (it.failed()) return Failed{};
    return ok();
}

Status set_difference_update(Thread& t, SetObject* self, Value other) {
    if (other == Value::object(self)) {
        set_clear(t.interp, self);
        return ok();
    }
    if (self->used == 0) return ok();   // without a look at the other
    TRY(for_each_key(t, other, [&](Value key, uint64_t hash) -> Status {
        TRY(set_discard_hashed(t, self, key, hash));
        return ok();
    }));
    set_forget_deleted(t, self);
    return ok();
}

// Is the key with this hash in a set or dict?
static Fallible<bool> holds(Thread& t, Value container, Value key, uint64_t hash) {
    int64_t found = is_kind(container, Kind::Dict) ? dict_find(t, container.as<DictObject>(), key, hash)
                                                   : set_find(t, set_of(container), key, hash);
    if (found == kFindError) return Failed{};
    return found >= 0;
}

// Adds keys taken from a set or dict in turn: they differ from each other unless it was changed meanwhile.
class Collector {
  public:
    Collector(Thread& t, SetObject* into, Value source)
        : t_(t), into_(into), counter_(is_set_layout(source)              ? &set_of(source)->mutations
                                       : is_kind(source, Kind::Dict) ? &source.as<DictObject>()->mutations
                                                                     : nullptr),
          before_(counter_ ? *counter_ : 0) {}
    Status add(Value key, uint64_t hash) {
        if (counter_ && *counter_ == before_) return set_insert_missing(t_, into_, key, hash);
        return set_add_hashed(t_, into_, key, hash);
    }

  private:
    Thread& t_;
    SetObject* into_;
    const uint32_t* counter_;
    uint32_t before_;
};

Ref set_difference(Thread& t, Value self, Value other) {
    bool lookup = is_set_layout(other) || is_kind(other, Kind::Dict);
    int64_t other_size = lookup ? TRY(length_of(t, other)) : 0;
    // A large operand on the right is cheaper to ask than to walk.
    if (!lookup || set_of(self)->used / 4 > static_cast<size_t>(other_size)) {
        Ref result = TRY(set_make(t, set_base_type(t, self), self));
        TRY(set_difference_update(t, set_of(result), other));
        return result;
    }
    Ref result = TRY(set_make(t, set_base_type(t, self), Value::unbound()));
    Collector collector(t, set_of(result), self);
    TRY(for_each_key(t, self, [&](Value key, uint64_t hash) -> Status {
        if (!TRY(holds(t, other, key, hash))) TRY(collector.add(key, hash));
        return ok();
    }));
    return result;
}

Ref set_intersection(Thread& t, Value self, Value other) {
    if (self == other) return set_copy_of(t, self);
    Ref result = TRY(set_make(t, set_base_type(t, self), Value::unbound()));
    Value walked = other, asked = self;
    if (is_set_layout(other) && set_of(other)->used > set_of(self)->used) std::swap(walked, asked);
    Collector collector(t, set_of(result), walked);
    TRY(for_each_key(t, walked, [&](Value key, uint64_t hash) -> Status {
        if (TRY(holds(t, asked, key, hash))) TRY(collector.add(key, hash));
        return ok();
    }));
    return result;
}

Status set_intersection_update(Thread& t, Value self, Value other) {
    Ref common = TRY(set_intersection(t, self, other));
    if (common.get() == self) return ok();
    set_swap_contents(set_of(self), set_of(common));
    return ok();
}

Status set_symmetric_difference_update(Thread& t, SetObject* self, Value other) {
    if (other == Value::object(self)) {
        set_clear(t.interp, self);
        return ok();
    }
    // Items that a plain iterable names twice must count once.
    Ref keys = is_set_layout(other) || is_kind(other, Kind::Dict) ? own(other)
                                                                  : TRY(set_make(t, t.interp.type(Kind::Set), other));
    return for_each_key(t, keys, [&](Value key, uint64_t hash) -> Status {
        if (TRY(set_discard_hashed(t, self, key, hash))) return ok();
        return set_add_hashed(t, self, key, hash);
    });
}

Ref set_symmetric_difference(Thread& t, Value self, Value other) {
    Ref result = TRY(set_make(t, set_base_type(t, self), other));
    TRY(set_symmetric_difference_update(t, set_of(result), self));
    return result;
}

Fallible<bool> set_is_subset(Thread& t, SetObject* a, SetObject* b) {
    if (a->used > b->used) return false;
    size_t position = 0, walked = 0;
    Value key;
    uint64_t hash;
    while (set_next_nocall(a, &position, &key, &hash)) {
        Ref held = own(key);
        TRY(charge_loop(t, ++walked));
        if (!TRY(holds(t, Value::object(b), held, hash))) return false;
    }
    return true;
}

Fallible<bool> set_isdisjoint(Thread& t, Value self, Value other) {
    if (self == other) return set_of(self)->used == 0;
    Value walked = other, asked = self;
    if (is_set_layout(other) && set_of(other)->used > set_of(self)->used) std::swap(walked, asked);
    if (is_set_layout(walked)) {
        size_t position = 0, seen = 0;
        Value key;
        uint64_t hash;
        while (set_next_nocall(set_of(walked), &position, &key, &hash)) {
            Ref held = own(key);
            TRY(charge_loop(t, ++seen));
            if (TRY(holds(t, asked, held, hash))) return false;
        }
        return true;
    }
    Iteration it(t, walked);
    while (it.next()) {
        uint64_t hash;
        if (!hash_key(t, it.item(), &hash)) return Failed{};
        if (TRY(holds(t, asked, it.item(), hash))) return false;
    }
    if (it.failed()) return Failed{};
    return true;
}

// ------------------------------------------------------------------------------------------------ slots

static Ref set_text(Thread& t, Value self) {
    TypeObject* type = self.as_object()->type;
    bool plain = type == t.interp.type(Kind::Set);
    StrBuilder text(t);
    ReprGuard guard(t, self);
    if (guard.active_before() || set_of(self)->used == 0) {
        TRY(append_type_name(t, text, type));
        TRY(text.append_ascii(guard.active_before() ? "(...)" : "()"));
        return text.finish();
    }
    RefTo<ListObject> items = TRY(to_list(t, self));
    if (!plain) {
        TRY(append_type_name(t, text, type));
        TRY(text.append_char('('));
    }
    TRY(text.append_char('{'));
    for (size_t i = 0; i < items->size; ++i) {
        if (i) TRY(text.append_ascii(", "));
        TRY(append_repr(t, text, items->items[i]));
    }
    TRY(text.append_ascii(plain ? "}" : "})"));
    return text.finish();
}
Value set_repr(Thread& t, Value self) { return set_text(t, self).release(); }

static Fallible<bool> same_sets(Thread& t, SetObject* a, SetObject* b) {
    if (a->used != b->used) return false;
    bool both_frozen = layout_is(Value::object(a), Kind::FrozenSet) && layout_is(Value::object(b), Kind::FrozenSet);
    if (both_frozen && a->hash && b->hash && a->hash != b->hash) return false;
    return set_is_subset(t, a, b);
}

static Fallible<bool> compare(Thread& t, SetObject* a, SetObject* b, CompareOp op) {
    switch (op) {
    case CompareOp::Eq:
        return same_sets(t, a, b);
    case CompareOp::Ne:
        return !TRY(same_sets(t, a, b));
    case CompareOp::Le:
        return set_is_subset(t, a, b);
    case CompareOp::Ge:
        return set_is_subset(t, b, a);
    case CompareOp::Lt:
        return a->used < b->used && TRY(set_is_subset(t, a, b));
    default:
        return a->used > b->used && TRY(set_is_subset(t, b, a));
    }
}

Value set_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!is_set_layout(b)) return Value::not_implemented();
    Fallible<bool> answer = compare(t, set_of(a), set_of(b), op);
    return answer.failed() ? Value::error() : Value::boolean(answer.value());
}

Value set_iter(Thread& t, Value self) { return set_iterator_new(t, set_of(self)).release(); }
int64_t set_length(Thread&, Value self) { return set_of(self)->used; }
int set_contains_slot(Thread& t, Value self, Value item) { return slot_bool(set_contains(t, set_of(self), item)); }

static bool both_sets(Value a, Value b) { return is_set_layout(a) && is_set_layout(b); }

static Ref union_of(Thread& t, Value a, Value b) {
    Ref result = TRY(set_make(t, set_base_type(t, a), a));
    if (a != b) TRY(set_update(t, set_of(result), b));
    return result;
}

Value set_or(Thread& t, Value a, Value b) {
    return both_sets(a, b) ? union_of(t, a, b).release() : Value::not_implemented();
}
Value set_and(Thread& t, Value a, Value b) {
    return both_sets(a, b) ? set_intersection(t, a, b).release() : Value::not_implemented();
}
Value set_subtract(Thread& t, Value a, Value b) {
    return both_sets(a, b) ? set_difference(t, a, b).release() : Value::not_implemented();
}
Value set_xor(Thread& t, Value a, Value b) {
    return both_sets(a, b) ? set_symmetric_difference(t, a, b).release() : Value::not_implemented();
}

// ------------------------------------------------------------------------------------------------ methods

Ref set_copy_method(Thread& t, Value self) { return set_copy_of(t, self); }

Ref set_difference_method(Thread& t, Value self, Args others) {
    if (others.count == 0) return set_copy_of(t, self);
    Ref result = TRY(set_difference(t, self, others[0]));
    for (size_t i = 1; i < others.count; ++i) TRY(set_difference_update(t, set_of(result), others[i]));
    return result;
}

Ref set_intersection_method(Thread& t, Value self, Args others) {
    if (others.count == 0) return set_make(t, set_base_type(t, self), self);   // of a frozenset too
    Ref result = own(self);
    for (Value other : others) result = TRY(set_intersection(t, result, other));
    return result;
}

Ref set_union_method(Thread& t, Value self, Args others) {
    if (others.count == 0) return set_copy_of(t, self);
    Ref result = TRY(set_make(t, set_base_type(t, self), self));
    for (Value other : others)
        if (other != self) TRY(set_update(t, set_of(result), other));
    return result;
}

Fallible<bool> set_issubset_method(Thread& t, Value self, Value other) {
    if (is_set_layout(other)) return set_is_subset(t, set_of(self), set_of(other));
    Ref keys = TRY(set_make(t, t.interp.type(Kind::Set), other));
    return set_is_subset(t, set_of(self), set_of(keys));
}

Fallible<bool> set_issuperset_method(Thread& t, Value self, Value other) {
    if (is_set_layout(other)) return set_is_subset(t, set_of(other), set_of(self));
    Ref keys = TRY(set_make(t, t.interp.type(Kind::Set), other));
    return set_is_subset(t, set_of(keys), set_of(self));
}

Ref set_reduce(Thread& t, Value self) {
    RefTo<ListObject> items = TRY(to_list(t, self));
    Ref args = TRY(tuple_pack(t, {items.value()}));
    Ref dict = TRY(instance_dict_or_none(t, self));
    return tuple_pack(t, {Value::object(self.as_object()->type), args, dict});
}

Fallible<int64_t> set_sizeof(Thread&, SetObject* self) {
    return static_cast<int64_t>(sizeof(SetObject) + (self->table ? (size_t{self->mask} + 1) * sizeof(SetEntry) : 0));
}

}  // namespace krait
