// The table of native modules, and the hooks of an interpreter.
#include <algorithm>
#include <cstring>

#include "builtins/register.h"
#include "vm/object/str_object.h"
#include "vm/runtime/host.h"
#include "vm/runtime/thread.h"

namespace krait {

#define KRAIT_MODULE(definition) extern const ModuleDef definition;
#include "builtins/modules/builtin_modules.def"
#undef KRAIT_MODULE

namespace {

constexpr const ModuleDef* kNativeModules[] = {
#define KRAIT_MODULE(definition) &definition,
#include "builtins/modules/builtin_modules.def"
#undef KRAIT_MODULE
};

constexpr bool kNeedsSystem[] = {
#define KRAIT_MODULE(definition) false,
#define KRAIT_SYSTEM_MODULE(definition) true,
#include "builtins/modules/builtin_modules.def"
#undef KRAIT_MODULE
};

}  // namespace

std::span<const ModuleDef* const> native_modules() { return kNativeModules; }

Ref native_module(Thread& t, StrObject* name) {
    if (!name->ascii()) return Ref();
    std::string_view wanted = name->ascii_view();
    // These two are the interpreter's own and made once.
    if (wanted == "sys" && t.interp.sys_module) return own(t.interp.sys_module);
    if (wanted == "builtins" && t.interp.builtins_module) return own(t.interp.builtins_module);
    for (size_t i = 0; i < std::size(kNativeModules); ++i) {
        if (wanted != kNativeModules[i]->name) continue;
        if (kNeedsSystem[i] && !t.interp.host->system_access()) return Ref();
        return module_from_def(t, *kNativeModules[i]);
    }
    return Ref();
}

void install_builtins(Interpreter& interp) {
    interp.hooks.compile = &compile_hook;
    interp.hooks.native_module = &native_module;
    interp.hooks.frozen_source = &frozen_source;
    interp.hooks.frozen_code = &frozen_code;
    interp.hooks.register_types = &register_types;
    interp.hooks.module_spec = &module_spec;
}

}  // namespace krait
