#include "builtins/types/byte_iterator.h"

#include "builtins/types/type_specs.h"
#include "vm/native/method_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

ByteIteratorObject* self_of(Value v) { return v.as<ByteIteratorObject>(); }

std::string_view bytes_of(const ByteIteratorObject* it) {
    if (layout_is(it->sequence, Kind::ByteArray)) return it->sequence.as<ByteArrayObject>()->view();
    return it->sequence.as<BytesObject>()->view();
}

Value iterator_self(Thread&, Value self) { return own(self).release(); }

Value iterator_next_byte(Thread&, Value self) {
    ByteIteratorObject* it = self_of(self);
    if (it->sequence.is_unbound()) return Value::exhausted();
    std::string_view bytes = bytes_of(it);
    if (it->index < bytes.size()) return Value::small_int(static_cast<uint8_t>(bytes[it->index++]));
    Value done = it->sequence;
    it->sequence = Value::unbound();
    decref(done);
    return Value::exhausted();
}

Ref iterator_reduce(Thread& t, Value self) {
    ByteIteratorObject* it = self_of(self);
    Ref name = TRY(str_from_ascii(t, "iter"));
    Ref iter_function = TRY(get_attribute(t, Value::object(t.interp.builtins_module), name.as<StrObject>()));
    if (it->sequence.is_unbound()) {
        Ref empty = TRY(str_from_ascii(t, ""));
        RefTo<TupleObject> argument = TRY(tuple_pack(t, {empty}));
        return tuple_pack(t, {iter_function, argument.value()});
    }
    RefTo<TupleObject> argument = TRY(tuple_pack(t, {it->sequence}));
    return tuple_pack(t, {iter_function, argument.value(), Value::from_int_unchecked(static_cast<int64_t>(it->index))});
}

Status iterator_setstate(Thread& t, Value self, Value state) {
    if (!is_int_like(state)) return raise(t, Exc::TypeError, "an integer is required");
    int64_t index = TRY(int_to_i64(t, state, "Python int too large to convert to C ssize_t"));
    ByteIteratorObject* it = self_of(self);
    if (it->sequence.is_unbound()) return ok();
    uint64_t length = bytes_of(it).size();
    it->index = index < 0 ? 0 : static_cast<uint64_t>(index) > length ? length : static_cast<uint64_t>(index);
    return ok();
}

Fallible<int64_t> iterator_length_hint(Thread&, Value self) {
    ByteIteratorObject* it = self_of(self);
    if (it->sequence.is_unbound()) return 0;
    size_t length = bytes_of(it).size();
    return it->index < length ? static_cast<int64_t>(length - it->index) : 0;
}

constexpr MethodDef kMethods[] = {
    method<iterator_length_hint>("__length_hint__", "(self, /)",
                                 "Private method returning an estimate of len(list(it))."),
    method<iterator_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<iterator_setstate>("__setstate__", "(self, state, /)", "Set state information for unpickling."),
};

void iterator_dealloc(Interpreter& interp, Object* o) {
    decref(static_cast<ByteIteratorObject*>(o)->sequence);
    free_object(interp, o);
}
void iterator_traverse(Object* o, Visitor& visitor) { visitor.visit(static_cast<ByteIteratorObject*>(o)->sequence); }
void iterator_clear(Interpreter&, Object* o) {
    auto* it = static_cast<ByteIteratorObject*>(o);
    Value old = it->sequence;
    it->sequence = Value::unbound();
    decref(old);
}

constexpr Slots kSlots = {.dealloc = iterator_dealloc,
                          .traverse = iterator_traverse,
                          .clear = iterator_clear,
                          .iter = iterator_self,
                          .next = iterator_next_byte};

}  // namespace

Ref byte_iterator_new(Thread& t, Kind kind, Value sequence) {
    auto* it = allocate<ByteIteratorObject>(t, t.interp.type(kind));
    if (!it) return Failed{};
    it->sequence = own(sequence).release();
    it->index = 0;
    gc_track(it);
    return Ref::steal(it);
}

constinit const TypeSpec kBytesIteratorTypeSpec = {.name = "bytes_iterator",
                                                   .basic_size = sizeof(ByteIteratorObject),
                                                   .flags = kTypeGc,
                                                   .slots = kSlots,
                                                   .methods = kMethods};

constinit const TypeSpec kByteArrayIteratorTypeSpec = {.name = "bytearray_iterator",
                                                       .basic_size = sizeof(ByteIteratorObject),
                                                       .flags = kTypeGc,
                                                       .slots = kSlots,
                                                       .methods = kMethods};

}  // namespace krait
