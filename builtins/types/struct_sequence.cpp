#include "builtins/types/struct_sequence.h"

#include "vm/protocol/protocol.h"

namespace krait {
namespace {

// TypeObject::native of these types: how many fields are visible, and how many there are.
struct FieldCounts {
    uint32_t visible, total;
};
void* pack(FieldCounts counts) { return reinterpret_cast<void*>(uint64_t{counts.total} << 32 | counts.visible); }
FieldCounts counts_of(const TypeObject* type) {
    uint64_t bits = reinterpret_cast<uint64_t>(type->native);
    return {static_cast<uint32_t>(bits), static_cast<uint32_t>(bits >> 32)};
}
size_t field_index(const MemberDef& field) { return (field.offset - offsetof(TupleObject, items)) / sizeof(Value); }

Status set_count(Thread& t, TypeObject* type, const char* name, size_t n) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return type_set_attribute(t, type, key, Value::small_int(static_cast<int>(n)));
}

// The names of the visible fields in their order; those without a name are left out.
RefTo<TupleObject> match_args(Thread& t, const TypeSpec& spec, size_t visible, size_t named) {
    RefTo<TupleObject> names = TRY(tuple_new(t, named));
    size_t found = 0;
    for (size_t i = 0; i < visible && found < named; ++i)
        for (const MemberDef& field : spec.members) {
            if (field_index(field) != i || found == named) continue;
            names->items[found++] = TRY(str_from_ascii(t, field.name)).release();
        }
    return names;
}

}  // namespace

RefTo<TypeObject> struct_sequence_type(Thread& t, const TypeSpec& spec, size_t visible) {
    size_t total = visible, named = 0;
    for (const MemberDef& field : spec.members) {
        size_t index = field_index(field);
        if (index >= total) total = index + 1;
        if (index < visible) ++named;
    }
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, spec, t.interp.type(Kind::Tuple)));
    type->native = pack({static_cast<uint32_t>(visible), static_cast<uint32_t>(total)});
    TRY(set_count(t, type.get(), "n_sequence_fields", visible));
    TRY(set_count(t, type.get(), "n_fields", total));
    TRY(set_count(t, type.get(), "n_unnamed_fields", visible - named));
    RefTo<TupleObject> names = TRY(match_args(t, spec, visible, named));
    StrObject* key = intern_utf8(t, "__match_args__");
    if (!key) return Failed{};
    TRY(type_set_attribute(t, type.get(), key, names.value()));
    return type;
}

Fallible<TypeObject*> module_add_struct_sequence(Thread& t, ModuleObject* module, const TypeSpec& spec,
                                                 size_t visible) {
    RefTo<TypeObject> type = TRY(struct_sequence_type(t, spec, visible));
    const char* dot = __builtin_strrchr(spec.name, '.');
    TRY(module_set(t, module, dot ? dot + 1 : spec.name, type.value()));
    return type.get();
}

Ref struct_sequence_new(Thread& t, TypeObject* type, const Value* values, size_t n) {
    FieldCounts counts = counts_of(type);
    TupleObject* tuple = allocate<TupleObject>(t, type, offsetof(TupleObject, items) + counts.total * sizeof(Value));
    if (!tuple) return Failed{};
    tuple->size = counts.visible;
    tuple->reserved = 0;
    for (size_t i = 0; i < counts.total; ++i) {
        Value v = i < n ? values[i] : Value::none();
        incref(v);
        tuple->items[i] = v;
    }
    gc_track(tuple);
    return Ref::steal(tuple);
}

void struct_sequence_dealloc(Interpreter& interp, Object* o) {
    TupleObject* tuple = static_cast<TupleObject*>(o);
    gc_untrack(o);
    FieldCounts counts = counts_of(o->type);
    for (size_t i = counts.total; i-- > 0;) {
        Value v = tuple->items[i];
        tuple->items[i] = Value::unbound();
        decref(v);
    }
    free_object(interp, o);
}

