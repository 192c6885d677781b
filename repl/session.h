// A session at the prompt: banner, start-up file, and the loop that fits where the input comes from.
#pragma once

#include <krait/krait.hpp>
#include <string>

#include "repl/options.h"

namespace krait::repl {

inline constexpr char kVersion[] = "Krait 0.1.0 (Python 3.6)";
std::string banner();  // version, compiler, platform

// `krait` without a program: banner, KRAITSTARTUP, prompt. The exit status.
int run_session(Interpreter&, const CommandLine&);
// The prompt alone, after a program (-i).
int run_prompt(Interpreter&, const CommandLine&);

}  // namespace krait::repl
