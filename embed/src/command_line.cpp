// The command line's side of an interpreter: sys.flags and its relatives, warnings, standard streams, the exit status.
#include "krait/command_line.hpp"

#include "builtins/modules/io_objects.h"
#include "builtins/modules/process_signals.h"
#include "builtins/modules/sys_module.h"
#include "builtins/report/report.h"
#include "embed/src/world.h"
#include "parser/parse.h"
#include "vm/object/exception_object.h"
#include "vm/runtime/import_trace.h"

namespace krait {
inline namespace api {
bool more_input_needed(std::string_view source) {
    return ast::check_interactive(source) == ast::Completeness::Incomplete;
}
}  // namespace api
}  // namespace krait

namespace krait::bridge {
namespace {

Status set_flags(Thread& t, const CommandLineOptions& line) {
    SysFlags flags;
    flags.debug = line.debug;
    flags.inspect = line.inspect;
    flags.interactive = line.interactive;
    flags.dont_write_bytecode = line.dont_write_bytecode;
    flags.no_user_site = line.no_user_site;
    flags.no_site = line.no_site;
    flags.ignore_environment = line.ignore_environment;
    flags.verbose = line.verbose;
    flags.bytes_warning = line.bytes_warning;
    flags.quiet = line.quiet;
    flags.hash_randomization = line.hash_randomization;
    flags.isolated = line.isolated;
    return sys_set_flags(t, flags);
}

Status set_x_options(Thread& t, const std::vector<std::string>& options) {
    Ref dict = TRY(sys_get(t, "_xoptions"));
    for (const std::string& option : options) {
        size_t equals = option.find('=');
        Ref value = Ref::steal(Value::true_value());
        if (equals != std::string::npos) value = TRY(str_from_utf8(t, option.substr(equals + 1)));
        Ref key = TRY(str_from_utf8(t, option.substr(0, equals)));
        TRY(set_item(t, dict, key, value));
    }
    return ok();
}

// Module warnings reads sys.warnoptions when it is imported: at once, as nothing else may ask for it.
Status set_warnings(Thread& t, const std::vector<std::string>& options) {
    if (options.empty()) return ok();
    Ref list = TRY(sys_get(t, "warnoptions"));
    if (!as_list(list)) return ok();
    for (const std::string& option : options) {
        Ref text = TRY(str_from_utf8(t, option));
        TRY(list_append(t, list.as<ListObject>(), text));
    }
    if (krait::import_module(t, "warnings").failed()) clear_exception(t);
    return ok();
}

// What CPython's module site adds to the built-in functions.
Status remove_site_names(Thread& t) {
    if (!t.interp.builtins_module) return ok();
    Ref builtins = own(static_cast<Object*>(t.interp.builtins_module->dict));
    for (const char* name : {"exit", "quit", "help", "copyright", "credits", "license"}) {
        Ref key = TRY(str_from_utf8(t, name));
        Value known = TRY(dict_get(t, t.interp.builtins_module->dict, key));
        if (!known.is_unbound()) TRY(delete_item(t, builtins, key));
    }
    return ok();
}

}  // namespace

Status apply_command_line(World& world) {
    Thread& t = world.thread();
    const CommandLineOptions& line = *world.settings().command_line;
    TRY(set_flags(t, line));
    TRY(set_x_options(t, line.x_options));
    t.interp.import_trace.shown = (line.verbose ? kTraceImports : 0) | (line.import_time ? kTimeImports : 0);
    if (line.import_time) write_to_stderr(t, "import time: self [us] | cumulative | imported package\n");
    if (line.no_site) TRY(remove_site_names(t));
    receive_signals(t);
    ReportSettings& report = report_settings(t);
    report.form = static_cast<ReportForm>(line.report);
    report.colors = line.report_colors;
    report.remember_sources = line.report != CommandLineOptions::Report::Plain;
    return set_warnings(t, line.warnings);
}

Ref standard_stream(World& world, int fd) {
    StreamStyle style;
    if (const CommandLineOptions* line = world.settings().command_line.get()) {
        size_t colon = line->io_encoding.find(':');
        std::string encoding = line->io_encoding.substr(0, colon);
        if (!encoding.empty()) style.encoding = encoding;
        if (colon != std::string::npos) style.errors = line->io_encoding.substr(colon + 1);
        style.line_by_line = line->interactive;
        style.unbuffered = line->unbuffered;
    }
    return make_standard_stream(world.thread(), fd, style);
}

bool inspects(const World& world) { return world.settings().command_line && world.settings().command_line->inspect; }

int finish_inspected(World& world) {
    Thread& t = world.thread();
    Ref held = fetch_exception(t);
    remember_last_exception(t, held);
    flush_standard_streams(t);
    print_exception(t, held);
    t.hard_stop = false;
    return 1;
}

void remember_last_exception(Thread& t, Value exception) {
    ExceptionObject* e = as_exception(exception);
    if (!e) return;
    bool done = bool(sys_set(t, "last_type", Value::object(e->type))) && bool(sys_set(t, "last_value", exception)) &&
                bool(sys_set(t, "last_traceback", e->traceback));
    if (!done) clear_exception(t);
}

int end_program(World& world, int status) {
    Thread& t = world.thread();
    for (const char* name : {"stdout", "stderr"}) {
        Ref stream = sys_get(t, name);
        if (stream.failed() || stream.get().is_unbound() || stream.get().is_none()) {
            if (t.has_exception()) clear_exception(t);
            continue;
        }
        auto closed = stream_is_closed(t, stream);
        if (!closed) clear_exception(t);  // a stream of the program's own, which does not say: it is open
        if (closed && closed.value()) continue;
        if (bool(call_method(t, stream, t.interp.names.flush))) continue;
        constexpr int kLostOutput = 120;
        status = kLostOutput;
        if (name[3] == 'o')
            write_unraisable(t, stream);
        else if (t.has_exception())
            clear_exception(t);
    }
    return status;
}

}  // namespace krait::bridge
