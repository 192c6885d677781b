// Python 2's print and exec statements get their own message.
#pragma once

#include "support/diagnostic.h"

namespace krait::ast {

/// Replaces the message of a fault whose line is `print x` or `exec x` by one that shows what to write.
void name_legacy_statement(Diagnostic* fault);

}  // namespace krait::ast
