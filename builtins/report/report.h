// Uncaught exceptions in other forms than CPython's: for people at a terminal (marks under what failed, colours,
// suggestions) and for tools (JSON). The plain text stays with vm/error/traceback.cpp; sys.excepthook chooses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vm/runtime/thread.h"

namespace krait {

enum class ReportForm : uint8_t { Plain, Rich, Json };

// How this interpreter reports; kept with module sys (sys_module.cpp).
struct ReportSettings {
    ReportForm form = ReportForm::Plain;
    bool colors = false;
    bool remember_sources = false;  // text of -c and of the prompt is shown too
};
ReportSettings& report_settings(Thread&);

// Source text that is in no file: "<string>", "<stdin>". The last ones are kept when remember_sources.
void remember_source(Thread&, std::string_view filename, std::string_view text);

// Text for sys.stderr. Like format_exception(): nothing fails, the pending exception is left alone.
std::string report_exception(Thread&, Value exception);
std::string rich_report(Thread&, Value exception, bool colors);
std::string json_report(Thread&, Value exception);

}  // namespace krait
