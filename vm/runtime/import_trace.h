// What -v and -X importtime show of each import: Interpreter::import_trace tells.
#pragma once

#include "vm/object/ref.h"
#include "vm/runtime/interpreter.h"

namespace krait {

enum ImportTraceBits : int { kTraceImports = 1, kTimeImports = 2 };

class ImportTrace {
  public:
    ImportTrace(Thread&, StrObject* name);
    ImportTrace(const ImportTrace&) = delete;
    ImportTrace& operator=(const ImportTrace&) = delete;
    ~ImportTrace();
    // The import is done; a failed one is not shown.
    void finish(Value module);

  private:
    void show_time(int64_t total);

    Thread& t_;
    StrObject* name_;
    ImportTraceState& state_;
    int64_t start_ = 0, outer_nested_ns_ = 0;
};

}  // namespace krait
