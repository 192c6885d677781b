// Module _sre.
#include "builtins/modules/sre.h"

namespace krait {

namespace {

using namespace sre;

struct ModuleState {
    TypeObject *pattern_type, *match_type, *scanner_type;  // owned by the module
};
ModuleState& state_of(ModuleObject* module) { return *static_cast<ModuleState*>(module->state); }

void free_state(Interpreter& interp, void* p) {
    auto* state = static_cast<ModuleState*>(p);
    for (TypeObject* type : {state->pattern_type, state->match_type, state->scanner_type})
        if (type) decref(type);
    interp.heap.free_buffer(state, sizeof(ModuleState));
}

Ref sre_compile(Thread& t, ModuleObject* module, Value pattern, int64_t flags, ListObject* codes, int64_t groups,
                Value groupindex, Value indexgroup) {
    if (flags != static_cast<int32_t>(flags))
        return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
    ModuleState& state = state_of(module);
    Ref keep = own(codes);
    return pattern_new(t, state.pattern_type, state.match_type, state.scanner_type, pattern,
                       static_cast<uint32_t>(flags), codes, groups, groupindex, indexgroup);
}

Fallible<int64_t> sre_getlower(Thread& t, int64_t character, int64_t flags) {
    for (int64_t n : {character, flags}) {
        if (n > INT32_MAX) return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
        if (n < INT32_MIN) return raise(t, Exc::OverflowError, "signed integer is less than minimum");
    }
    Fold fold = flags & kFlagLocale ? Fold::Ascii : flags & kFlagUnicode ? Fold::Unicode : Fold::Ascii;
    return static_cast<int32_t>(fold_char(fold, static_cast<uint32_t>(character)));
}
Fallible<int64_t> sre_getcodesize(Thread&) { return 4; }

constexpr MethodDef kFunctions[] = {
    function<sre_compile>("compile", "(module, /, pattern, flags, code, groups, groupindex, indexgroup)",
                          "Pattern object of a list of codes."),
    function<sre_getlower>("getlower", "(character, flags, /)",
                           "The character in lower case, by the rules of the flags."),
    function<sre_getcodesize>("getcodesize", "()", "Bytes of one code."),
};

Status sre_exec(Thread& t, ModuleObject* module) {
    auto* state = static_cast<ModuleState*>(t.heap.allocate_buffer(sizeof(ModuleState)));
    if (!state) return raise_memory_error(t);
    *state = {};
    module->state = state;
    module->free_state = free_state;
    state->pattern_type = TRY(type_from_spec(t.interp, t, kPatternSpec, nullptr)).release();
    state->match_type = TRY(type_from_spec(t.interp, t, kMatchSpec, nullptr)).release();
    state->scanner_type = TRY(type_from_spec(t.interp, t, kScannerSpec, nullptr)).release();
    TRY(module_set_int(t, module, "MAGIC", kMagic));
    TRY(module_set_int(t, module, "CODESIZE", 4));
    TRY(module_set_int(t, module, "MAXREPEAT", kMaxRepeat));
    TRY(module_set_int(t, module, "MAXGROUPS", kMaxGroups));
    return module_set_str(t, module, "copyright", " SRE 2.2.2 ");
}

}  // namespace

extern const ModuleDef kSreModule;
constinit const ModuleDef kSreModule = {"_sre", nullptr, kFunctions, sre_exec};

}  // namespace krait
