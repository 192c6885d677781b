// Code and source of the modules written in Python that are part of the library.
#include <algorithm>

#include "builtins/frozen_modules.h"
#include "builtins/modules/inflate.h"
#include "builtins/modules/marshal.h"
#include "builtins/register.h"
#include "vm/error/raise.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/thread.h"

namespace krait {

namespace {

const FrozenModule* find(std::string_view name) {
    const FrozenModule* end = kFrozenModules + kFrozenModuleCount;
    const FrozenModule* found = std::lower_bound(
        kFrozenModules, end, name, [](const FrozenModule& row, std::string_view wanted) { return row.name < wanted; });
    return found != end && name == found->name ? found : nullptr;
}

bool unpack_code(const FrozenModule& row, std::string* out) {
    return inflate_text(row.code.view(), row.code.size, out);
}

bool unpack_source(const FrozenModule& row, std::string* out) {
    std::string code;
    if (row.code.size > 0 && !unpack_code(row, &code)) return false;
    return inflate_text(row.source.view(), row.source.size, out, code);
}

}  // namespace

bool frozen_source(std::string_view name, std::string* source, bool* is_package) {
    const FrozenModule* row = find(name);
    if (!row) return false;
    *is_package = row->is_package;
    return !source || unpack_source(*row, source);
}

Ref frozen_code(Thread& t, std::string_view name, StrObject* filename) {
    const FrozenModule* row = find(name);
    if (!row) return raise(t, Exc::ImportError, "No such frozen object named %.200s", std::string(name).c_str());
    std::string text;
    // -O and -OO ask for other code: it is made from the source.
    bool compiled = row->code.size > 0 && t.interp.optimize == 0;
    if (compiled ? !unpack_code(*row, &text) : !unpack_source(*row, &text)) return raise_memory_error(t);
    TRY(charge_work(t, text.size()));
    if (compiled) return marshal_read(t, text);
    return t.interp.hooks.compile(t, text, filename, 0, 0, -1, true);
}

}  // namespace krait
