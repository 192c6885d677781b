// `from __future__ import …`: which features a module switches on, and up to which line it may do so.
#pragma once

#include <cstdint>

#include "parser/ast.h"

namespace krait {

struct FutureFeatures {
    uint32_t flags = 0;  // CO_FUTURE_*
    int last_line = -1;  // of the last __future__ import that stands in its place
};

/// lang36: only the features of 3.6. Throws CompileFault for unknown features and imports that come too late.
FutureFeatures find_future_features(ast::Mod& mod, bool lang36);

}  // namespace krait
