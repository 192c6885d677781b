#include "builtins/report/report.h"

#include "vm/error/raise.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

std::string report_exception(Thread& t, Value exception) {
    const ReportSettings settings = report_settings(t);
    // A program that was stopped runs nothing any more, not even for a better message.
    if (settings.form == ReportForm::Plain || t.hard_stop || !as_exception(exception) ||
        exception_matches(t, exception, Exc::MemoryError))
        return format_exception(t, exception);
    SavedException saved(t);
    return settings.form == ReportForm::Json ? json_report(t, exception) : rich_report(t, exception, settings.colors);
}

}  // namespace krait
