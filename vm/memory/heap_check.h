// Checks of the whole heap for debug builds and tests.
#pragma once

#include <string>

#include "vm/runtime/thread.h"

namespace krait {

class HeapChecker {
  public:
    explicit HeapChecker(Thread& t) : thread_(t) {}

    // References found by traversing all tracked objects never exceed the stored counts. A description of the first
    // object where they do (a missing incref or a double visit), or "".
    std::string check_counts();
    // What is still allocated, by type: "3 str, 1 list"; "" when nothing is.
    std::string live_objects(size_t max_types = 12);

  private:
    Thread& thread_;
};

}  // namespace krait
