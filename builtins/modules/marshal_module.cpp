// marshal: dumps, loads, dump, load.
#include "builtins/modules/marshal.h"

#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Ref marshal_dumps(Thread& t, Value value, Optional<int64_t> version) {
    return marshal_write(t, value, static_cast<int>(version.value_or(kMarshalVersion)));
}

Ref marshal_dump(Thread& t, Value value, Value file, Optional<int64_t> version) {
    Ref data = TRY(marshal_write(t, value, static_cast<int>(version.value_or(kMarshalVersion))));
    return call_method(t, file, t.interp.names.write, {data});
}

// bytes that nothing can change while they are read.
Ref frozen_bytes(Thread& t, Value data) {
    if (layout_is(data, Kind::Bytes)) return own(data);
    if (layout_is(data, Kind::ByteArray) || is_kind(data, Kind::MemoryView))
        return call(t, Value::object(t.interp.type(Kind::Bytes)), data);
    return raise(t, Exc::TypeError, "a bytes-like object is required, not '%.100s'", type_name_of(t, data));
}

Ref marshal_loads(Thread& t, Value data) {
    Ref bytes = TRY(frozen_bytes(t, data));
    return marshal_read(t, bytes.as<BytesObject>()->view());
}

// Reads all that the file has, and puts it back behind the object where the file can seek.
Ref marshal_load(Thread& t, Value file) {
    Ref data = TRY(call_method(t, file, t.interp.names.read));
    if (!layout_is(data, Kind::Bytes))
        return raise(t, Exc::TypeError, "f.read() returned not bytes but %.100s", type_name_of(t, data));
    size_t used = 0, size = data.as<BytesObject>()->length;
    Ref result = TRY(marshal_read(t, data.as<BytesObject>()->view(), &used));
    if (used == size) return result;
    StrObject* seek = intern_utf8(t, "seek");
    if (!seek) return Failed{};
    int64_t back = static_cast<int64_t>(used) - static_cast<int64_t>(size);
    TRY(call_method(t, file, seek, {Value::from_int_unchecked(back), Value::small_int(1)}));
    return result;
}

constexpr MethodDef kFunctions[] = {
    function<marshal_dump>("dump", "(value, file, version=4, /)", "Write the value to a file open for binary writing."),
    function<marshal_dumps>("dumps", "(value, version=4, /)", "Bytes that loads() turns into an equal value."),
    function<marshal_load>("load", "(file, /)", "Read one value from a file open for binary reading."),
    function<marshal_loads>("loads", "(bytes, /)", "Value of bytes made by dumps(); bytes behind it are ignored."),
};

Status marshal_exec(Thread& t, ModuleObject* module) { return module_set_int(t, module, "version", kMarshalVersion); }

}  // namespace

extern const ModuleDef kMarshalModule;
constinit const ModuleDef kMarshalModule = {
    "marshal", "Values of built-in types to bytes and back, in the format of .pyc files.", kFunctions, marshal_exec};

}  // namespace krait
