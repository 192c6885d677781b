#include "vm/runtime/import_trace.h"

#include <cstdio>
#include <string>
#include <utility>

#include "vm/error/raise.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

ImportTrace::ImportTrace(Thread& t, StrObject* name) : t_(t), name_(name), state_(t.interp.import_trace) {
    if (KRAIT_LIKELY(!(state_.shown & kTimeImports))) return;
    outer_nested_ns_ = std::exchange(state_.nested_ns, 0);
    ++state_.depth;
    start_ = t.interp.host->monotonic_ns();
}

ImportTrace::~ImportTrace() {
    if (KRAIT_LIKELY(!(state_.shown & kTimeImports))) return;
    state_.nested_ns = outer_nested_ns_;
    --state_.depth;
}

void ImportTrace::show_time(int64_t total) {
    int64_t own_time = total - state_.nested_ns;
    char line[64];
    std::snprintf(line, sizeof line, "import time: %9lld | %10lld | ", static_cast<long long>(own_time / 1000),
                  static_cast<long long>(total / 1000));
    std::string indent(static_cast<size_t>(state_.depth - 1) * 2, ' ');
    write_to_stderr(t_, line + indent + str_to_utf8(name_) + "\n");
}

void ImportTrace::finish(Value module) {
    if (KRAIT_LIKELY(state_.shown == 0)) return;
    if (state_.shown & kTimeImports) {
        int64_t total = t_.interp.host->monotonic_ns() - start_;
        show_time(total);
        outer_nested_ns_ += total;
    }
    if (!(state_.shown & kTraceImports)) return;
    SavedException saved(t_);
    Ref loader = module.is_object() ? lookup_attribute(t_, module, t_.interp.names.dunder_loader) : Ref();
    RefTo<StrObject> shown =
        loader.failed() || loader.get().is_unbound() ? RefTo<StrObject>(Failed{}) : repr(t_, loader);
    if (t_.has_exception()) clear_exception(t_);
    write_to_stderr(t_, "import '" + str_to_utf8(name_) + "' # " + (shown ? str_to_utf8(shown.get()) : "?") + "\n");
}

}  // namespace krait
