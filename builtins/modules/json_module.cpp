// Module _json.
#include "builtins/modules/json.h"

namespace krait {

namespace {

Ref json_scanstring(Thread& t, Value string, int64_t end, Optional<bool> strict) {
    StrObject* text = as_str(string);
    if (!text) return raise(t, Exc::TypeError, "first argument must be a string, not %.80s", type_name_of(t, string));
    if (end < 0 || static_cast<uint64_t>(end) > text->length) return raise(t, Exc::ValueError, "end is out of bounds");
    size_t next = 0;
    Ref value = TRY(json_scan_string(t, text, static_cast<size_t>(end), strict.value_or(true), &next));
    return tuple_pack(t, {value, Value::from_int_unchecked(static_cast<int64_t>(next))});
}

constexpr MethodDef kFunctions[] = {
    function<json_scanstring>("scanstring", "(string, end, strict=True, /)",
                              "Scan a JSON string whose opening quote stands before end: (text, index behind it)."),
};

Status add_function(Thread& t, ModuleObject* module, const MethodDef& def) {
    Ref name = TRY(str_from_ascii(t, "_json"));
    Ref function = TRY(native_function_new(t, &def, Value::object(module), name));
    return module_set(t, module, def.name, function);
}

Status json_exec(Thread& t, ModuleObject* module) {
    TRY(add_function(t, module, kEncodeBasestring));
    TRY(add_function(t, module, kEncodeBasestringAscii));
    RefTo<TypeObject> scanner = TRY(type_from_spec(t.interp, t, kJsonScannerSpec, nullptr));
    TRY(module_set(t, module, "make_scanner", scanner.value()));
    RefTo<TypeObject> encoder = TRY(type_from_spec(t.interp, t, kJsonEncoderSpec, nullptr));
    return module_set(t, module, "make_encoder", encoder.value());
}

}  // namespace

extern const ModuleDef kJsonModule;
constinit const ModuleDef kJsonModule = {"_json", "json speedups\n", kFunctions, json_exec};

}  // namespace krait
