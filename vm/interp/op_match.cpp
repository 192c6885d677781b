// The instructions of the match statement: what is a sequence or a mapping, values of keys, attributes of a class.
//
// User code runs inside (__len__, get, __instancecheck__, __match_args__, __eq__): the registers keep the subject and
// the keys alive meanwhile, everything else is owned here.
#include <cstring>

#include "vm/interp/interp_ops.h"
#include "vm/object/pattern_flags.h"

namespace krait {

namespace {

Ref take(Value* place) {
    Value v = *place;
    *place = Value::unbound();
    return Ref::steal(v);
}

// A tuple to be filled while user code runs: the collector shows it to everybody.
RefTo<TupleObject> tuple_of_nones(Thread& t, size_t n) {
    RefTo<TupleObject> tuple = TRY(tuple_new(t, n));
    for (size_t i = 0; i < n; ++i) tuple->items[i] = Value::none();
    return tuple;
}

// ---------------------------------------------------------------------------------------------------------- mappings

// Adds a key to those seen: ValueError when an equal one was there.
Status see_key(Thread& t, SetObject* seen, Value key) {
    const uint32_t before = seen->used;
    TRY(set_add(t, seen, key));
    if (seen->used != before) return ok();
    return raise(t, Exc::ValueError, "mapping pattern checks duplicate key (%s)", repr_utf8(t, key).c_str());
}

// The value of a key by `get(key, default)`, which makes no key in mappings that would; UNBOUND: not there.
class KeyReader {
  public:
    KeyReader(Thread& t, Value mapping) : t_(t), mapping_(mapping) {}

    Status prepare() {
        if (is_kind(mapping_, Kind::Dict)) return ok();
        get_ = intern_utf8(t_, "get");
        if (!get_) return Failed{};
        default_ = TRY(call(t_, Value::object(t_.interp.type(Kind::ObjectType))));
        return ok();
    }
    Ref read(Value key) {
        if (is_kind(mapping_, Kind::Dict)) return own(TRY(dict_get(t_, mapping_.as<DictObject>(), key)));
        Ref value = TRY(call_method(t_, mapping_, get_, {key, default_}));
        if (value.get() == default_.get()) return Ref();
        return value;
    }

  private:
    Thread& t_;
    Value mapping_;
    StrObject* get_ = nullptr;
    Ref default_;  // an object that nobody else has
};

Ref match_keys(Thread& t, Value mapping, TupleObject* keys) {
    RefTo<TupleObject> values = TRY(tuple_of_nones(t, keys->size));
    if (keys->size == 0) return values;
    RefTo<SetObject> seen = TRY(set_new(t));
    KeyReader reader(t, mapping);
    TRY(reader.prepare());
    for (uint32_t i = 0; i < keys->size; ++i) {
        if (keys->size > 1) TRY(see_key(t, seen.get(), keys->items[i]));
        Ref value = TRY(reader.read(keys->items[i]));
        if (value.get().is_unbound()) return own(Value::none());
        values->items[i] = value.release();
    }
    return values;
}

Ref copy_without(Thread& t, Value mapping, TupleObject* keys) {
    RefTo<DictObject> rest = TRY(dict_new(t));
    TRY(dict_update(t, rest.get(), mapping));
    for (uint32_t i = 0; i < keys->size; ++i) TRY(delete_item(t, rest.value(), keys->items[i]));
    return rest;
}

// ----------------------------------------------------------------------------------------------------------- classes

const char* full_name(const TypeObject* type) { return type->spec ? type->spec->name : type_name(type); }

// Classes whose instances are what their one positional pattern matches, and all classes with their layout.
bool matches_itself(Thread& t, const TypeObject* type) {
    constexpr Kind kKinds[] = {Kind::Bool, Kind::ByteArray, Kind::Bytes, Kind::Dict, Kind::Float, Kind::FrozenSet,
                               Kind::Int,  Kind::List,      Kind::Set,   Kind::Str,  Kind::Tuple};
    for (; type; type = type->base)
        for (Kind kind : kKinds)
            if (type == t.interp.type(kind)) return true;
    return false;
}

class ClassMatcher {
  public:
    ClassMatcher(Thread& t, Value subject, TypeObject* type) : t_(t), subject_(subject), type_(type) {}

    // A tuple, or None: an attribute is missing.
    Ref attributes(size_t positional, TupleObject* names) {
        found_ = TRY(tuple_of_nones(t_, positional + names->size));
        if (positional + names->size > 1) seen_ = TRY(set_new(t_));
        bool there = TRY(by_position(positional));
        for (uint32_t i = 0; there && i < names->size; ++i) there = TRY(add(names->items[i]));
        if (!there) return own(Value::none());
        return std::move(found_);
    }

