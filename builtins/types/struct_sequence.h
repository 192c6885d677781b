// Tuples with named fields: sys.version_info, time.struct_time, os.stat_result.
//
//     constexpr MemberDef FIELDS[] = {struct_field(0, "major", "Major release number"), ...};
//     constexpr TypeSpec kVersionInfoSpec = struct_sequence_spec("sys.version_info", "Version information", FIELDS);
//     TypeObject* type = TRY(module_add_struct_sequence(t, module, kVersionInfoSpec, 5));
//     Ref info = TRY(struct_sequence_new(t, type, values, 5));
//
// Fields with an index of `visible` or more are attributes only: not part of the tuple's length, iteration or
// comparison.
#pragma once

#include "vm/native/module_def.h"

namespace krait {

constexpr MemberDef struct_field(size_t index, const char* name, const char* doc) {
    return {name, static_cast<uint16_t>(offsetof(TupleObject, items) + index * sizeof(Value)), false, doc};
}

Value struct_sequence_repr(Thread&, Value self);
Value struct_sequence_make(Thread&, TypeObject*, const CallArgs&);
void struct_sequence_dealloc(Interpreter&, Object*);
Ref struct_sequence_reduce(Thread&, TupleObject* self);

inline constexpr MethodDef kStructSequenceMethods[] = {
    method<struct_sequence_reduce>("__reduce__", "(self, /)", "How copying rebuilds the object."),
};

constexpr TypeSpec struct_sequence_spec(const char* name, const char* doc, std::span<const MemberDef> fields,
                                        std::span<const MethodDef> methods = kStructSequenceMethods) {
    return {.name = name,
            .doc = doc,
            .basic_size = static_cast<uint32_t>(offsetof(TupleObject, items)),
            .flags = kTypeGc | kTypeVarSized,
            .slots = {.dealloc = struct_sequence_dealloc, .repr = struct_sequence_repr, .new_ = struct_sequence_make},
            .methods = methods,
            .members = fields};
}

// The type, with n_sequence_fields, n_fields and n_unnamed_fields set; `visible` fields make the tuple.
RefTo<TypeObject> struct_sequence_type(Thread&, const TypeSpec&, size_t visible);
Fallible<TypeObject*> module_add_struct_sequence(Thread&, ModuleObject*, const TypeSpec&, size_t visible);
// `n` values, at least the visible ones; the other fields are None.
Ref struct_sequence_new(Thread&, TypeObject*, const Value* values, size_t n);

}  // namespace krait
