#include "vm/runtime/import_trace.h"

#include <cstdio>
#include <string>

#include "vm/error/raise.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

constexpr const char kNested[] = "_import_nested", kDepth[] = "_import_depth";

int64_t number(Thread& t, const char* name) {
    Ref value = sys_get(t, name);
    if (value.failed()) return clear_exception(t), 0;
    return value.get().is_int() ? value.get().as_int() : 0;
}
void set_number(Thread& t, const char* name, int64_t n) {
    Ref value = make_int(t, n);
    if (value.failed() || !sys_set(t, name, value)) clear_exception(t);
}

}  // namespace

ImportTrace::ImportTrace(Thread& t, StrObject* name) : t_(t), name_(name) {
    bits_ = static_cast<int>(number(t, "_import_trace"));
    if (KRAIT_LIKELY(!(bits_ & kTimeImports))) return;
    outer_nested_ = number(t, kNested);
    depth_ = number(t, kDepth);
    set_number(t, kNested, 0);
    set_number(t, kDepth, depth_ + 1);
    start_ = t.interp.host->monotonic_ns();
}

void ImportTrace::finish(Value module) {
    if (KRAIT_LIKELY(bits_ == 0)) return;
    if (bits_ & kTimeImports) {
        int64_t total = t_.interp.host->monotonic_ns() - start_, own_time = total - number(t_, kNested);
        set_number(t_, kNested, outer_nested_ + total);
        set_number(t_, kDepth, depth_);
        char line[64];
        std::snprintf(line, sizeof line, "import time: %9lld | %10lld | ", static_cast<long long>(own_time / 1000),
                      static_cast<long long>(total / 1000));
        write_to_stderr(t_, line + std::string(static_cast<size_t>(depth_) * 2, ' ') + str_to_utf8(name_) + "\n");
    }
    if (!(bits_ & kTraceImports)) return;
    SavedException saved(t_);
    Ref loader = module.is_object() ? lookup_attribute(t_, module, t_.interp.names.dunder_loader) : Ref();
    RefTo<StrObject> shown =
        loader.failed() || loader.get().is_unbound() ? RefTo<StrObject>(Failed{}) : repr(t_, loader);
    if (t_.has_exception()) clear_exception(t_);
    write_to_stderr(t_, "import '" + str_to_utf8(name_) + "' # " + (shown ? str_to_utf8(shown.get()) : "?") + "\n");
}

}  // namespace krait