  private:
    Fallible<bool> by_position(size_t count) {
        if (count == 0) return true;
        StrObject* key = intern_utf8(t_, "__match_args__");
        if (!key) return Failed{};
        Ref given = TRY(lookup_attribute(t_, Value::object(type_), key));
        const bool itself = given.get().is_unbound() && matches_itself(t_, type_);
        TupleObject* names = nullptr;
        if (!given.get().is_unbound()) {
            if (type_of(t_, given) != t_.interp.type(Kind::Tuple))
                return raise(t_, Exc::TypeError, "%s.__match_args__ must be a tuple (got %s)", full_name(type_),
                             type_name_of(t_, given));
            names = given.as<TupleObject>();
        }
        const size_t allowed = itself ? 1 : names ? names->size : 0;
        if (allowed < count)
            return raise(t_, Exc::TypeError, "%s() accepts %zu positional sub-pattern%s (%zu given)", full_name(type_),
                         allowed, allowed == 1 ? "" : "s", count);
        if (itself) {
            found_->items[filled_++] = own(subject_).release();
            return true;
        }
        for (size_t i = 0; i < count; ++i) {
            if (type_of(t_, names->items[i]) != t_.interp.type(Kind::Str))
                return raise(t_, Exc::TypeError, "__match_args__ elements must be strings (got %s)",
                             type_name_of(t_, names->items[i]));
            bool there = TRY(add(names->items[i]));
            if (!there) return false;
        }
        return true;
    }

    // The attribute of this name; false: there is none.
    Fallible<bool> add(Value name) {
        if (seen_.get()) {
            const uint32_t before = seen_->used;
            TRY(set_add(t_, seen_.get(), name));
            if (seen_->used == before)
                return raise(t_, Exc::TypeError, "%s() got multiple sub-patterns for attribute %s", full_name(type_),
                             repr_utf8(t_, name).c_str());
        }
        StrObject* key = intern(t_, name.as<StrObject>());
        if (!key) return Failed{};
        Ref value = TRY(lookup_attribute(t_, subject_, key));
        if (value.get().is_unbound()) return false;
        found_->items[filled_++] = value.release();
        return true;
    }

    Thread& t_;
    Value subject_;
    TypeObject* type_;
    RefTo<TupleObject> found_;
    RefTo<SetObject> seen_;  // none for a single attribute
    size_t filled_ = 0;
};

Ref match_class(Thread& t, Value subject, Value cls, Value names, size_t positional) {
    TypeObject* type = as_type(cls);
    if (!type) return raise(t, Exc::TypeError, "called match pattern must be a class");
    TupleObject* attributes = as_tuple(names);
    if (!attributes) return raise(t, Exc::SystemError, "MATCH_CLASS without a tuple of names");
    for (uint32_t i = 0; i < attributes->size; ++i)
        if (!as_str(attributes->items[i])) return raise(t, Exc::SystemError, "MATCH_CLASS without a tuple of names");
    bool fits = TRY(is_instance(t, subject, cls));
    if (!fits) return own(Value::none());
    return ClassMatcher(t, subject, type).attributes(positional, attributes);
}

}  // namespace

Value op_match(Thread& t, Value* subject, unsigned step) {
    switch (step) {
        case kMatchSequence: return Value::boolean(has_flag(type_of(t, *subject), kTypeSequence));
        case kMatchMapping: return Value::boolean(has_flag(type_of(t, *subject), kTypeMapping));
        case kMatchLength: {
            Ref held = own(*subject);  // may be a local
            Fallible<int64_t> length = length_of(t, held);
            return length ? make_int(t, length.value()).release() : Value::error();
        }
        default: break;
    }
    TupleObject* keys = as_tuple(subject[1]);
    if (!keys) return raise(t, Exc::SystemError, "keys of a mapping pattern are no tuple");
    if (step == kMatchKeys) return match_keys(t, *subject, keys).release();
    Ref held = take(subject + 1);
    return copy_without(t, *subject, keys).release();
}

Value op_match_class(Thread& t, Value* first, size_t positional) {
    Ref subject = take(first), cls = take(first + 1), names = take(first + 2);
    return match_class(t, subject, cls, names, positional).release();
}

bool op_rotate(Thread& t, Value* first, size_t n) {
    constexpr size_t kCheap = 256, kPerWork = 16;
    if (n > kCheap && charge_work(t, n / kPerWork).failed()) return false;
    const Value top = first[n - 1];
    std::memmove(static_cast<void*>(first + 1), first, (n - 1) * sizeof(Value));
    *first = top;
    return true;
}

}  // namespace krait
