// Running source, scripts, modules and prompts in an interpreter's __main__.
#include <sys/stat.h>

#include "builtins/modules/io_objects.h"
#include "builtins/modules/marshal.h"
#include "builtins/modules/process_signals.h"
#include "builtins/report/report.h"
#include "embed/src/world.h"
#include "krait/command_line.hpp"
#include "parser/parse.h"
#include "vm/interp/frame.h"

namespace krait::bridge {
namespace {

enum Mode { kExec = 0, kEval = 1, kSingle = 2 };

Ref compile_source(World& world, std::string_view source, std::string_view filename, Mode mode, int flags,
                   bool is_utf8) {
    Thread& t = world.thread();
    Ref name = TRY(str_from_utf8(t, filename));
    return t.interp.hooks.compile(t, source, name.as<StrObject>(), mode, flags, -1, is_utf8);
}

Ref run_in_main(World& world, CodeObject* code) {
    DictObject* globals = world.main_globals();
    if (!globals) return Failed{};
    Ref keep = own(static_cast<Object*>(globals));
    return run_code(world.thread(), code, globals, keep, Value::unbound());
}

Ref run_source(World& world, std::string_view source, std::string_view filename, Mode mode, int flags, bool is_utf8) {
    Ref code = TRY(compile_source(world, source, filename, mode, flags, is_utf8));
    return run_in_main(world, code.as<CodeObject>());
}

Status set_main(World& world, const char* name, Value value) {
    Thread& t = world.thread();
    DictObject* globals = world.main_globals();
    StrObject* key = globals ? intern_utf8(t, name) : nullptr;
    if (!key) return Failed{};
    return dict_set_str(t, globals, key, value);
}

Status set_main_text(World& world, const char* name, std::string_view text) {
    Ref value = TRY(str_from_utf8(world.thread(), text));
    return set_main(world, name, value);
}

// sys.path[0]: where the script is.
Status put_first_in_path(World& world, std::string_view folder) {
    Thread& t = world.thread();
    Ref path = TRY(sys_get(t, "path"));
    ListObject* list = as_list(path);
    if (!list) return ok();
    Ref text = TRY(str_from_utf8(t, folder));
    TRY(list_append(t, list, text));
    for (size_t i = list->size - 1; i > 0; --i) std::swap(list->items[i], list->items[i - 1]);
    return ok();
}

// Where a program stands; with -I its modules come from elsewhere.
Status put_program_folder(World& world, std::string_view folder) {
    const CommandLineOptions* line = world.settings().command_line.get();
    return line && line->isolated ? ok() : put_first_in_path(world, folder);
}

// Whole content of a descriptor of the host, or -errno.
int read_all(Host& host, int fd, std::string* out) {
    char buffer[1 << 16];
    for (;;) {
        int64_t n = host.read(fd, buffer, sizeof buffer);
        if (n < 0) return static_cast<int>(n);
        if (n == 0) return 0;
        out->append(buffer, static_cast<size_t>(n));
    }
}

int read_file(Host& host, const std::string& path, std::string* out) {
    int fd = host.open(path, 0, 0);
    if (fd < 0) return fd;
    int result = read_all(host, fd, out);
    host.close(fd);
    return result;
}

constexpr std::string_view kPycMagic = "\x33\x0d\r\n";

Ref load_pyc(World& world, std::string_view data) {
    Thread& t = world.thread();
    if (data.size() < 12) return raise(t, Exc::EOFError, "EOF read where object expected");
    if (data.substr(0, 4) != kPycMagic) return raise(t, Exc::RuntimeError, "Bad magic number in .pyc file");
    Ref code = TRY(marshal_read(t, data.substr(12)));
    if (!is_kind(code, Kind::Code)) return raise(t, Exc::RuntimeError, "Bad code object in .pyc file");
    return code;
}

Ref run_pyc(World& world, std::string_view data) {
    Ref code = TRY(load_pyc(world, data));
    return run_in_main(world, code.as<CodeObject>());
}

void message(World& world, const std::string& text) {
    Thread& t = world.thread();
    Ref stream = sys_get(t, "stderr");
    Ref line = str_from_utf8(t, text);
    if (!stream.failed() && !stream.get().is_unbound() && !stream.get().is_none() && !line.failed()) {
        Ref written = call_method(t, stream, t.interp.names.write, {line});
    }
    if (t.has_exception()) clear_exception(t);
}

std::string folder_of(const std::string& path) {
    size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : slash == 0 ? "/" : path.substr(0, slash);
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

int finish(World& world, Ref result) {
    int status = result.failed() && inspects(world) ? finish_inspected(world) : finish_main(world, result.failed());
    return end_program(world, status);
}

std::string program(World& world) {
    const std::string& name = world.settings().executable;
    return name.empty() ? "krait" : name;
}

}  // namespace

bool exec(World& world, std::string_view source, std::string_view filename, ErrorData* error) {
    world.begin_call();
    return run_source(world, source, filename, kExec, 0, true).failed() ? world.fail(error) : true;
}

Slot eval(World& world, std::string_view source, std::string_view filename, ErrorData* error) {
    world.begin_call();
    Slot slot = world.keep(run_source(world, source, filename, kEval, 0, true));
    if (slot < 0) world.fail(error);
    return slot;
}

bool run_pyc_bytes(World& world, std::string_view data, ErrorData* error) {
    world.begin_call();
    return run_pyc(world, data).failed() ? world.fail(error) : true;
}

Ref imported(World& world, std::string_view name) {
    Thread& t = world.thread();
    TRY(krait::import_module(t, name));
    Ref key = TRY(str_from_utf8(t, name));
    Value module = TRY(dict_get(t, t.interp.modules, key));
    if (module.is_unbound()) return raise(t, Exc::ImportError, "no module '%s'", std::string(name).c_str());
    return own(module);
}

Slot import_module(World& world, std::string_view name, ErrorData* error) {
    world.begin_call();
    Slot slot = world.keep(imported(world, name));
    if (slot < 0) world.fail(error);
    return slot;
}

namespace {

// Absolute path with links followed, as far as there is something.
std::string real_path(Host& host, const std::string& path) {
    std::string done, rest = path;
    if (rest.empty() || rest[0] != '/') {
        std::string here;
        if (host.current_directory(&here) != 0) return path;
        rest = here + "/" + rest;
    }
    for (int links = 0; !rest.empty();) {
        size_t begin = rest.find_first_not_of('/');
        if (begin == std::string::npos) break;
        size_t end = rest.find('/', begin);
        std::string part = rest.substr(begin, end == std::string::npos ? end : end - begin), target;
        rest = end == std::string::npos ? "" : rest.substr(end);
        if (part == ".") continue;
        if (part == "..") {
            done.resize(done.rfind('/') == std::string::npos ? 0 : done.rfind('/'));
            continue;
        }
        if (host.read_link(done + "/" + part, &target) != 0) {
            done += "/" + part;
        } else if (++links > 40) {
            return path;
        } else {
            if (target[0] == '/') done.clear();
            rest = target + rest;
        }
    }
    return done.empty() ? "/" : done;
}

// The loader of __main__, which no finder has found.
Status set_main_loader(World& world, const char* type, const std::string* file) {
    Thread& t = world.thread();
    Ref types = TRY(krait::import_module(t, "_import_types"));
    StrObject* name = intern_utf8(t, type);
    if (!name) return Failed{};
    Ref loader = TRY(get_attribute(t, types, name));
    if (file) {
        Ref path = TRY(str_from_utf8(t, *file));
        loader = TRY(call(t, loader, Value::object(t.interp.names.dunder_main), path));
    }
    return set_main(world, "__loader__", loader);
}

Ref run_module_as_main(World& world, std::string_view name, bool alter_argv) {
    Thread& t = world.thread();
    Ref runpy = TRY(krait::import_module(t, "runpy"));
    StrObject* key = intern_utf8(t, "_run_module_as_main");
    if (!key) return Failed{};
    Ref function = TRY(get_attribute(t, runpy, key));
    Ref module = TRY(str_from_utf8(t, name));
    return call(t, function, module, Value::boolean(alter_argv));
}

// Whether a file ends with the directory of a zip archive; there may be a comment behind it.
bool is_zip_file(std::string_view data) {
    constexpr size_t kEndSize = 22, kMostComment = 65535;
    size_t start = data.size() > kEndSize + kMostComment ? data.size() - kEndSize - kMostComment : 0;
    size_t found = data.substr(start).rfind("PK\5\6");
    return found != std::string_view::npos && data.size() - start - found >= kEndSize;
}

Ref run_script(World& world, const std::string& path, const std::string& source) {
    std::string real = real_path(world.host(), path);
    TRY(put_program_folder(world, folder_of(real)));
    TRY(set_main_text(world, "__file__", path));
    TRY(set_main(world, "__cached__", Value::none()));
    bool bytecode = ends_with(path, ".pyc") || source.substr(0, 4) == kPycMagic;
    TRY(set_main_loader(world, bytecode ? "SourcelessFileLoader" : "SourceFileLoader", &path));
    if (bytecode) return run_pyc(world, source);
    return run_source(world, source, path, kExec, kCompileRunFile, false);
}

}  // namespace

// The interpreter runs a program from here on. At a prompt, where limits begin anew with every entry, nothing is armed.
static void begin_program(World& world) {
    world.begin_call();
    const auto& line = world.settings().command_line;
    if (line && !line->inspect) interrupt_calls_after_deadline(world.thread());
}

int run_text(World& world, std::string_view source, const std::string& filename) {
    begin_program(world);
    auto run = [&]() -> Ref {
        TRY(set_main_text(world, "__file__", filename));
        if (source.substr(0, 4) == kPycMagic) return run_pyc(world, source);
        return run_source(world, source, filename, kExec, kCompileRunFile, false);
    };
    return finish(world, run());
}

int run_file(World& world, const std::string& path) {
    begin_program(world);
    Host& host = world.host();
    FileStatus status;
    std::string source;
    int error = host.status(path, true, &status);
    bool folder = error == 0 && S_ISDIR(status.mode);
    if (error == 0 && !folder) error = read_file(host, path, &source);
    if (error < 0) {
        message(world, program(world) + ": can't open file '" + path + "': [Errno " + std::to_string(-error) + "] " +
                           strerror(-error) + "\n");
        return 2;
    }
    auto run = [&]() -> Ref {
        if (const auto& line = world.settings().command_line; line && line->skip_first_line)
            source.erase(0, std::min(source.find('\n'), source.size()));
        if (!folder && !is_zip_file(source)) return run_script(world, path, source);
        TRY(put_first_in_path(world, path));
        return run_module_as_main(world, "__main__", false);
    };
    return finish(world, run());
}

int run_command(World& world, std::string_view source) {
    begin_program(world);
    auto run = [&]() -> Ref {
        TRY(put_program_folder(world, ""));
        TRY(set_main_loader(world, "BuiltinImporter", nullptr));
        remember_source(world.thread(), "<string>", source);
        return run_source(world, source, "<string>", kExec, 0, true);
    };
    return finish(world, run());
}

int run_standard_input(World& world) {
    begin_program(world);
    std::string source;
    read_all(world.host(), 0, &source);
    auto run = [&]() -> Ref {
        TRY(put_program_folder(world, ""));
        TRY(set_main_loader(world, "BuiltinImporter", nullptr));
        return run_source(world, source, "<stdin>", kExec, kCompileRunFile, false);
    };
    return finish(world, run());
}

int run_module(World& world, std::string_view name) {
    begin_program(world);
    auto run = [&]() -> Ref {
        TRY(put_program_folder(world, ""));
        return run_module_as_main(world, name, true);
    };
    return finish(world, run());
}

// --- prompts
Interactive run_interactive(World& world, std::string_view source, int* exit_status) {
    world.begin_call();
    Thread& t = world.thread();
    if (ast::check_interactive(source) == ast::Completeness::Incomplete) return Interactive::NeedMore;
    remember_source(t, "<stdin>", source);
    Ref result = run_source(world, source, "<stdin>", kSingle, 0, true);
    if (!result.failed()) return Interactive::Done;
    bool leaving = pending_matches(t, Exc::SystemExit);
    int status = finish_main(world, true);
    if (!leaving) return Interactive::Done;
    *exit_status = status;
    return Interactive::Exit;
}

namespace {

std::string prompt_text(Thread& t, const char* name, const char* fallback) {
    Ref prompt = sys_get(t, name);
    std::string text = fallback;
    if (!prompt.failed() && !prompt.get().is_unbound()) {
        RefTo<StrObject> shown = str_of(t, prompt);
        if (!shown.failed()) text = str_to_utf8(shown.get());
    }
    if (t.has_exception()) clear_exception(t);
    return text;
}

void write_out(Thread& t, const std::string& text) {
    // Prompts are not part of the output of a program that is fed from a file.
    Ref stream = sys_get(t, t.interp.host->is_terminal(0) ? "stdout" : "stderr");
    Ref line = str_from_utf8(t, text);
    if (!stream.failed() && !stream.get().is_unbound() && !line.failed()) {
        Ref written = call_method(t, stream, t.interp.names.write, {line});
        Ref flushed = call_method(t, stream, t.interp.names.flush);
    }
    if (t.has_exception()) clear_exception(t);
}

// One line from sys.stdin; false at its end, or when an exception is pending.
bool read_line(Thread& t, std::string* line) {
    Ref stream = sys_get(t, "stdin");
    Ref text = stream.failed() || stream.get().is_unbound() ? Ref() : call_method(t, stream, t.interp.names.readline);
    StrObject* s = text.failed() ? nullptr : as_str(text);
    if (!s || s->length == 0) return false;
    *line = str_to_utf8(s);
    return true;
}

// Ctrl-C while a line is read; anything else that went wrong is dropped.
bool take_interrupt(Thread& t) {
    bool interrupted = pending_matches(t, Exc::KeyboardInterrupt);
    clear_exception(t);
    return interrupted;
}

}  // namespace

int run_prompt(World& world) {
    world.begin_call();
    Thread& t = world.thread();
    std::string text, line;
    for (;;) {
        write_out(t, text.empty() ? prompt_text(t, "ps1", ">>> ") : prompt_text(t, "ps2", "... "));
        if (!read_line(t, &line)) {
            if (!t.has_exception() || !take_interrupt(t)) break;
            write_out(t, "\nKeyboardInterrupt\n");
            text.clear();
            continue;
        }
        text += line;
        int status = 0;
        switch (run_interactive(world, text, &status)) {
            case Interactive::NeedMore: continue;
            case Interactive::Exit: flush_standard_streams(t); return status;
            case Interactive::Done: text.clear(); break;
        }
    }
    write_out(t, "\n");
    flush_standard_streams(t);
    return 0;
}

}  // namespace krait::bridge
