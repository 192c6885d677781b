// _abc: what abstract classes tell the match statement.
#include "vm/native/module_def.h"
#include "vm/object/pattern_flags.h"
#include "vm/object/subclasses.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// Built-in types say themselves what they are: str stays no sequence to patterns although it is registered as one.
void mark(TypeObject* type, uint32_t kind) {
    if (!has_flag(type, kTypeHeap) || (type->type_flags & kPatternFlags) == kind) return;
    type->type_flags = (type->type_flags & ~kPatternFlags) | kind;
    for_each_subclass(type, [kind](TypeObject* sub) { mark(sub, kind); });
}

Status abc_match_like(Thread& t, Value cls, Value like) {
    TypeObject *type = as_type(cls), *model = as_type(like);
    if (!type || !model) return raise(t, Exc::TypeError, "match_like() arguments must be classes");
    if (uint32_t kind = model->type_flags & kPatternFlags) mark(type, kind);
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<abc_match_like>(
        "match_like", "(cls, like, /)",
        "Patterns take instances of `cls` for the sequences or mappings that those of `like` are."),
};

}  // namespace

extern const ModuleDef kAbcModule;
constinit const ModuleDef kAbcModule = {"_abc", "What abstract classes tell the match statement.", kFunctions};

}  // namespace krait
