// Fills the built-in types of an interpreter from their specs, bases before derived types, then the exceptions.
#include "builtins/register.h"
#include "builtins/types/exception_types.h"
#include "builtins/types/type_specs.h"
#include "vm/runtime/thread.h"

namespace krait {

namespace {

struct Row {
    Kind kind, base;
    const TypeSpec* spec;
};
constexpr Row kRows[] = {
#define KRAIT_TYPE(kind, name, base, flags) {Kind::kind, Kind::base, &k##kind##TypeSpec},
#include "vm/runtime/builtin_types.def"
#undef KRAIT_TYPE
};

}  // namespace

bool register_types(Thread& t) {
    Interpreter& interp = t.interp;
    // Lists, dicts and strings are made for the first types already: if the start fails they must be freed properly.
    for (const Row& row : kRows) interp.type(row.kind)->slots.dealloc = row.spec->slots.dealloc;
    for (const Row& row : kRows) {
        TypeObject* base = row.kind == Kind::ObjectType ? nullptr : interp.type(row.base);
        RefTo<TypeObject> type = type_from_spec(interp, t, *row.spec, base, row.kind);
        if (!type) return false;
        interp.types[static_cast<size_t>(row.kind)] = type.release();
    }
    return register_exceptions(t);
}

}  // namespace krait