// Name of a field by its place; null: it has none.
static const char* field_name(const TypeSpec* spec, size_t index) {
    for (const MemberDef& field : spec->members)
        if (field_index(field) == index) return field.name;
    return nullptr;
}

// Fields that are attributes only may come from the dictionary.
static Ref make_with_dict(Thread& t, TypeObject* type, const TupleObject* given, DictObject* dict) {
    FieldCounts counts = counts_of(type);
    Ref result = TRY(struct_sequence_new(t, type, given->items, given->size));
    TupleObject* tuple = result.as<TupleObject>();
    for (size_t i = given->size; dict && i < counts.total; ++i) {
        const char* name = field_name(type->spec, i);
        StrObject* key = name ? intern_utf8(t, name) : nullptr;
        if (name && !key) return Failed{};
        Value value = key ? TRY(dict_get(t, dict, Value::object(key))) : Value::unbound();
        if (value.is_unbound()) continue;
        incref(value);
        decref(std::exchange(tuple->items[i], value));
    }
    return result;
}

constexpr const char* kMakeSignature = "(sequence, dict=None)";
constexpr SignatureInfo kMakeSignatureInfo = parse_signature(kMakeSignature);

Value struct_sequence_make(Thread& t, TypeObject* type, const CallArgs& args) {
    FieldCounts counts = counts_of(type);
    BoundArgs bound = bind_arguments(t, "structseq", kMakeSignatureInfo, kMakeSignature, args);
    if (bound.failed()) return Value::error();
    RefTo<TupleObject> given = to_tuple(t, bound.slots[0]);
    if (given.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Value::error();
        clear_exception(t);
        return raise(t, Exc::TypeError, "constructor requires a sequence");
    }
    const char* name = type->spec->name;
    Value extra = bound.slots[1];
    if (!extra.is_unbound() && !as_dict(extra))
        return raise(t, Exc::TypeError, "%.500s() takes a dict as second arg, if any", name);
    if (given->size < counts.visible || given->size > counts.total) {
        const char* bound_text = counts.visible == counts.total ? "a"
                                 : given->size < counts.visible ? "an at least"
                                                                : "an at most";
        uint32_t limit = given->size < counts.visible ? counts.visible : counts.total;
        return raise(t, Exc::TypeError, "%.500s() takes %s %u-sequence (%u-sequence given)", name, bound_text, limit,
                     given->size);
    }
    return make_with_dict(t, type, given.get(), as_dict(extra)).release();
}

// (type, (visible fields, {name: value of the others}))
Ref struct_sequence_reduce(Thread& t, TupleObject* self) {
    FieldCounts counts = counts_of(self->type);
    RefTo<TupleObject> visible = TRY(tuple_from(t, self->items, counts.visible));
    RefTo<DictObject> others = TRY(dict_new(t));
    for (size_t i = counts.visible; i < counts.total; ++i) {
        const char* name = field_name(self->type->spec, i);
        StrObject* key = name ? intern_utf8(t, name) : nullptr;
        if (name && !key) return Failed{};
        if (key) TRY(dict_set_str(t, others.get(), key, self->items[i]));
    }
    Ref arguments = TRY(tuple_pack(t, {visible.value(), others.value()}));
    return tuple_pack(t, {Value::object(self->type), arguments});
}

Value struct_sequence_repr(Thread& t, Value self) {
    TupleObject* tuple = self.as<TupleObject>();
    const TypeSpec* spec = tuple->type->spec;
    StrBuilder out(t);
    if (out.append_utf8(spec->name).failed() || out.append_char('(').failed()) return Value::error();
    for (size_t i = 0; i < tuple->size; ++i) {
        const char* name = field_name(spec, i);
        if (i && out.append_ascii(", ").failed()) return Value::error();
        if (name && (out.append_ascii(name).failed() || out.append_char('=').failed())) return Value::error();
        RefTo<StrObject> text = repr(t, tuple->items[i]);
        if (text.failed() || out.append(text.get()).failed()) return Value::error();
    }
    if (out.append_char(')').failed()) return Value::error();
    return out.finish().release();
}

}  // namespace krait
