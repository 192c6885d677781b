// What -v and -X importtime show of each import. sys._import_trace holds the bits; no attribute: nothing is shown.
#pragma once

#include "vm/object/ref.h"
#include "vm/runtime/thread.h"

namespace krait {

enum ImportTraceBits : int { kTraceImports = 1, kTimeImports = 2 };

class ImportTrace {
  public:
    ImportTrace(Thread&, StrObject* name);
    ImportTrace(const ImportTrace&) = delete;
    ImportTrace& operator=(const ImportTrace&) = delete;
    // The import is done; a failed one is not shown.
    void finish(Value module);

  private:
    Thread& t_;
    StrObject* name_;
    int bits_ = 0;
    int64_t start_ = 0, outer_nested_ = 0, depth_ = 0;
};

}  // namespace krait
